/** How long it still is to a deadline, in plain words. */
import type { DurationUnit } from "date-fns";
import { formatDuration } from "date-fns/formatDuration";
import { between, DAY, HOUR, MINUTE, type Instant } from "../../desk/time/zone.js";

/** `11 days and 3 hours left`, `40 minutes left`, `the deadline was 2 days ago`. */
export function countdown(now: Instant, deadline: Instant): string {
  const left = between(now, deadline);
  return left > 0 ? `${span(left)} left` : left === 0 ? "the deadline is now" : `the deadline was ${span(-left)} ago`;
}

/** The two largest units that matter: hours are told while days are, minutes only within a day. */
export function span(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const format: DurationUnit[] = days > 13 ? ["days"] : days > 0 ? ["days", "hours"] : ["hours", "minutes"];
  return formatDuration({ days, hours, minutes }, { format, delimiter: " and " }) || "less than a minute";
}
