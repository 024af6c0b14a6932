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
  if (includesLogin(signers, login)) return `${login} signs this post or opened it, and cannot review it.`;
  if (wrote(login, posts)) return `${login} wrote part of this text, and cannot review it. Name somebody else with \`/cc\`.`;
  if (hasAnswered(login, posts)) return `${login} has answered since. To ask again, say \`/cc\` in a new comment.`;
  const until = facts.awayUntil(login);
  if (until !== null) {
    const last = sayDay(atWallTime(until, "12:00", facts.zone), facts.zone);
    return `${login} is away until ${last}${posts.map((post) => sayBesides(login, post)).join("")}.`;
  }
  const requests = posts.map((post) => requestTo(login, post));
  if (requests.some((one) => one?.at && one.at < at)) return `${login} is asked already.`;
  if (posts.length === 0 || requests.some((one) => one !== null)) return null;
  return posts.every(({ stage }) => stage === "held")
    ? `I ask ${login} once the post goes on: say \`/unhold\` for that.`
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
    return ": somebody else is asked as well once it is ready for review, unless they are back in time";
  const own = asked.find((one) => one.login.toLowerCase() === login.toLowerCase());
  if (own && own.away === undefined) return ", and back before the review is due";
  const others = asked.filter((one) => one.answered === null && one.away === undefined).map((one) => one.login);
  if (others.length > 0) return `: I ask ${listed(others)} as well`;
  return turn === "coordinator" && waitingFor.length > 0
    ? `, and nobody else can be asked: it waits for ${listed(waitingFor)}`
    : ", and nobody else can be asked";
}

/** Null when somebody who was asked is not any more, and all is said by that. */
export function sayTakenOff(line: TakenOff): string | null {
  const { slugs, logins, idle, own, besides } = line;
  const posts = listed(slugs.map((slug) => quoted(slug)));
  const never = own
    ? idle.map(() => `You were not asked to review ${posts}, and will not be.`)
    : idle.map((login) => `${plainly(login, 60)} was not asked to review ${posts}, and will not be.`);
  const others =
    besides.length > 0
      ? [
          `I took your own request back, and nobody else’s. To take back somebody else’s, begin with the login: \`/uncc ${plainly(besides[0] ?? "", 60)}\`.`,
        ]
      : [];
  const said = [...never, ...others, ...(logins.length > 0 ? sayOutOfReach(line, "uncc") : [])];
  return said.length > 0 ? said.join("\n\n") : null;
}

/** Those who were named and cannot review here, and what to do about it. */
export function sayOutOfReach({ strangers, nobody }: OutOfReach, command: string): readonly string[] {
  const who = listed(strangers.map((login) => plainly(login, 60)));
  const [is, write] = strangers.length === 1 ? ["is", "may"] : ["are", "may"];
  const them = strangers.length === 1 ? "this person" : "these people";
  const what =
    command === "cc"
      ? `so I do not ask ${them}. Check the spelling; or add ${them} to \`people\` in the desk file, or to the repository, and say \`/cc\` again`
      : `and was not asked. Check the spelling`;
  return [
    ...(strangers.length > 0 ? [`${who} ${is} not on the desk, and ${write} not write to this repository, ${what}.`] : []),
    ...(nobody.length > 0
      ? [`${listed(nobody.map((one) => quoted(one)))}: I can only ask people. Write their logins, such as \`/${command} @octocat\`.`]
      : []),
  ];
}
