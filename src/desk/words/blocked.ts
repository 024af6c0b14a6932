/** What the notice says of a merge that GitHub calls blocked. */
import { quoted } from "../text/quoted.js";

export function sayBlocked(base: string): string {
  return `GitHub says that the rules of ${quoted(base, 100)} block this merge now; the box above the merge button lists what is missing. I try the merge at its slot all the same, because GitHub also says this where the merge is allowed.`;
}
