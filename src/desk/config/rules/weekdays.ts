/** Titles and reasons of a desk that name a date with another weekday than its own. */
import { sayWrongWeekday, wrongWeekdays } from "../../text/wrong-weekday.js";
import type { DeskClaims } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

export function weekdayRemarks({ campaigns, calendar }: DeskClaims): DeskRemark[] {
  const titles = campaigns.flatMap(({ name, posts }) => [name, ...posts.map(({ title }) => title)]);
  const reasons = [...calendar.closed, ...calendar.freezes].map(({ why }) => why);
  return [...titles, ...reasons].flatMap((said) =>
    said
      ? wrongWeekdays(said.text).map((wrong): DeskRemark => ({
          rule: "desk-weekday",
          severity: "warning",
          message: sayWrongWeekday(wrong),
          said,
        }))
      : [],
  );
}
