/** Fixing in words: the button and the command, the commit they make, and why there is none. */
import type { CheckAction } from "../effect.js";
import type { CannotFix } from "../facts/text-fix.js";
import { FIX } from "../fixes/remembered-clicks.js";
import { quoted } from "../text/quoted.js";
import { counted, listed } from "./phrases.js";
import { plainly } from "./plainly.js";

export const FIX_ALL: CheckAction = { label: "Fix all", description: "Commits the fixes to this branch", identifier: FIX };

export const NOTHING_TO_FIX =
  "There is nothing here that I can correct myself. The writer has to correct what the check `presstime/lint` still lists.";

/** Advice is not suggested: then nothing is there to be accepted. */
function sayAtHome(suggested: boolean): string {
  return `You can ${suggested ? "accept the suggestions on the lines, or " : ""}run \`npx presstime lint --fix PATH\` in your own copy and push`;
}

/** Why, and what to do instead; `suggested` where GitHub shows suggestions on lines of the pull request. */
export function sayCannotFix(why: CannotFix, suggested: boolean): string {
  const atHome = sayAtHome(suggested);
  switch (why.kind) {
    case "fork":
      return `I cannot commit to this branch, because ${why.from === null ? "its repository was deleted" : `I have no write access to ${quoted(why.from, 100)}`}. ${atHome}.`;
    case "refused":
      return `I could not commit the fixes, because GitHub refused: ${plainly(why.why.replace(/\.\s*$/, ""), 300)}. ${atHome}.`;
  }
}

export interface Fixing {
  readonly count: number;
  readonly cannot: CannotFix | null;
  /** Whether some of the fixes are suggested on their lines. */
  readonly suggested: boolean;
  /** Those who pressed the button and may not. */
  readonly deniedTo: readonly string[];
}

/** Below the check's verdict. */
export function sayFixing({ count, cannot, suggested, deniedTo }: Fixing): string {
  const suggestion =
    cannot === null
      ? `**Fix all** fixes ${count} of these, and so does \`/fix\` in the conversation. Both commit to this branch, so earlier approvals do not count any more and are requested again.`
      : `${count} of these can be fixed automatically, but not by me. ${sayCannotFix(cannot, suggested)}`;
  const denied =
    deniedTo.length === 0
      ? ""
      : ` ${listed(deniedTo.slice(0, 5).map((login) => quoted(login)))} pressed “Fix all”, but nothing was done. Only these people may use it: the authors of the post, the person who opened the pull request, its reviewers, and everybody with write access to the repository.`;
  return suggestion + denied;
}

/** The first line is the headline. No title and no message of a finding: a commit message can close issues. */
export function writeFixMessage(count: number, files: number, by: readonly string[]): string {
  const asked = by.map((login) => login.replace(/[^A-Za-z0-9-]/g, "")).filter((login) => login !== "");
  return [
    `Fix what the linter found: ${counted(count, "fix", "fixes")} in ${counted(files, "post")}`,
    "",
    `${asked.length > 0 ? `Asked for by ${listed(asked)}. ` : ""}This commit changes only the places that the linter found. It does not change front matter.`,
  ].join("\n");
}
