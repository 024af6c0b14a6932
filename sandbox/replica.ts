/**
 * The world as it was a while ago: what reads are answered from while they lag, as GitHub's replicas do. Writes and webhooks are of the
 * present. https://github.com/octokit/octokit.js/issues/900, https://github.com/DefinitelyTyped/dt-mergebot/issues/43
 */
import type { Caller } from "./http/caller.js";
import type { SandboxClock } from "./sandbox-clock.js";
import type { ObjectStore } from "./git/object-store.js";
import type { World } from "./state/world.js";

export interface Replica {
  /** Begins to keep what was. */
  start(): void;
  /** The world of so many milliseconds ago, and the caller as he was known in it. What was before `start` is as it was at `start`. */
  ago(ms: number, caller: Caller): { readonly world: World; readonly caller: Caller };
}

interface Kept {
  readonly at: number;
  readonly world: World;
}

/** No read lags by more; what is older than that is forgotten. */
const LONGEST_MS = 30_000;

/** Nothing happens between two stops of the clock, so one copy a stop holds all that ever was. */
export function openReplica(present: () => World, clock: SandboxClock, isWanted: () => boolean): Replica {
  let kept: Kept[] = [];
  const now = () => clock.now().getTime();
  clock.beforeMove(() => {
    if (!isWanted()) {
      kept = [];
      return;
    }
    kept.push({ at: now(), world: copyOf(present()) });
    const first = kept.findLastIndex(({ at }) => at <= now() - LONGEST_MS);
    kept = kept.slice(Math.max(0, first));
  });
  return {
    start() {
      kept = [{ at: Number.NEGATIVE_INFINITY, world: copyOf(present()) }];
    },
    ago(ms, caller) {
      const then = kept.findLast(({ at }) => at <= now() - ms) ?? kept[0];
      return ms <= 0 || !then ? { world: present(), caller } : { world: then.world, caller: callerIn(then.world, caller) };
    },
  };
}

function callerIn(world: World, caller: Caller): Caller {
  if (caller.kind !== "installation") return caller;
  const { installation, only } = caller;
  const known = only && new Set([...only].flatMap(({ id }) => world.repos.get(id) ?? []));
  return { ...caller, installation: world.installations.get(installation.id) ?? installation, only: known };
}

/** Accounts and Git objects never change, and are shared. */
function copyOf(world: World): World {
  const copies = new Map<unknown, unknown>();
  const { repos, formerNames, installations, comments, nodes } = world;
  return { ...world, ...(copied({ repos, formerNames, installations, comments, nodes }, copies) as Partial<World>) };
}

function copied(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null || isShared(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const into = value instanceof Map ? new Map() : value instanceof Set ? new Set() : Array.isArray(value) ? [] : {};
  // Before what is in it: records point at each other in circles.
  copies.set(value, into);
  if (value instanceof Map) for (const [key, one] of value) (into as Map<unknown, unknown>).set(key, copied(one, copies));
  else if (value instanceof Set) for (const one of value) (into as Set<unknown>).add(copied(one, copies));
  else if (Array.isArray(value)) for (const one of value) (into as unknown[]).push(copied(one, copies));
  else for (const [key, one] of Object.entries(value)) (into as Record<string, unknown>)[key] = copied(one, copies);
  return into;
}

function isShared(value: object): boolean {
  const record = value as Partial<ObjectStore> & { readonly login?: string };
  return record.login !== undefined || record.worked !== undefined;
}
