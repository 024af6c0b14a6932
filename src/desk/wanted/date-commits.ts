/** Date commits: the one commit that sets in a pull request what its slot asks for, just before it is merged. */
import { isFixedByApp, type DateCheck } from "../dates/date-check.js";
import type { Commit, Edit, Foresee, TextChange } from "../effect.js";
import type { PullRequest } from "../facts/snapshot.js";
import type { Zone } from "../time/zone.js";
import { writeDateCommitMessage } from "../words/date-commit-message.js";

/** Null when there is nothing to fix, or nothing that the app may. */
export function wantDateCommit({ number, head }: PullRequest, dateChecks: readonly DateCheck[], zone: Zone): Commit | null {
  const changes = dateChecks.flatMap((dateCheck) => changeOf(dateCheck) ?? []);
  if (changes.length === 0) return null;
  return {
    kind: "commit",
    pull: number,
    head: head.sha,
    branch: head.branch,
    changes,
    message: writeDateCommitMessage(
      dateChecks.filter(({ file }) => changes.some(({ path }) => path === file.path)),
      zone,
    ),
  };
}

/** What would be set, by whomever: known before anybody does. */
export function wantForesight({ number, head }: PullRequest, dateChecks: readonly DateCheck[]): Foresee | null {
  const changes = dateChecks.flatMap((dateCheck) => changeOf({ ...dateCheck, leftAlone: null }) ?? []);
  return changes.length === 0 ? null : { kind: "foresee", pull: number, head: head.sha, changes };
}

function changeOf({ file, disagreements, leftAlone }: DateCheck): TextChange | null {
  if (file.blob === null) return null;
  const dateFixes = disagreements.flatMap((one) => (isFixedByApp(one, leftAlone) && one.fix ? [one.fix] : []));
  const edits = dateFixes.flatMap((dateFix): Edit[] => (dateFix.kind === "edit" ? [dateFix.edit] : []));
  const to = dateFixes.find((dateFix) => dateFix.kind === "rename")?.to ?? file.path;
  return edits.length === 0 && to === file.path ? null : { path: file.path, blob: file.blob, to, edits };
}
