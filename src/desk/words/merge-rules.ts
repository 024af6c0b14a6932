/** What the notice says beforehand of how the rules of a branch let it be merged. */
import { quoted } from "../text/quoted.js";

export function sayBlocked(base: string): string {
  return `GitHub says that the rules of ${quoted(base, 100)} block this merge now; the box above the merge button lists what is missing. I try the merge at its slot all the same, because GitHub also says this where the merge is allowed.`;
}

export function sayThroughQueue(base: string): string {
  return `${quoted(base, 100)} has a merge queue: at its slot I add this pull request to the queue, and it is live when GitHub has merged it from there.`;
}
