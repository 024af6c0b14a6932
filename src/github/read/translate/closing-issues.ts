/** The issues that a pull request closes when it is merged, by what its description says. */
import { openLines } from "../../../desk/comments/spoken-words.js";

/** https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue */
const CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]{1,4}#(\d{1,9})\b/giu;

const MOST = 5;

/** Numbers, each once, in the order in which they are named. */
export function closingIssues(description: string): readonly number[] {
  const named = [...openLines(description)].flatMap(({ text }) => [...text.matchAll(CLOSES)].map(([, number]) => Number(number)));
  return [...new Set(named)].slice(0, MOST);
}
