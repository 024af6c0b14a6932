/** Mends: the one commit that brings a pull request in accord with its slot, just before it is merged. */
import { isMendedByApp, type Agreement } from "../dates/agreement.js";
import type { Commit, Edit, TextChange } from "../effect.js";
import type { PullRequest } from "../facts/snapshot.js";
import type { Zone } from "../time/zone.js";
import { writeMendMessage } from "../words/date-commit-message.js";

/** Null when there is nothing to mend, or nothing that the app may. */
export function wantMend({ number, head }: PullRequest, agreements: readonly Agreement[], zone: Zone): Commit | null {
  const changes = agreements.flatMap((agreement) => changeOf(agreement) ?? []);
  if (changes.length === 0) return null;
  return {
    kind: "commit",
    pull: number,
    head: head.sha,
    branch: head.branch,
    changes,
    message: writeMendMessage(
      agreements.filter(({ file }) => changes.some(({ path }) => path === file.path)),
      zone,
    ),
  };
}

function changeOf({ file, disagreements, leftAlone }: Agreement): TextChange | null {
  if (file.blob === null) return null;
  const mends = disagreements.flatMap((one) => (isMendedByApp(one, leftAlone) && one.mend ? [one.mend] : []));
  const edits = mends.flatMap((mend): Edit[] => (mend.kind === "edit" ? [mend.edit] : []));
  const to = mends.find((mend) => mend.kind === "rename")?.to ?? file.path;
  return edits.length === 0 && to === file.path ? null : { path: file.path, blob: file.blob, to, edits };
}
