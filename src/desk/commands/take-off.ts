/** Taking people off a review: they are not asked any more, until somebody names them again. */
import { includesLogin } from "../facts/person.js";
import type { TakenOff } from "./answer.js";
import { decidedOf, decideFor, only, type GivenCommand, type Taken } from "./taken.js";

export function takeOff(
  logins: readonly string[],
  more: Pick<TakenOff, "own" | "besides" | "strangers" | "nobody">,
  given: GivenCommand,
): Taken {
  const { slugs, facts } = given;
  const isSo = (slug: string) => logins.every((login) => includesLogin(decidedOf(slug, given).uncc, login));
  if (slugs.every(isSo)) return only({ kind: "so already", command: "uncc", slug: slugs[0] ?? "" });
  const asked = slugs.flatMap((slug) => [...facts.partIn(slug).asked, ...decidedOf(slug, given).cc.map(({ login }) => login)]);
  const idle = logins.filter((login) => !includesLogin(asked, login));
  return decideFor(slugs, given, { kind: "taken off", slugs, logins, idle, ...more }, (was) => ({
    uncc: [...was.uncc.filter((login) => !includesLogin(logins, login)), ...logins],
    cc: was.cc.filter((one) => !includesLogin(logins, one.login)),
  }));
}
