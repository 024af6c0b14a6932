/** People: what becomes of a `/cc`, `/uncc` or `/decline`, where it is more than being asked, or not being asked any more. */
import type { NamedReviewers, OutOfReach, TakenOff } from "../../commands/answer.js";
import { includesLogin, sameLogin } from "../../facts/person.js";
import type { AskedReviewer, JudgedPost } from "../../judged.js";
import { quoted } from "../../text/quoted.js";
import { atWallTime, sayDay, type Day, type Zone } from "../../time/zone.js";
import { listed } from "../phrases.js";
import { plainly } from "../plainly.js";

interface NamedFacts {
  readonly posts: ReadonlyMap<string, JudgedPost>;
  readonly zone: Zone;
  readonly awayUntil: (login: string) => Day | null;
}

/** Null when everybody named is asked, and there is no more to say. Nobody is pinged: the request does that. */
export function sayNamed(line: NamedReviewers, facts: NamedFacts): string | null {
  const said = [...line.logins.flatMap((login) => sayAsked(login, line, facts) ?? []), ...sayOutOfReach(line, "cc")];
  return said.length > 0 ? said.join("\n\n") : null;
}

/** Whether somebody of those named can be asked, and nobody was named in vain. */
export function isNamed(line: NamedReviewers, { posts }: Pick<NamedFacts, "posts">): boolean {
  const judged = line.slugs.flatMap((slug) => posts.get(slug) ?? []);
  const cannot = (login: string) => includesLogin(line.signers, login) || wrote(login, judged) || hasAnswered(login, judged);
  return isInReach(line) && !line.logins.every(cannot);
}

export function isInReach({ strangers, nobody }: OutOfReach): boolean {
  return strangers.length + nobody.length === 0;
}

function sayAsked(login: string, { slugs, signers, at }: NamedReviewers, facts: NamedFacts): string | null {
  const posts = slugs.flatMap((slug) => facts.posts.get(slug) ?? []);
  if (includesLogin(signers, login)) return `${login} is an author of this post or opened its pull request, so ${login} cannot review it.`;
  if (wrote(login, posts)) return `${login} wrote part of this text, so ${login} cannot review it. Name somebody else with \`/cc\`.`;
  if (hasAnswered(login, posts)) return `${login} has reviewed after your comment. To ask ${login} again, write \`/cc\` in a new comment.`;
  const until = facts.awayUntil(login);
  if (until !== null) {
    const last = sayDay(atWallTime(until, "12:00", facts.zone), facts.zone);
    return `${login} is away until ${last}${posts.map((post) => sayBesides(login, post)).join("") || "."}`;
  }
  const requests = posts.map((post) => requestTo(login, post));
  if (requests.some((one) => one?.at && one.at < at)) return `${login} has been asked already.`;
  if (posts.length === 0 || requests.some((one) => one !== null)) return null;
  return posts.every(({ stage }) => stage === "held")
    ? `The post is on hold. When somebody writes \`/unhold\`, I ask ${login}.`
    : `I ask ${login} as soon as the post is ready for review.`;
}

function requestTo(login: string, { asked }: JudgedPost): AskedReviewer | null {
  return asked.find((one) => sameLogin(one.login, login)) ?? null;
}

function wrote(login: string, posts: readonly JudgedPost[]): boolean {
  return posts.some(({ approvals }) => includesLogin(approvals.writers ?? [], login));
}

function hasAnswered(login: string, posts: readonly JudgedPost[]): boolean {
  return posts.some((post) => (requestTo(login, post)?.answered ?? null) !== null);
}

/** Who is asked beside somebody who is away. */
function sayBesides(login: string, { stage, asked, waitingFor, turn }: JudgedPost): string {
  if (stage !== "in review" && stage !== "sent back")
    return `. When the post is ready for review and ${login} is still away, I also ask somebody else.`;
  const own = asked.find((one) => one.login.toLowerCase() === login.toLowerCase());
  if (own && own.away === undefined) return ", and is back before the review is due.";
  const others = asked.filter((one) => one.answered === null && one.away === undefined).map((one) => one.login);
  if (others.length > 0) return `. I also ask ${listed(others)}.`;
  return turn === "coordinator" && waitingFor.length > 0
    ? `, and I can ask nobody else. ${listed(waitingFor, "or")} can name another reviewer with \`/cc\`.`
    : ", and I can ask nobody else.";
}

/** Null when somebody who was asked is not any more, and all is said by that. */
export function sayTakenOff(line: TakenOff): string | null {
  const { slugs, logins, idle, own, besides } = line;
  const posts = listed(slugs.map((slug) => quoted(slug)));
  const never = own
    ? idle.map(() => `You were not asked to review ${posts}. I will not ask you later either.`)
    : idle.map((login) => `${plainly(login, 60)} was not asked to review ${posts}. I will not ask ${plainly(login, 60)} later either.`);
  const others =
    besides.length > 0
      ? [
          `I cancelled the review request to you only. To cancel the request to somebody else, write the login first: \`/uncc ${plainly(besides[0] ?? "", 60)}\`.`,
        ]
      : [];
  const said = [...never, ...others, ...(logins.length > 0 ? sayOutOfReach(line, "uncc") : [])];
  return said.length > 0 ? said.join("\n\n") : null;
}

/** Those who were named and cannot review here, and what to do about it. */
export function sayOutOfReach({ strangers, nobody }: OutOfReach, command: string): readonly string[] {
  const who = listed(strangers.map((login) => plainly(login, 60)));
  const [is, has, was] = strangers.length === 1 ? ["is", "has", "was"] : ["are", "have", "were"];
  const them = strangers.length === 1 ? "this person" : "these people";
  const what =
    command === "cc"
      ? `so I do not ask ${them}. Check the spelling; or add ${them} to \`people\` in the desk file, or to the repository, and write \`/cc\` again`
      : `and ${was} not asked. Check the spelling`;
  return [
    ...(strangers.length > 0
      ? [`${who} ${is} not on the desk${command === "cc" ? " and" : ","} ${has} no write access to this repository, ${what}.`]
      : []),
    ...(nobody.length > 0
      ? [
          `${listed(nobody.map((one) => quoted(one)))} ${nobody.length === 1 ? "is not a login" : "are not logins"}. Write logins, such as \`/${command} @octocat\`.`,
        ]
      : []),
  ];
}
