/** Commands about the slot of one post: `/slot`, `/unslot`, `/pin` and `/unpin`. */
import { belongs } from "../comments/permissions.js";
import { includesLogin } from "../facts/person.js";
import { nearest } from "../text/nearest.js";
import { readMoment } from "../time/read-time.js";
import type { Placed } from "./answer.js";
import { findSlug, idOf } from "./command-facts.js";
import { UNDECIDED, type Decided } from "./post-decisions.js";
import { only, type Heard, type Saying } from "./taken.js";

/** What is left of other wishes when a new one is said: the later one wins. */
const FREE = { slot: null, laterThan: null } as const;

export function hearSlot(slug: string, saying: Saying): Heard {
  const { rest, speaker, hadThen } = saying;
  const [word = "", ...others] = rest.split(/\s+/u);
  if (word.toLowerCase() === "swap") return hearSwap(slug, others, saying);
  if (rest.toLowerCase() !== "next") return place(slug, "slot", saying);
  const had = hadThen(slug);
  if (!had) return only({ kind: "no slot yet", slug });
  return {
    answered: { kind: "next", slug, had },
    change: decide(slug, saying, () => ({ ...FREE, laterThan: { at: had, by: speaker.login } })),
  };
}

export function hearUnslot(slug: string, saying: Saying): Heard {
  const { slot, laterThan } = decidedOf(slug, saying);
  if (!slot && !laterThan) return only({ kind: "so already", command: "unslot", slug });
  return { answered: { kind: "unslotted", slug }, change: decide(slug, saying, () => FREE) };
}

export function hearPin(slug: string, saying: Saying): Heard {
  const { rest, speaker, hadThen } = saying;
  if (rest !== "") return place(slug, "pinned", saying);
  const at = decidedOf(slug, saying).slot?.at ?? hadThen(slug);
  if (!at) return only({ kind: "no slot yet", slug });
  return {
    answered: { kind: "pinned", slugs: [slug], at, skipped: null, deadline: null, freeze: null, holders: [] },
    change: decide(slug, saying, () => ({ ...FREE, pin: { at, by: speaker.login } })),
  };
}

export function hearUnpin(slug: string, saying: Saying): Heard {
  const { scene, speaker } = saying;
  const { pin } = decidedOf(slug, saying);
  const pinned = pin ? pin.at : (scene.plan.promised(idOf(scene, slug))?.pinned ?? null);
  if (!pinned) return only({ kind: "so already", command: "unpin", slug });
  return { answered: { kind: "unpinned", slug }, change: decide(slug, saying, () => ({ pin: { at: null, by: speaker.login } })) };
}

/** The two change the slots they had then. */
function hearSwap(slug: string, words: readonly string[], saying: Saying): Heard {
  const { comment, scene, speaker, mayAlso, hadThen } = saying;
  const [typed = ""] = words;
  if (typed === "")
    return only({ kind: "unreadable", command: "slot", why: "Unexpected end of line, expected the slug of the other post" });
  const other = findSlug(scene, typed);
  if (!other) return only({ kind: "no such post", slug: typed, meant: nearest(typed, scene.slugs) });
  if (other === slug) return only({ kind: "itself", command: "slot", slug });
  if (!mayAlso(other)) return only({ kind: "not yours", command: "slot", allowed: "owners" });
  if (scene.isLive(other, comment.at)) return only({ kind: "live", slug: other });
  const [own, theirs] = [hadThen(slug), hadThen(other, 1)];
  if (!own) return only({ kind: "no slot yet", slug });
  if (!theirs) return only({ kind: "no slot yet", slug: other });
  const [one, two] = [idOf(scene, slug), idOf(scene, other)];
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
function place(slug: string, kind: Placed["kind"], saying: Saying): Heard {
  const { command, rest, comment, scene, speaker } = saying;
  const { desk } = scene.plan;
  const moment = readMoment(rest, { said: comment.at, zone: desk.zone, slotsOn: scene.slotsOn });
  if (moment.kind === "unreadable") return only({ kind: "unreadable", command, why: moment.why });
  if (moment.kind === "which") return only({ kind: "which moment", command, slug: scene.slugs.length > 1 ? slug : null, moment });
  const { at, skipped } = moment;
  if (at <= comment.at) return only({ kind: "past", at });
  const promised = scene.plan.promised(idOf(scene, slug));
  if (promised?.notBefore && at < promised.notBefore) return only({ kind: "embargoed", slug, until: promised.notBefore });
  const freeze = desk.calendar.freezes.find(({ from, to }) => from <= at && at < to) ?? null;
  if (freeze && !includesLogin(freeze.pass, speaker.login)) return only({ kind: "frozen", freeze });
  const holders = scene.holdersOf(at, comment.at).filter((one) => one !== slug);
  // Somebody from outside, with a post that nobody promised, takes no promised post's slot.
  if (holders.length > 0 && !promised && !belongs(speaker, desk)) return only({ kind: "given", at, holders });
  const deadline = desk.campaigns.find(({ posts }) => promised && posts.includes(promised))?.deadline ?? null;
  const by = speaker.login;
  return {
    answered: { kind, slugs: [slug], at, skipped, deadline: deadline && at > deadline ? deadline : null, freeze, holders },
    change: decide(slug, saying, () => (kind === "slot" ? { ...FREE, slot: { at, by } } : { ...FREE, pin: { at, by } })),
  };
}

function decide(slug: string, { scene }: Saying, alter: (was: Decided) => Partial<Decided>): Heard["change"] {
  return { kind: "decide", posts: [idOf(scene, slug)], alter };
}

function decidedOf(slug: string, { scene, rulings }: Saying): Decided {
  return rulings.decided.get(idOf(scene, slug)) ?? UNDECIDED;
}
