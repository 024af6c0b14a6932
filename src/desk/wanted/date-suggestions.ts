/** What of a post's dates is suggested to its writer. */
import { isFixedByApp, type DateCheck } from "../dates/date-check.js";
import { suggestionInLine, type Suggestion } from "../fixes/suggestion.js";

/**
 * What the writer can take over with a button: what is surely wrong, and nobody else will fix.
 * Of lines that end otherwise than GitHub's button would end them, nothing.
 */
export function dateSuggestions({ file, disagreements, leftAlone: why, near }: DateCheck): readonly Suggestion[] {
  if (file.reading?.post.ending !== "\n") return [];
  return disagreements.flatMap((one) =>
    one.fix?.kind === "edit" && near(one) && !isFixedByApp(one, why)
      ? [suggestionInLine(file.path, one.fix.line, one.fix.edit, one.finding)]
      : [],
  );
}
