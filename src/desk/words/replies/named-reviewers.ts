/** Named reviewers: what becomes of a `/cc`, where it is more than being asked: of somebody who is away, or who wrote the post. */
import type { NamedReviewers } from "../../commands/answer.js";
import { includesLogin } from "../../facts/person.js";
import type { JudgedPost } from "../../judged.js";
import { atWallTime, sayDay, type Day, type Zone } from "../../time/zone.js";
import { listed } from "../phrases.js";

interface NamedFacts {
  readonly posts: ReadonlyMap<string, JudgedPost>;
  readonly zone: Zone;
  readonly awayUntil: (login: string) => Day | null;
}

/** Null when everybody named is asked, and there is no more to say. Nobody is pinged: the request does that. */
export function sayNamed({ slugs, logins, signers }: NamedReviewers, facts: NamedFacts): string | null {
  const posts = slugs.flatMap((slug) => facts.posts.get(slug) ?? []);
  const said = logins.flatMap((login) => {
    if (signers.includes(login)) return [`${login} signs this post or opened it, and cannot review it.`];
    if (posts.some(({ approvals }) => includesLogin(approvals.writers ?? [], login)))
      return [`${login} wrote part of this text, and cannot review it. Name somebody else with \`/cc\`.`];
    const until = facts.awayUntil(login);
    return until === null
      ? []
      : [
          `${login} is away until ${sayDay(atWallTime(until, "12:00", facts.zone), facts.zone)}${posts.map((post) => sayBesides(login, post)).join("")}.`,
        ];
  });
  return said.length > 0 ? said.join("\n\n") : null;
}

/** Who is asked beside somebody who is away. */
function sayBesides(login: string, { stage, asked, waitingFor, turn }: JudgedPost): string {
  if (stage !== "in review" && stage !== "sent back")
    return ": somebody else is asked as well once it is ready for review, unless they are back in time";
  const own = asked.find((one) => one.login.toLowerCase() === login.toLowerCase());
  if (own && own.away === undefined) return ", and back before the review is due";
  const others = asked.filter((one) => one.answered === null && one.away === undefined).map((one) => one.login);
  if (others.length > 0) return `: I ask ${listed(others)} as well`;
  return turn === "coordinator" && waitingFor.length > 0
    ? `, and nobody else can be asked: it waits for ${listed(waitingFor)}`
    : ", and nobody else can be asked";
}
