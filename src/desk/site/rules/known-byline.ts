/**
 * Everybody on the by-line is somebody of the desk.
 *
 * Presstime asks nobody to review their own post, and reminds the right person, only when it knows who they are. A person goes by
 * login, name or alias. Add guests to the desk's `people`, or the other spelling to somebody's `aliases`.
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
 */
import { findSigner } from "../../facts/person.js";
import { nearest } from "../../text/nearest.js";
import { quoted } from "../../text/quoted.js";
import type { SiteRule } from "../facts/site-rule.js";

export const knownByline: SiteRule = {
  id: "known-byline",
  says: "Everybody on the by-line is somebody of the desk.",
  severity: "warning",
  judge({ post }, { people }) {
    if (people === undefined || people.length === 0) return [];
    const names = people.flatMap(({ login, name, aliases }) => [name, login, ...aliases]);
    return post.byline
      .filter((signed) => findSigner(people, signed) === null)
      .map(({ value, place }) => {
        const near = nearest(value, names);
        const meant = near === null ? "" : `; did you mean \`${near}\`?`;
        return { message: `Unexpected name ${quoted(value)} on the by-line, expected one of the desk's people${meant}`, place };
      });
  },
};
