/** What is said where GitHub did not tell whether somebody has write access to the repository. */
import { sayLackOf } from "../facts/missing-permission.js";
import type { AskedAccess, PullRequest } from "../facts/snapshot.js";
import { listed } from "./phrases.js";
import { plainly } from "./plainly.js";

/** People beyond these are only counted. */
const MOST_NAMED = 10;

/** To those who run the app. */
export function sayUnasked({ of, refused }: AskedAccess): string {
  const people = Object.entries(of).flatMap(([login, access]) => (access === "unknown" ? [login] : []));
  const more = people.length - MOST_NAMED;
  const who = listed([...people.slice(0, MOST_NAMED).map((login) => plainly(login)), ...(more > 0 ? [`${more} more`] : [])], "or");
  return `GitHub did not say whether ${who} has write access to this repository, so Presstime ignores their reviews and commands for now: ${plainly(refused ?? "", 300)}`;
}

/** To those who run the app: a merge does not wait for what nobody can read. */
export function sayUnreadChecks(open: readonly Pick<PullRequest, "number" | "posts" | "checks">[]): readonly string[] {
  const unread = open.filter(({ checks, posts }) => checks === "unknown" && posts.length > 0).map(({ number }) => `#${number}`);
  if (unread.length === 0) return [];
  const which = listed([...unread.slice(0, MOST_NAMED), ...(unread.length > MOST_NAMED ? [`${unread.length - MOST_NAMED} more`] : [])]);
  return [`GitHub does not let Presstime read all checks of ${which}, so it does not wait for those: ${sayLackOf("statuses: read")}.`];
}

/** To those who run the app: of such a team nobody is asked. */
export function sayUnreadTeams(teams: readonly string[] = []): readonly string[] {
  return teams.map(
    (team) =>
      `GitHub does not tell Presstime who belongs to the team ${plainly(team)}, so nobody of it is asked for a review. If the team has that name, then ${sayLackOf("members: read")}.`,
  );
}

/** To somebody whose command did not count for that. */
export const UNASKED_SPEAKER =
  "GitHub did not tell me whether you have write access to this repository. I ask GitHub again within an hour. If you have access, your command then takes effect; you do not need to repeat it.";
