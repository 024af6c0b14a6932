/** What of a post's dates is suggested to its writer. */
import { isMendedByApp, type Agreement } from "../dates/agreement.js";
import { offerInLine, type Offer } from "../fixes/suggestion.js";

/**
 * What is offered to the writer with a button: what is surely wrong, and nobody else will mend.
 * Of lines that end otherwise than GitHub's button would end them, nothing.
 */
export function offersOf({ file, disagreements, leftAlone: why, near }: Agreement): readonly Offer[] {
  if (file.reading?.post.ending !== "\n") return [];
  return disagreements.flatMap((one) =>
    one.mend?.kind === "edit" && near(one) && !isMendedByApp(one, why)
      ? [offerInLine(file.path, one.mend.line, one.mend.edit, one.finding)]
      : [],
  );
}
