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
  more: "Write one login or several; other words may stand between them. A word is read as a login if it is written `@login`, or if somebody on the desk has this login. People whom you name are included in the number of reviewers that the desk asks for: Presstime adds people only until that number is reached. If you name somebody who is away, Presstime asks that person, and also somebody who is not away. A person who is not on the desk and has no write access to the repository is not asked, and the reply tells you this.",
  example: "/cc @grace",
  allowed: "involved",
  about: { slugFirst: "yes", posts: "some", live: "refused" },
  read(words, ear) {
    const { logins, strangers, nobody } = peopleNamed(words, ear);
    return logins.length + strangers.length + nobody.length === 0
      ? { kind: "unreadable", command: "cc", why: "write at least one login, such as `/cc @octocat`. I asked nobody" }
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
