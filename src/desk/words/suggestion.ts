/** Suggestions as people read them: what is wrong in a sentence, and the lines that GitHub's button puts in place. */
import type { Suggestion } from "../fixes/suggestion.js";
import { counted } from "./phrases.js";
import { plainly } from "./plainly.js";

/** The review's own words, above its comments. `more` are suggestions that it leaves out. */
export function writeSuggestions(count: number, more: number): string {
  const rest = more > 0 ? ` I show ${counted(more, "more correction")} after your next push.` : "";
  const here = count === 1 ? "Here is 1 small correction. You can accept it" : `Here are ${count} small corrections. You can accept each`;
  return `${here} with “Commit suggestion”.${rest} I resolve a conversation when its text is corrected.`;
}

/** https://docs.github.com/pull-requests: a fence longer than any that the lines hold. Nothing inside it is read as Markdown, or as a mention. */
export function writeSuggestion({ says, becomes }: Suggestion): string {
  const longest = Math.max(2, ...Array.from(becomes.matchAll(/`+/g), ({ 0: run }) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${plainly(says, 500)}.\n\n${fence}suggestion\n${becomes}\n${fence}`;
}
