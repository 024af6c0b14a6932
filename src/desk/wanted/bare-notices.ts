/** Pull requests that bring no post that is followed: what they do instead, or why nothing is expected there any more. */
import type { Check, CheckName, Effect } from "../effect.js";
import { checkKey } from "../facts/ledger-key.js";
import { hasNotice } from "../facts/has-notice.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { quoted } from "../text/quoted.js";
import { sayUnmerged, sayElsewhere, sayNoPost, sayNotFollowed, sayTakesOff, sayTookOff } from "../words/bare-notice.js";
import { writeBare } from "../words/notice.js";
import { wantLabels } from "./labels.js";
import { noticeWith } from "./notices.js";
import { takenAway } from "../facts/taken-away.js";

/** Whether it carries the notice, and goes to a branch that is not followed. */
export function isElsewhere(pull: PullRequest, { repository }: Pick<Snapshot, "repository">): boolean {
  return pull.base !== repository.defaultBranch && hasNotice(pull);
}

/** Of one that brings no post. Those that never brought one are left alone, but for those that take one away. */
export function wantBare(pull: PullRequest, snapshot: Snapshot): readonly (Effect | null)[] {
  const said = sayBare(pull, snapshot);
  if (said === null || (!hasNotice(pull) && (pull.standing !== "open" || takenAway(pull, snapshot).length === 0))) return [];
  return [wantLabels(pull, []), noticeWith(pull, writeBare(said)), ...(isElsewhere(pull, snapshot) ? neutralChecks(pull, snapshot) : [])];
}

/** Null where all is said: what it brought is there, under another name. */
function sayBare(pull: PullRequest, snapshot: Snapshot): readonly string[] | null {
  const { defaultBranch } = snapshot.repository;
  if (pull.base !== defaultBranch) return sayElsewhere(pull, defaultBranch);
  if (pull.standing === "closed") return sayUnmerged();
  const removed = pull.posts.filter(({ change }) => change === "removed").map(({ path }) => path);
  if (pull.standing === "open") {
    const away = takenAway(pull, snapshot);
    return away.length > 0 ? sayTakesOff(away.map((path) => quoted(path, 200))) : sayNoPost();
  }
  const there = new Set(snapshot.published.map(({ path }) => path));
  const brought = pull.posts.filter(({ change, path }) => change !== "removed" && !there.has(path));
  if (brought.length > 0)
    return sayTookOff(
      brought.map(({ path }) => quoted(path, 200)),
      null,
    );
  return removed.length > 0
    ? sayTookOff(
        removed.map((path) => quoted(path, 200)),
        pull.number,
      )
    : null;
}

const CHECKS: readonly CheckName[] = ["presstime/lint", "presstime/review", "presstime/schedule", "presstime/config"];

/** In the place of those that were written while it was followed. */
function neutralChecks({ number, head, base, standing }: PullRequest, { memory, repository }: Snapshot): readonly Check[] {
  if (standing !== "open") return [];
  return CHECKS.filter((name) => memory.effects[checkKey(name, head.sha)]?.ended === "done").map((name) => ({
    kind: "check",
    pull: number,
    head: head.sha,
    name,
    conclusion: "neutral",
    ...sayNotFollowed(base, repository.defaultBranch),
    annotations: [],
  }));
}
