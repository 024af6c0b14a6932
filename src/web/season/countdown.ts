/** How long it still is to a deadline, in plain words. */
import { between, DAY, HOUR, MINUTE, type Instant } from "../../desk/time/zone.js";

/** `11 days and 3 hours left`, `40 minutes left`, `passed 2 days ago`. */
export function countdown(now: Instant, deadline: Instant): string {
  const left = between(now, deadline);
  return left > 0 ? `${span(left)} left` : left === 0 ? "now" : `passed ${span(-left)} ago`;
}

/** The two largest units that matter: hours are told while days are, minutes only within a day. */
export function span(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const units: [number, string][] =
    days > 13
      ? [[days, "day"]]
      : days > 0
        ? [
            [days, "day"],
            [hours, "hour"],
          ]
        : [
            [hours, "hour"],
            [minutes, "minute"],
          ];
  const said = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`);
  return said.join(" and ") || "less than a minute";
}
