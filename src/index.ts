/** START HERE: which webhooks wake which repository, and how the parts are put together. Nothing is decided here. */
import { actions, always, checkEnded, notPending, onDefaultBranch, type WakeRule } from "./server/wake-rules.js";

/**
 * A webhook says only which repository to look at. One that is not in this table, or whose rule says no, wakes nobody;
 * one that tells of our own doing wakes nobody either, unless it published something (`server/woken-by.ts`).
 */
export const WAKES: Readonly<Record<string, WakeRule>> = {
  pull_request: always,
  pull_request_review: always,
  issue_comment: always,
  issues: always,
  push: onDefaultBranch,
  check_run: checkEnded,
  check_suite: checkEnded,
  status: notPending,
  repository: actions("renamed", "transferred", "edited", "archived", "unarchived"),
  installation: actions("created", "unsuspend", "new_permissions_accepted"),
  installation_repositories: actions("added"),
};
