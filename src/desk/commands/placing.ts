/** Placing: a slot that is named for one post, by `/slot` or `/pin`; answered at once when it cannot be, or when there is something to know about it. */
import { freezeAt } from "../calendar/freeze.js";
import { hasStanding } from "../facts/standing.js";
import type { SpokenTime } from "../time/read-time.js";
import type { Instant } from "../time/zone.js";
import type { CommandAnswer, PlacedPost } from "./answer.js";
import { idOf } from "./command-facts.js";
import type { PostDecisions } from "./post-decisions.js";
import { decidedOf, decideFor, only, type GivenCommand, type Taken } from "./taken.js";

/** What is left of other wishes when a new one is said: the later one wins. */
export const FREE = { slot: null, laterThan: null } as const;

export function place(slug: string, kind: PlacedPost["kind"], moment: SpokenTime, given: GivenCommand): Taken {
  const { comment, facts, speaker } = given;
  const { desk } = facts.plan;
  const command = kind === "slot" ? "slot" : "pin";
  if (moment.kind === "unreadable") return only({ kind: "unreadable", command, why: moment.why });
  if (moment.kind === "which") return only({ kind: "which moment", command, slug: facts.slugs.length > 1 ? slug : null, moment });
  const { at, skipped } = moment;
  if (at <= given.at) return only({ kind: "past", at });
  const barred = barredAt(slug, at, given);
  if (barred) return only(barred);
  const promised = facts.plan.promised(idOf(facts, slug));
  const holders = facts.holdersOf(at, comment.at).filter((one) => one !== slug && !decidedOf(one, given).dropped);
  // Somebody from outside, with a post that nobody promised, takes no promised post's slot.
  if (holders.length > 0 && !promised && !hasStanding(speaker, desk)) return only({ kind: "given", at, holders });
  const deadline = desk.campaigns.find(({ posts }) => promised && posts.includes(promised))?.deadline ?? null;
  const answered: PlacedPost = {
    kind,
    slugs: [slug],
    at,
    skipped,
    deadline: deadline && at > deadline ? deadline : null,
    freeze: freezeAt(desk.calendar.freezes, at),
    holders,
  };
  return kind === "slot" ? wish(slug, { slot: { at, by: speaker.login } }, answered, given) : keep(slug, at, answered, given);
}

/** What keeps a post from a slot that the speaker names for it: its embargo, the post that it translates, or a freeze that they may not pass. */
export function barredAt(slug: string, at: Instant, given: GivenCommand): CommandAnswer | null {
  const { facts, speaker } = given;
  const original = facts.originalOf(slug);
  const until = original && facts.toldAt(original, given.at);
  if (until && at < until) return { kind: "before its post", slug, original, until };
  const embargo = facts.plan.promised(idOf(facts, slug))?.notBefore;
  if (embargo && at < embargo) return { kind: "embargoed", slug, until: embargo };
  const freeze = freezeAt(facts.plan.desk.calendar.freezes, at, { at, by: speaker.login });
  return freeze && { kind: "frozen", freeze };
}

export function keep(slug: string, at: PlacedPost["at"], answered: CommandAnswer, given: GivenCommand): Taken {
  return decideFor([slug], given, answered, () => ({ ...FREE, pin: { at, by: given.speaker.login } }));
}

export function wish(
  slug: string,
  wished: Partial<Pick<PostDecisions, "slot" | "laterThan">>,
  answered: CommandAnswer,
  given: GivenCommand,
): Taken {
  return decideFor([slug], given, answered, () => ({ ...FREE, ...wished }));
}
