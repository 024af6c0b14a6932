/** What only the writer can mend, whatever the reviewers say. */
import type { Dossier } from "./dossier.js";
import type { Missing } from "./words/missing.js";

export function toMend({ leading }: Dossier): readonly Missing[] {
  if (!leading) return [];
  const { pull, file } = leading;
  const errors = (file.reading?.findings ?? []).filter(({ severity }) => severity === "error").length;
  const flag = file.reading?.post.unpublished;
  return [
    ...(errors > 0 ? [{ kind: "unreadable", errors } as const] : []),
    ...(flag ? [{ kind: "unpublished flag", line: flag.place.line } as const] : []),
    ...(pull.mergeable === "conflicts" ? [{ kind: "conflicts" } as const] : []),
  ];
}
