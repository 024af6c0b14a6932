/** The loop on one screen: read the facts, judge them, bring about what differs, and say when to look again. */
import { isDeepStrictEqual } from "node:util";
import type { Clock } from "./clock.js";
import { digestOf, keyOf, threadOf, type Announce, type Effect } from "./desk/effect.js";
import type { Announcement } from "./desk/facts/snapshot.js";
import { clicksIn } from "./desk/fixes/remembered-clicks.js";
import { plan, type Plan } from "./desk/plan.js";
import { earliest, instant, plus, type Instant, type Zone } from "./desk/time/zone.js";
import { sayDone } from "./desk/words/happenings.js";
import { sayHeldBack } from "./desk/words/held-back.js";
import { Unavailable, type Applied, type Behind, type Facts, type Forge } from "./github/forge.js";
import type { Outcome } from "./github/outcome.js";
import { NEWS_FOR, type News } from "./news.js";
import { lastLook, noteLook } from "./queue/last-look.js";
import type { Repository } from "./repository.js";
import { isNear, lastWatched, nearFrom } from "./server/look-due.js";
import { HINDERED, WATCHED, type Ending, type Hindered, type Ledger, type Watched } from "./store/ledger.js";
import { VIEW, viewOf } from "./view.js";

/** Milliseconds before facts that changed during a look are read again. */
const SETTLING = 10_000;

/** The same after a merge, which is overdue then. */
const SOON = 2_000;

/** Milliseconds before something goes live, from when on nothing else is begun: a write that notifies people may wait 3 s for its turn. */
const CLEARING = 4_000;

interface Tools {
  readonly forge: Forge;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Told with each look when something of that repository may go live next; null when nothing is to come. */
  readonly appoint?: (repository: number, at: Instant | null) => void;
}

/**
 * Looks at one repository once. Safe to stop anywhere: what was begun is written down before it is tried,
 * and what may or may not have happened is looked up before it is tried again.
 * Returns when to look again; null when only a webhook or the sweep will tell. Throws `Unavailable`.
 */
export async function reconcile(repository: Repository, { forge, ledger, clock, appoint }: Tools): Promise<Instant | null> {
  const { id } = repository;
  const began = instant(clock.now());
  const watched = await lastWatched(ledger, id);
  const held = watched && isNear(watched, began) ? null : forge.heldBackUntil(repository);
  if (held !== null) {
    await tellHindered(ledger, id, { says: sayHeldBack(`${repository.owner}/${repository.name}`, held), at: began });
    return earliest([held, watched && nearFrom(watched, began)]);
  }
  const now = () => instant(clock.now());
  const latelyKnown = () => ledger.news(id, plus(now(), -NEWS_FOR));
  const [memory, doubtful, lookedAt, news] = await Promise.all([
    ledger.memory(id),
    ledger.doubtful(id),
    lastLook(ledger, id),
    latelyKnown(),
  ]);
  const read = await readTold(() => forge.read(repository, clicksIn(memory), news), ledger, id, clock);
  if (!read) {
    await noteWatched(ledger, id, { at: began, hasDesk: false, heads: [], others: [], slots: [] }, watched);
    return null;
  }
  const { behind = null, ...facts } = read;
  const judged = plan({ ...facts, memory, lookedAt });
  const effects = inStep(judged.effects, behind);
  const planned = { ...judged, effects };
  await noteWatched(ledger, id, watchedOf(facts, planned, began), watched);
  const { goesLiveAt } = planned;
  appoint?.(id, goesLiveAt);
  await ledger.cache(VIEW, new Map([[String(repository.id), viewOf(facts, planned)]]), now());

  let again = earliest([planned.lookAgainAt, behind?.again]);
  const wanted = new Set(planned.effects.map(keyOf));
  const forgotten = [...doubtful].filter((key) => !wanted.has(key));
  if (forgotten.length > 0) await ledger.end(repository.id, forgotten.map(noLongerWanted), now());
  const isTooNear = () => goesLiveAt !== null && plus(now(), CLEARING) >= goesLiveAt;
  let complete = effects.length === judged.effects.length;
  let limit: Extract<Outcome, { readonly kind: "later" }> | null = null;
  if (planned.effects.length > 0) {
    await ledger.begin(repository.id, planned.effects.map(begun), now());
    const untried = new Map(planned.effects.map((effect) => [keyOf(effect), effect]));
    const inTurn = async function* (): AsyncIterable<Applied> {
      const merges = planned.effects.filter(({ kind }) => kind === "merge");
      yield* forge.apply(
        repository,
        planned.effects.filter(({ kind }) => kind !== "merge"),
        doubtful,
      );
      if (merges.length === 0) return;
      // What has come in since it was read is judged first, but for what is of other pull requests: their talk keeps no post waiting.
      const known = new Set(news.map((one) => JSON.stringify(one)));
      const going = new Set(merges.flatMap((merge) => threadOf(merge) ?? []));
      const others = new Set(facts.open.flatMap(({ number }) => (going.has(number) ? [] : [number])));
      const heads = new Set(merges.flatMap((effect) => (effect.kind === "merge" ? [effect.head] : [])));
      const concerns = (one: News) =>
        one.kind === "checked" ? heads.has(one.head) : !others.has("pull" in one ? one.pull : "issue" in one ? one.issue : 0);
      if ((await latelyKnown()).some((one) => !known.has(JSON.stringify(one)) && concerns(one))) again = now();
      else yield* forge.apply(repository, merges, doubtful);
    };
    for await (const { effect, outcome } of inTurn()) {
      untried.delete(keyOf(effect));
      if (outcome.kind === "later") complete = false;
      if (outcome.kind === "later" && outcome.by === "limit") limit = outcome;
      if (effect.kind === "announce") await ledger.announce(repository.id, effect.slug, announcement(effect, planned.at), effect.recovered);
      // After an outage it may have happened all the same: left as begun, it is looked up before it is tried again.
      if (outcome.kind !== "later") {
        const since = outcome.kind === "done" ? outcome.news : [];
        await ledger.end(repository.id, [ending(effect, outcome, facts.desk.zone)], now(), since);
      }
      const unblocked = outcome.kind === "done" && memory.effects[keyOf(effect)]?.ended === "refused";
      again = earliest([again, unblocked ? now() : lookAfter(effect, outcome, now())]);
      // Of a set, none goes before the one in front of it; and nothing slow is begun when something is about to go live.
      if ((effect.kind === "merge" && outcome.kind !== "done") || isTooNear()) break;
    }
    if (untried.size > 0) complete = false;
    // What was in doubt before stays so.
    const undoubted = [...untried].flatMap(([key, effect]) => (doubtful.has(key) ? [] : [neverTried(effect)]));
    if (undoubted.length > 0) await ledger.end(repository.id, undoubted, now());
  }
  if (complete) await noteLook(ledger, id, planned.at);
  // Until then the repository rests, however often it is woken.
  if (limit) throw new Unavailable(limit.why, limit.at);
  return again;
}

/**
 * Without what is about something that stands otherwise by now, as a delivery told or we did ourselves: the reading is of before that.
 * Of several that go live none goes without the others, and none before the one in front of it.
 */
function inStep(effects: readonly Effect[], behind: Behind | null): readonly Effect[] {
  if (!behind) return effects;
  if (behind.all) return [];
  const isApart = (effect: Effect) => {
    const thread = threadOf(effect) ?? 0;
    return behind.apart.includes(thread) || (behind.notReadYet?.includes(thread) === true && !saysNotReadYet(effect));
  };
  const holds = effects.some((effect) => effect.kind === "merge" && isApart(effect));
  return effects.filter((effect) => !isApart(effect) && !(holds && effect.kind === "merge"));
}

/** What tells that a pull request is not read yet. */
function saysNotReadYet(effect: Effect): boolean {
  return effect.kind === "notice" || (effect.kind === "check" && effect.name === "presstime/lint");
}

/** Which news matters until the next look, and how soon. */
function watchedOf({ open }: Facts, { posts, goesLiveAt }: Plan, at: Instant): Watched {
  const headsOf = (brings: boolean) => open.filter((pull) => pull.posts.length > 0 === brings).map(({ head }) => head.sha);
  const slots = posts.flatMap(({ stage, slot }) => (stage === "approved" || stage === "due" ? (slot?.at ?? []) : []));
  return { at, hasDesk: true, heads: headsOf(true), others: headsOf(false), slots: goesLiveAt ? [...slots, goesLiveAt] : slots };
}

/** Of looks that follow each other within seconds, and find the same, the first is noted. */
async function noteWatched(ledger: Ledger, repository: number, watched: Watched, before: Watched | undefined): Promise<void> {
  if (before && plus(before.at, SETTLING) > watched.at && isDeepStrictEqual({ ...watched, at: before.at }, before)) return;
  await ledger.cache(WATCHED, new Map([[String(repository), watched]]), watched.at);
}

/** A merge changes what is so, a new board where people can be reminded, a refusal what is best; facts that moved are given a moment to settle. */
function lookAfter(effect: Effect, outcome: Outcome, now: Instant): Instant | null {
  switch (outcome.kind) {
    case "done":
      // GitHub takes a moment for it, and does not tell us of our own doing.
      if (effect.kind === "update") return plus(now, SOON);
      return effect.kind === "merge" || effect.kind === "commit" || (effect.kind === "board" && !effect.issue) ? now : null;
    case "refused":
      return now;
    case "stale":
      return plus(now, effect.kind === "merge" ? SOON : SETTLING);
    case "later":
      return outcome.at;
  }
}

/** Told at the instant of the look that decided it: the board, which is written a moment later, says the same. */
function announcement({ slot, by, why, earlier }: Announce, at: Instant): Announcement {
  return { slot, at, by, why, ...(earlier && { earlier }) };
}

function begun(effect: Effect): { readonly key: string; readonly digest: string } {
  return { key: keyOf(effect), digest: digestOf(effect) };
}

function ending(effect: Effect, outcome: Exclude<Outcome, { readonly kind: "later" }>, zone: Zone): Ending {
  const says = sayDone(effect, outcome.kind === "refused" ? outcome.why : null, zone);
  switch (outcome.kind) {
    case "done":
      return { ...begun(effect), ended: "done", why: null, says };
    case "refused":
      return { ...begun(effect), ended: "refused", why: outcome.why, says };
    case "stale":
      return { ...begun(effect), ended: "dropped", why: outcome.why, says };
  }
}

/** Begun by a process that died, and not wanted now: it happened and shows, or does not matter any more. */
function noLongerWanted(key: string): Ending {
  return { key, digest: "", ended: "dropped", why: null, says: "" };
}

function neverTried(effect: Effect): Ending {
  return { ...begun(effect), ended: "dropped", why: null, says: "" };
}

/** Keeps what GitHub says when it cannot be read, so that people are told, until it can be. */
async function readTold<Read>(read: () => Promise<Read>, ledger: Ledger, id: number, clock: Clock): Promise<Read> {
  const now = () => instant(clock.now());
  try {
    const facts = await read();
    const key = String(id);
    if ((await ledger.cached(HINDERED, [key])).get(key)) await ledger.cache(HINDERED, new Map([[key, null]]), now());
    return facts;
  } catch (error) {
    if (error instanceof Unavailable) await tellHindered(ledger, id, { says: error.message, at: now() });
    throw error;
  }
}

async function tellHindered(ledger: Ledger, id: number, hindered: Hindered): Promise<void> {
  await ledger.cache(HINDERED, new Map([[String(id), hindered]]), hindered.at);
}
