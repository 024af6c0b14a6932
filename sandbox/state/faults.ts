/** Faults on demand: limits, outages, slow answers, refusals and deaths, each for as long as a test asks. */
import type { Clock } from "../../src/clock.js";
import type { Permission } from "./installation.js";
import { newLatch, type Latch } from "./latch.js";

/** What a fault may look at before it strikes. */
export interface IncomingRequest {
  /** Counted from 1 since the sandbox began. */
  readonly number: number;
  readonly method: string;
  /** Without `/api/v3`; for GraphQL `/graphql`. */
  readonly path: string;
  readonly body: unknown;
}

export type Which = (asked: IncomingRequest) => boolean;

export interface Failing {
  /** For how many requests. */
  readonly next: number;
  /** A 5xx; a 403 for want of a permission; a 404; a 429 that names no limit and no time, as what stands before GitHub sends; or `reset`: the connection breaks. */
  readonly how: 403 | 404 | 429 | 500 | 502 | 503 | 504 | "reset";
  readonly when?: Which;
  /** The request is carried out, and only its answer is lost. */
  readonly afterwards?: boolean;
}

export interface Hook {
  /** Before request `k` (from 1, since the hook was set) is carried out. What it throws or rejects with breaks the connection. */
  readonly before?: (k: number, asked: IncomingRequest) => void | Promise<void>;
  /** After it was carried out and before it is answered. */
  readonly after?: (k: number, asked: IncomingRequest) => void | Promise<void>;
}

export interface Stall {
  /** Resolves when the first matching request has arrived and waits. */
  readonly reached: Promise<void>;
  /** Lets those that wait go on, and holds no more. */
  release(): void;
}

/** https://github.com/yanyongyu/githubkit/issues/271: the newer says `RATE_LIMIT`, and its `x-ratelimit-remaining` need not be 0. */
export type LimitWording = "RATE_LIMITED" | "RATE_LIMIT";

interface SecondaryLimit {
  readonly after: number;
  readonly retryAfterSeconds: number;
  readonly when?: Which;
  /** GraphQL says it with a 200, and nobody says for how long. */
  readonly curt?: boolean;
}

/**
 * Milliseconds that GraphQL takes for each pull request, and for what of it GitHub works out: its files, the checks on its head, whether it
 * can be merged; and for each mutation. What is left out takes none.
 */
export interface Charges {
  readonly pull?: number;
  readonly files?: number;
  readonly rollup?: number;
  readonly mergeable?: number;
  readonly mutation?: number;
}

/** What tests and scripts turn. */
export interface FaultControls {
  /** After `after` more requests, all are refused until the sandbox's clock has moved on by `retryAfterSeconds`. */
  secondaryLimit(limit: SecondaryLimit): void;
  /** Nothing left until the limit is renewed, at the full hour after its first use. GraphQL has two wordings for it. */
  exhaust(resource: "core" | "graphql", wording?: LimitWording): void;
  /** Only so much is left of everybody's hour. */
  leaves(resource: "core" | "graphql", left: number): void;
  failing(failing: Failing): void;
  /** Answers that take so many real milliseconds, for the next so many requests. */
  slow(slow: { readonly ms: number; readonly next: number; readonly when?: Which }): void;
  /** Holds matching requests until they are released. */
  stall(when?: Which): Stall;
  refuseReviewer(login: string): void;
  /** Asking that person is answered with a 201, and nobody is asked. */
  overlookReviewer(login: string): void;
  /** A list of a whole tree ends after so many entries, and says that it is truncated. */
  truncateTrees(most: number): void;
  /** From now on no installation has that permission, whatever its token says. */
  withdraw(permission: Permission): void;
  /** That commit status may not be read: GraphQL leaves a hole in its list, with an error that names the place. */
  hideStatus(context: string): void;
  /** GraphQL documents take time, and those that take more than ten seconds are answered with 502 or 504. */
  takesTime(charges: Charges): void;
  /** The rollup lists the runs that newer ones have replaced too, the newest first, and its sum counts them. */
  listsSupersededRuns(): void;
  /** GitHub "works out" for the next `times` looks whether this pull request can be merged. */
  unknownMergeability(number: number, times: number): void;
  /** Every answer says that it is of GitHub Enterprise Server, in this version (`3.13.4`). */
  isEnterprise(version: string): void;
  /**
   * `mergeStateStatus` is of whoever asks, and says this to the App of what could be merged, whatever becomes of the merge: an App that may not
   * pass a rule that it never meets reads BLOCKED (https://github.com/finite-sample/rmcp/pull/71, https://github.com/Mergifyio/mergify/pull/294).
   */
  tellsTheViewer(word: "blocked" | "clean"): void;
  hook(hook: Hook): void;
  /** Reads are answered as things were so many milliseconds ago, at most 30,000: always as many, or of each request what `ms` says. */
  lagging(ms: number | ((asked: IncomingRequest) => number)): void;
  /** Ends all faults. */
  over(): void;
}

/** What the rest of the sandbox asks. */
export interface Faults {
  readonly door: FaultControls;
  /** Seconds until requests are served again, and whether GitHub keeps them to itself; null while they are served. */
  refusesFor(asked: IncomingRequest): { readonly seconds: number; readonly curt: boolean } | null;
  failure(asked: IncomingRequest): Failing | null;
  before(asked: IncomingRequest): Promise<void>;
  after(asked: IncomingRequest): Promise<void>;
  refusesReviewer(login: string): boolean;
  overlooksReviewer(login: string): boolean;
  /** Entries in a list of a whole tree. */
  mostEntries(): number;
  withdrawn(permission: Permission): boolean;
  hidesStatus(context: string): boolean;
  mergeabilityUnknown(number: number): boolean;
  isLagging(): boolean;
  /** Milliseconds. */
  lagOf(asked: IncomingRequest): number;
  listsSuperseded(): boolean;
  charges(): Charges;
  /** Of GitHub Enterprise Server; null on github.com. */
  version(): string | null;
  /** What of it is told, whatever is so. */
  toldToTheViewer(word: string): string;
}

interface Limit {
  left: number;
  readonly seconds: number;
  readonly when: Which;
  readonly curt: boolean;
  until: number | null;
}

/** `exhaust`, `leaves` and `lags` are told of what others have to do about it. */
export function startFaults(
  clock: Clock,
  { exhaust, leaves, lags }: Pick<FaultControls, "exhaust" | "leaves"> & { readonly lags: () => void },
): Faults {
  const always: Which = () => true;
  let limit: Limit | null = null;
  let failings: { left: number; readonly failing: Failing }[] = [];
  let slows: { left: number; readonly ms: number; readonly when: Which }[] = [];
  let stalls: { readonly when: Which; readonly arrival: Latch; readonly gate: Latch }[] = [];
  let hooks: { count: number; readonly hook: Hook }[] = [];
  const reviewers = new Set<string>();
  const overlooked = new Set<string>();
  let mostEntries = Infinity;
  const permissions = new Set<Permission>();
  const statuses = new Set<string>();
  const unknown = new Map<number, number>();
  let lag: ((asked: IncomingRequest) => number) | null = null;
  let superseded = false;
  let charges: Charges = {};
  let version: string | null = null;
  let viewed: string | null = null;

  const door: FaultControls = {
    secondaryLimit: ({ after, retryAfterSeconds, when = always, curt = false }) => {
      limit = { left: after, seconds: retryAfterSeconds, when, curt, until: null };
    },
    exhaust,
    leaves,
    failing: (failing) => {
      failings.push({ left: failing.next, failing });
    },
    slow: ({ ms, next, when = always }) => {
      slows.push({ left: next, ms, when });
    },
    stall(when = always) {
      const stall = { when, arrival: newLatch(), gate: newLatch() };
      stalls.push(stall);
      return {
        reached: stall.arrival.opened,
        release() {
          stalls = stalls.filter((one) => one !== stall);
          stall.gate.open();
        },
      };
    },
    refuseReviewer: (login) => {
      reviewers.add(login.toLowerCase());
    },
    overlookReviewer: (login) => {
      overlooked.add(login.toLowerCase());
    },
    truncateTrees: (most) => {
      mostEntries = most;
    },
    withdraw: (permission) => {
      permissions.add(permission);
    },
    hideStatus: (context) => {
      statuses.add(context);
    },
    takesTime: (wanted) => {
      charges = wanted;
    },
    listsSupersededRuns: () => {
      superseded = true;
    },
    unknownMergeability: (number, times) => {
      unknown.set(number, times);
    },
    isEnterprise: (is) => {
      version = is;
    },
    tellsTheViewer: (word) => {
      viewed = word;
    },
    hook: (hook) => {
      hooks.push({ count: 0, hook });
    },
    lagging: (ms) => {
      if (!lag) lags();
      lag = typeof ms === "number" ? () => ms : ms;
    },
    over() {
      limit = null;
      failings = [];
      slows = [];
      for (const stall of stalls) stall.gate.open();
      stalls = [];
      hooks = [];
      reviewers.clear();
      overlooked.clear();
      mostEntries = Infinity;
      permissions.clear();
      statuses.clear();
      unknown.clear();
      lag = null;
      superseded = false;
      charges = {};
      version = null;
      viewed = null;
    },
  };

  return {
    door,
    refusesFor(asked) {
      if (!limit?.when(asked)) return null;
      const now = clock.now().getTime();
      if (limit.until === null) {
        if (limit.left-- > 0) return null;
        limit.until = now + limit.seconds * 1000;
      }
      if (now < limit.until) return { seconds: Math.ceil((limit.until - now) / 1000), curt: limit.curt };
      limit = null;
      return null;
    },
    failure(asked) {
      const one = failings.find(({ left, failing }) => left > 0 && (failing.when ?? always)(asked));
      if (!one) return null;
      one.left--;
      return one.failing;
    },
    async before(asked) {
      for (const one of hooks) {
        one.count++;
        await one.hook.before?.(one.count, asked);
      }
      const slow = slows.find(({ left, when }) => left > 0 && when(asked));
      if (slow) {
        slow.left--;
        await new Promise((resolve) => setTimeout(resolve, slow.ms));
      }
      for (const stall of stalls) {
        if (!stall.when(asked)) continue;
        stall.arrival.open();
        await stall.gate.opened;
      }
    },
    async after(asked) {
      for (const one of hooks) await one.hook.after?.(one.count, asked);
    },
    refusesReviewer: (login) => reviewers.has(login.toLowerCase()),
    overlooksReviewer: (login) => overlooked.has(login.toLowerCase()),
    mostEntries: () => mostEntries,
    withdrawn: (permission) => permissions.has(permission),
    hidesStatus: (context) => statuses.has(context),
    listsSuperseded: () => superseded,
    charges: () => charges,
    version: () => version,
    toldToTheViewer: (word) => (viewed !== null && ["clean", "blocked", "behind", "unstable"].includes(word) ? viewed : word),
    mergeabilityUnknown(number) {
      const left = unknown.get(number) ?? 0;
      if (left > 0) unknown.set(number, left - 1);
      return left > 0;
    },
    isLagging: () => lag !== null,
    lagOf: (asked) => lag?.(asked) ?? 0,
  };
}
