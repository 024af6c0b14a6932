/** What is said where GitHub did not tell whether somebody may write here. */
import type { AskedAccess } from "../facts/snapshot.js";
import { listed } from "./phrases.js";
import { plainly } from "./plainly.js";

/** People beyond these are only counted. */
const MOST_NAMED = 10;

/** To those who run the app. */
export function sayUnasked({ of, refused }: AskedAccess): string {
  const people = Object.entries(of).flatMap(([login, access]) => (access === "unknown" ? [login] : []));
  const more = people.length - MOST_NAMED;
  const who = listed([...people.slice(0, MOST_NAMED).map((login) => plainly(login)), ...(more > 0 ? [`${more} more`] : [])], "or");
  return `GitHub did not say whether ${who} may write here, so their reviews and commands do not count: ${plainly(refused ?? "", 300)}`;
}

/** To somebody whose command did not count for that. */
export const UNASKED_SPEAKER =
  "GitHub did not tell me whether you may write here. I ask again within the hour, and once it says yes, this counts without being said again.";
