/** `/dry-run` tells what a command would change. */
import { placeOfWords } from "../facts/spoken.js";
import { NO_POST, type CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface DryRun {
  readonly kind: "dry-run";
  /** As it would be said: `/slot next`. */
  readonly command: string;
}

export const dryRun: CommandRule<DryRun> = {
  name: "dry-run",
  usage: "/dry-run /slot next",
  does: "shows what a command would change, and changes nothing",
  more: "The reply contains the answer that the command itself would get, and every post whose slot, stage or lateness would change. Presstime calculates at most three dry runs at once; further dry runs are answered a few seconds later.",
  example: "/dry-run /slot next",
  allowed: "involved",
  about: NO_POST,
  read(words, { command }) {
    const tried = command(`/${words.replace(/^\//u, "")}`);
    return tried === null || /^\/dry-run\b/u.test(tried)
      ? { kind: "unreadable", command: "dry-run", why: "after `/dry-run`, write the command to try: `/dry-run /slot next`" }
      : { kind: "dry-run", command: tried };
  },
  take: ({ command }, { comment, line }) => only({ kind: "dry run", comment: placeOfWords(comment), line, command }),
};
