/** `/uncc` takes a review request back: the speaker's own, whatever they say with it, or that of those with whom it begins. */
import { includesLogin, sameLogin } from "../facts/person.js";
import type { CommandRule } from "./command-rule.js";
import { peopleNamed } from "./people-named.js";
import { takeOff } from "./take-off.js";
import { only } from "./taken.js";

interface Uncc {
  readonly kind: "uncc";
  /** The speaker alone, when it is their own. */
  readonly logins: readonly string[];
  readonly own: boolean;
  /** Spoken of in an own one, and not meant. */
  readonly besides: readonly string[];
  readonly strangers: readonly string[];
  readonly nobody: readonly string[];
}

export const uncc: CommandRule<Uncc> = {
  name: "uncc",
  usage: "/uncc @person",
  does: "cancels a review request; without a login, the request to you",
  more: "Somebody else is asked instead. Without a login it cancels the request to you, and you can add a reason: `/uncc I am away this week`. To cancel the request to somebody else, write the login first. You can write several logins.",
  example: "/uncc I am away this week",
  allowed: "involved",
  about: { slugFirst: "yes", posts: "some", live: "refused" },
  read(words, ear) {
    const { logins, strangers, nobody, first } = peopleNamed(words, ear);
    const onlySelf = strangers.length + nobody.length === 0 && logins.every((login) => sameLogin(login, ear.speaker));
    // Whoever signs the post is not asked to review it, and can only mean others.
    const own = onlySelf || (!first && !ear.signs);
    const besides = own ? [...logins, ...strangers].filter((login) => !sameLogin(login, ear.speaker)) : [];
    return own
      ? { kind: "uncc", own, logins: [ear.speaker], besides, strangers: [], nobody: [] }
      : { kind: "uncc", own, logins, besides, strangers, nobody };
  },
  take({ own, logins, besides, strangers, nobody }, given) {
    const { slugs, speaker, facts } = given;
    const signs = slugs.every((slug) => includesLogin([...facts.partIn(slug).byline, ...facts.partIn(slug).openers], speaker.login));
    if (own && signs) return only({ kind: "never asked", slugs });
    if (logins.length === 0) return only({ kind: "strangers", command: "uncc", logins: strangers, nobody });
    return takeOff(logins, { own, besides, strangers, nobody }, given);
  },
};
