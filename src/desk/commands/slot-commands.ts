/** Commands about the slot of one post: `/slot`, `/unslot`, `/pin` and `/unpin`. */
import { freezeAt } from "../calendar/freeze.js";
import { hasStanding } from "../facts/standing.js";
import { nearest } from "../text/nearest.js";
import { readTime } from "../time/read-time.js";
import type { PlacedPost } from "./answer.js";
import { findSlug, idOf } from "./command-facts.js";
import { UNDECIDED, type PostDecisions } from "./post-decisions.js";
import { only, type Taken, type GivenCommand } from "./taken.js";

/** What is left of other wishes when a new one is said: the later one wins. */
const FREE = { slot: null, laterThan: null } as const;

export function takeSlot(slug: string, given: GivenCommand): Taken {
  const { rest, speaker, hadThen } = given;
  const [word = "", ...others] = rest.split(/\s+/u);
  if (word.toLowerCase() === "swap") return takeSwap(slug, others, given);
  if (rest.toLowerCase() !== "next") return place(slug, "slot", given);
  const had = hadThen(slug);
  if (!had) return only({ kind: "no slot yet", slug });
  return {
    answered: { kind: "next", slug, had },
    change: decide(slug, given, () => ({ ...FREE, laterThan: { at: had, by: speaker.login } })),
  };
}

export function takeUnslot(slug: string, given: GivenCommand): Taken {
  const { slot, laterThan } = decidedOf(slug, given);
  if (!slot && !laterThan) return only({ kind: "so already", command: "unslot", slug });
  return { answered: { kind: "unslotted", slug }, change: decide(slug, given, () => FREE) };
}

export function takePin(slug: string, given: GivenCommand): Taken {
  const { rest, speaker, hadThen } = given;
  if (rest !== "") return place(slug, "pinned", given);
  const at = decidedOf(slug, given).slot?.at ?? hadThen(slug);
  if (!at) return only({ kind: "no slot yet", slug });
  return {
    answered: { kind: "pinned", slugs: [slug], at, skipped: null, deadline: null, freeze: null, holders: [] },
    change: decide(slug, given, () => ({ ...FREE, pin: { at, by: speaker.login } })),
  };
}

export function takeUnpin(slug: string, given: GivenCommand): Taken {
  const { facts, speaker } = given;
  const { pin } = decidedOf(slug, given);
  const pinned = pin ? pin.at : (facts.plan.promised(idOf(facts, slug))?.pinned ?? null);
  if (!pinned) return only({ kind: "so already", command: "unpin", slug });
  return { answered: { kind: "unpinned", slug }, change: decide(slug, given, () => ({ pin: { at: null, by: speaker.login } })) };
}

/** The two change the slots they had then. */
function takeSwap(slug: string, words: readonly string[], given: GivenCommand): Taken {
  const { comment, facts, speaker, mayAlso, hadThen } = given;
  const [typed = ""] = words;
  if (typed === "")
    return only({ kind: "unreadable", command: "slot", why: "Unexpected end of line, expected the slug of the other post" });
  const other = findSlug(facts, typed);
  if (!other) return only({ kind: "no such post", slug: typed, meant: nearest(typed, facts.slugs) });
  if (other === slug) return only({ kind: "itself", command: "slot", slug });
  if (!mayAlso(other)) return only({ kind: "not yours", command: "slot", allowed: "owners" });
  if (facts.isLive(other, comment.at)) return only({ kind: "live", slug: other });
  const [own, theirs] = [hadThen(slug), hadThen(other, 1)];
  if (!own) return only({ kind: "no slot yet", slug });
  if (!theirs) return only({ kind: "no slot yet", slug: other });
  const [one, two] = [idOf(facts, slug), idOf(facts, other)];
  return {
    answered: { kind: "swapped", slug, at: theirs, other, otherAt: own },
    change: {
      kind: "decide",
      posts: [one, two],
      alter: (_, post) => ({ ...FREE, slot: { at: post === one ? theirs : own, by: speaker.login } }),
    },
  };
}

/** A slot that was named: answered at once when it cannot be, or when there is something to know about it. */
function place(slug: string, kind: PlacedPost["kind"], given: GivenCommand): Taken {
  const { command, rest, comment, facts, speaker } = given;
  const { desk } = facts.plan;
  const moment = readTime(rest, { said: comment.at, zone: desk.zone, slotsOn: facts.slotsOn });
  if (moment.kind === "unreadable") return only({ kind: "unreadable", command, why: moment.why });
  if (moment.kind === "which") return only({ kind: "which moment", command, slug: facts.slugs.length > 1 ? slug : null, moment });
  const { at, skipped } = moment;
  if (at <= comment.at) return only({ kind: "past", at });
  const promised = facts.plan.promised(idOf(facts, slug));
  if (promised?.notBefore && at < promised.notBefore) return only({ kind: "embargoed", slug, until: promised.notBefore });
  const { freezes } = desk.calendar;
  const by = speaker.login;
  const barring = freezeAt(freezes, at, { at, by });
  if (barring) return only({ kind: "frozen", freeze: barring });
  const holders = facts.holdersOf(at, comment.at).filter((one) => one !== slug);
  // Somebody from outside, with a post that nobody promised, takes no promised post's slot.
  if (holders.length > 0 && !promised && !hasStanding(speaker, desk)) return only({ kind: "given", at, holders });
  const deadline = desk.campaigns.find(({ posts }) => promised && posts.includes(promised))?.deadline ?? null;
  const freeze = freezeAt(freezes, at);
  return {
    answered: { kind, slugs: [slug], at, skipped, deadline: deadline && at > deadline ? deadline : null, freeze, holders },
    change: decide(slug, given, () => (kind === "slot" ? { ...FREE, slot: { at, by } } : { ...FREE, pin: { at, by } })),
  };
}

function decide(slug: string, { facts }: GivenCommand, alter: (was: PostDecisions) => Partial<PostDecisions>): Taken["change"] {
  return { kind: "decide", posts: [idOf(facts, slug)], alter };
}

function decidedOf(slug: string, { facts, decisions }: GivenCommand): PostDecisions {
  return decisions.decided.get(idOf(facts, slug)) ?? UNDECIDED;
}
