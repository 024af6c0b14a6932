/** The writer's move: what only the writer can put right, whatever the reviewers say. */
import { flagsThatHide, leftAlone } from "../dates/date-check.js";
import type { Dossier } from "../dossier.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { Missing } from "../stage.js";

export function writersMove({ leading }: Dossier, snapshot: Snapshot): readonly Missing[] {
  if (!leading) return [];
  const { pull, texts } = leading;
  const errors = texts.flatMap(({ reading }) => reading?.findings ?? []).filter(({ severity }) => severity === "error").length;
  const flags = texts.flatMap((text) => flagsThatHide(text, snapshot).map((flag) => ({ ...flag, path: text.path })));
  // What the app will set at the slot by itself is in nobody's way until then.
  const flag = leftAlone(pull, snapshot) === null ? flags.find(({ line }) => line === null) : flags[0];
  return [
    ...(errors > 0 ? [{ kind: "unreadable", errors } as const] : []),
    ...(flag ? [{ kind: "unpublished flag", path: flag.path, line: flag.place.line, says: (flag.line ?? flag.key).trim() } as const] : []),
    ...(pull.mergeable === "conflicts" ? [{ kind: "conflicts" } as const] : []),
    ...seenInPart(pull),
  ];
}

/** What nobody has read would go live with what was reviewed. Our limit counts where both are passed: it is the smaller one. */
function seenInPart({ filesComplete, unread, posts }: PullRequest): readonly Missing[] {
  if (unread !== undefined) return [{ kind: "too many posts", read: posts.length, unread }];
  return filesComplete ? [] : [{ kind: "too many files" }];
}
