/**
 * Names on the by-line are spelt as the desk spells them.
 *
 * Presstime asks nobody to review their own post, and reminds the right person, only when it knows who they are. A person goes by
 * login, name or alias. Guests and former authors are welcome: a name that is unlike any of the desk's is told only on a post that one
 * of its campaigns promises. Add guests and teams to the desk's `people`, a team by its `name` alone, or the other spelling to
 * somebody's `aliases`.
 *
 * ## Good
 *
 * ```md {"site":{"people":["Dave Scott"]}}
 * ---
 * title: Introducing Irmin
 * author: Dave Scott
 * ---
 * ```
 *
 * ```md {"site":{"people":["Dave Scott"],"teams":["The MirageOS Team"],"promised":true}}
 * ---
 * title: Introducing Irmin
 * author: Dave Scott and The MirageOS Team
 * ---
 * ```
 *
 * ```md {"site":{"people":["Dave Scott"]}}
 * ---
 * title: Introducing Irmin
 * author: A Guest
 * ---
 * ```
 *
 * ## Bad
 *
 * ```md {"site":{"people":["Dave Scott"]}}
 * ---
 * title: Introducing Irmin
 * author: Dave Scot
 * ---
 * ```
 *
 * ```text
 * 3:9-3:18 Unexpected name `Dave Scot` on the by-line, expected one of the desk's people; did you mean `Dave Scott`?
 * ```
 *
 * ```md {"site":{"people":["Dave Scott"],"promised":true}}
 * ---
 * title: Introducing Irmin
 * author: A Guest
 * ---
 * ```
 *
 * ```text
 * 3:9-3:16 Unexpected name `A Guest` on the by-line of a promised post, expected one of the desk's people
 * ```
 */
import { findSigner } from "../../facts/person.js";
import { isOneLetterOff } from "../../text/one-letter-off.js";
import { quoted } from "../../text/quoted.js";
import type { SiteRule } from "../facts/site-rule.js";

export const knownByline: SiteRule = {
  id: "known-byline",
  says: "Names on the by-line are spelt as the desk spells them.",
  severity: "warning",
  judge({ post, promised = false }, { people = [], teams = [] }) {
    if (people.length === 0) return [];
    const signs = [
      ...people.flatMap(({ login, name, aliases }) => [name, login, ...aliases]),
      ...teams.flatMap(({ name, aliases }) => [name, ...aliases]),
    ];
    const own = new Set(teams.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())));
    return post.byline
      .filter((signed) => findSigner(people, signed) === null && !own.has(signed.value.toLowerCase()))
      .flatMap(({ value, place }) => {
        const near = signs.find((sign) => isOneLetterOff(value, sign));
        if (near === undefined && !promised) return [];
        const where = near === undefined ? "on the by-line of a promised post" : "on the by-line";
        const meant = near === undefined ? "" : `; did you mean \`${near}\`?`;
        return [{ message: `Unexpected name ${quoted(value)} ${where}, expected one of the desk's people${meant}`, place }];
      });
  },
};
