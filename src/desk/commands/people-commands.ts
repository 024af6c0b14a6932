/** Commands about people: who is to review a post, `/cc` and `/uncc`, and who is left alone for a while, `/snooze`. */
import { readLogins, readSpan } from "../comments/grammar.js";
import { includesLogin } from "../facts/person.js";
import { isCoordinator } from "../facts/standing.js";
import { HOUR, plus } from "../time/zone.js";
import { decideFor, only, type GivenCommand, type Taken } from "./taken.js";

/** `own` is set where the speaker takes back their own request, named or not. */
export function takeReviewer(command: "cc" | "uncc", slugs: readonly string[], own: boolean, given: GivenCommand): Taken {
  const { rest, speaker, comment, facts } = given;
  const logins = own ? [speaker.login] : readLogins(rest);
  if (!logins || logins.length === 0)
    return only({ kind: "unreadable", command, why: "Unexpected name, expected GitHub logins such as `@octocat`" });
  if (command === "uncc") {
    return decideFor(slugs, given, (was) => ({
      uncc: [...was.uncc, ...logins],
      cc: was.cc.filter((one) => !includesLogin(logins, one.login)),
    }));
  }
  const added = logins.map((login) => ({ login, by: speaker.login, at: comment.at }));
  const parts = slugs.map((slug) => facts.partIn(slug));
  const signers = logins.filter((login) => parts.some(({ byline, openers }) => includesLogin([...byline, ...openers], login)));
  const named = decideFor(slugs, given, (was) => ({
    cc: [...was.cc.filter((one) => !includesLogin(logins, one.login)), ...added],
    uncc: was.uncc.filter((login) => !includesLogin(logins, login)),
  }));
  return { ...named, answered: { kind: "named", slugs, logins, signers } };
}

/** A coordinator leaves everybody alone, anybody else is left alone. */
export function takeSnooze(slugs: readonly string[], given: GivenCommand): Taken {
  const { command, rest, speaker, comment, facts } = given;
  const hours = readSpan(rest);
  if (hours === null)
    return only({ kind: "unreadable", command, why: "Unexpected span, expected one such as `2d`, `36h` or `1w`, at most 30 days" });
  const until = plus(comment.at, hours * HOUR);
  const login = isCoordinator(speaker, facts.plan.desk) ? null : speaker.login;
  return decideFor(slugs, given, (was) => ({ snoozed: [...was.snoozed, { login, until }] }));
}
