/** `/cc` asks somebody in particular for a review. */
import { includesLogin } from "../facts/person.js";
import type { CommandRule } from "./command-rule.js";
import { peopleNamed } from "./people-named.js";
import { decidedOf, decideFor, only } from "./taken.js";

interface Cc {
  readonly kind: "cc";
  readonly logins: readonly string[];
  readonly strangers: readonly string[];
  readonly nobody: readonly string[];
}

export const cc: CommandRule<Cc> = {
  name: "cc",
  usage: "/cc @person",
  does: "asks somebody in particular for a review",
  more: "One login or several, and words among them if you like: a word counts as a login if it is written `@login`, or is the login of somebody on the desk. Those whom you ask count: Presstime chooses only as many more as the desk wants asked. Whoever is away is asked all the same, and somebody who is there as well. Somebody who is neither on the desk nor may write to the repository is not asked, and you are told so.",
  example: "/cc @grace",
  allowed: "involved",
  about: { slugFirst: "yes", posts: "some", live: "refused" },
  read(words, ear) {
    const { logins, strangers, nobody } = peopleNamed(words, ear);
    return logins.length + strangers.length + nobody.length === 0
      ? { kind: "unreadable", command: "cc", why: "nobody is named here, and nobody is asked. Write logins, such as `/cc @octocat`" }
      : { kind: "cc", logins, strangers, nobody };
  },
  take({ logins, strangers, nobody }, given) {
    const { slugs, speaker, comment, facts } = given;
    const [first = ""] = slugs;
    if (slugs.every((slug) => decidedOf(slug, given).dropped)) return only({ kind: "dropped", slug: first });
    if (logins.length === 0) return only({ kind: "strangers", command: "cc", logins: strangers, nobody });
    const added = logins.map((login) => ({ login, by: speaker.login, at: comment.at }));
    const parts = slugs.map((slug) => facts.partIn(slug));
    const signers = logins.filter((login) => parts.some(({ byline, openers }) => includesLogin([...byline, ...openers], login)));
    return decideFor(slugs, given, { kind: "named", slugs, logins, signers, strangers, nobody, at: comment.at }, (was) => ({
      cc: [...was.cc.filter((one) => !includesLogin(logins, one.login)), ...added],
      uncc: was.uncc.filter((login) => !includesLogin(logins, login)),
    }));
  },
};
