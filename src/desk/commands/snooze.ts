/** `/snooze` keeps reminders about a post away for a while: a coordinator's from everybody, anybody else's from themselves. */
import { isCoordinator } from "../facts/standing.js";
import { HOUR, plus } from "../time/zone.js";
import type { CommandRule } from "./command-rule.js";
import { decidedOf, decideFor, only } from "./taken.js";

interface Snooze {
  readonly kind: "snooze";
  readonly hours: number;
}

export const snooze: CommandRule<Snooze> = {
  name: "snooze",
  usage: "/snooze 2d",
  does: "stops reminders to you about this post for a while",
  more: "Write hours, days or weeks: `36h`, `2d`, `1w`, thirty days at most. If a coordinator writes `/snooze`, nobody gets reminders about the post. Words may follow: `/snooze 2d, at a conference`.",
  example: "/snooze 2d",
  allowed: "involved",
  about: { slugFirst: "yes", posts: "some", live: "refused" },
  read(words) {
    const hours = readSpan(words);
    return hours === null
      ? { kind: "unreadable", command: "snooze", why: "write for how long: `2d`, `36h` or `1w`, thirty days at most" }
      : { kind: "snooze", hours };
  },
  take({ hours }, given) {
    const { slugs, speaker, comment, at, facts } = given;
    const [first = ""] = slugs;
    if (slugs.every((slug) => decidedOf(slug, given).dropped)) return only({ kind: "dropped", slug: first });
    const until = plus(comment.at, hours * HOUR);
    if (until <= at) {
      const why = "its time counts from the first version of the comment, and it has passed. Write `/snooze` in a new comment";
      return only({ kind: "unreadable", command: "snooze", why });
    }
    const login = isCoordinator(speaker, facts.plan.desk) ? null : speaker.login;
    const isSo = (slug: string) => decidedOf(slug, given).snoozed.some((one) => one.login === login && one.until >= until);
    if (slugs.every(isSo)) return only({ kind: "so already", command: "snooze", slug: first });
    return decideFor(slugs, given, { kind: "snoozed", slugs, until, everybody: login === null }, (was) => ({
      snoozed: [...was.snoozed, { login, until }],
    }));
  },
};

const UNITS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 168 };

/** `2d`, `36h`, `1w`, `3 days`, and whatever follows: hours, at most thirty days; null for anything else. */
export function readSpan(text: string): number | null {
  const match = /^(?:for\s+)?(\d{1,3})\s*(h|d|w)(?:(?:ou)?rs?|ays?|ee?ks?)?(?![\p{L}\p{N}_-])/iu.exec(text.trim());
  const hours = match ? Number(match[1]) * (UNITS[(match[2] ?? "").toLowerCase()] ?? 0) : 0;
  return hours > 0 && hours <= 30 * 24 ? hours : null;
}
