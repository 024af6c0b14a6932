/** How many posts of a campaign are live: one sentence for page, board, notes and calendar, from the one count of the judgement. */
import type { JudgedCampaign } from "../judged.js";

/** `8 of 9 live before the deadline, 1 after it, 1 dropped`: of the posts that are promised, those that were dropped left out. */
export function sayCount({ live, inTime = live, dropped, total }: Pick<JudgedCampaign, "live" | "inTime" | "dropped" | "total">): string {
  return [
    `${inTime} of ${total - dropped} live before the deadline`,
    ...(live > inTime ? [`${live - inTime} after it`] : []),
    ...(dropped > 0 ? [`${dropped} dropped`] : []),
  ].join(", ");
}
