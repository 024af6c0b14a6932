/** The ledger: the durable wake queue, what was delivered and done, the slots announced, and caches. One file or one PostgreSQL. START HERE. */
import type { Announcement, Memory } from "../desk/facts/snapshot.js";
import type { ButtonClick } from "../desk/fixes/remembered-clicks.js";
import type { Instant } from "../desk/time/zone.js";
import type { Known, News } from "../news.js";
import type { Repository } from "../repository.js";

/** A value of the cache, with its kind and key. */
export interface CacheEntry {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

export interface Ledger {
  /**
   * In one transaction: remembers the delivery, wakes the repository (none for a delivery about nothing we follow), keeps the click of a
   * button there, among what its memory knows to be done, and in the cache what the delivery alone tells, and what reads may not show yet. The repository falls due at `due`,
   * which is `at` when not given. "seen" changes nothing.
   */
  receive(
    delivery: string,
    repository: Repository | null,
    at: Instant,
    click?: ButtonClick | null,
    told?: readonly CacheEntry[],
    due?: Instant,
    news?: readonly News[],
  ): Promise<"new" | "seen">;

  /** Makes repositories fall due at `due`, or earlier if they already do; null makes them known and no more. Remembers their present names and installations. */
  wake(repositories: readonly Repository[], due: Instant | null): Promise<void>;
  /** Takes the earliest wake due at `now` that nobody holds, or that of the repository `only`, for `leaseMs`. Two claimants never hold one repository. */
  claim(now: Instant, leaseMs: number, only?: number): Promise<Claim | null>;
  /** Makes a claim's lease end `leaseMs` after `now`. False when the lease had been lost. */
  renew(claim: Claim, now: Instant, leaseMs: number): Promise<boolean>;
  /**
   * Ends a claim. The repository falls due at `next` (never, when null), or when a wake during the claim asked for, if that is earlier:
   * at once, for a delivery. False when the lease had been lost, and nothing was changed.
   */
  settle(claim: Claim, next: Instant | null): Promise<boolean>;
  /** When the earliest wake falls due (held ones: when their lease ends); null when there is none. */
  nextDue(): Promise<Instant | null>;
  /** Forgets a repository that the App can no longer reach, except for what was announced there. */
  forget(repository: number): Promise<void>;
  /** All repositories known, by id. */
  repositories(): Promise<readonly Repository[]>;

  memory(repository: number): Promise<Memory>;
  /** Keys that were begun and never ended. */
  doubtful(repository: number): Promise<ReadonlySet<string>>;
  /** Before effects are tried: writes down that they are about to be. */
  begin(repository: number, effects: readonly { readonly key: string; readonly digest: string }[], at: Instant): Promise<void>;
  /** After: how each ended, and what is so since. "dropped" takes back a beginning that came to nothing. */
  end(repository: number, endings: readonly Ending[], at: Instant, news?: readonly News[]): Promise<void>;
  /** What was told or done from that instant on, oldest first; what is older is forgotten. */
  news(repository: number, from: Instant): Promise<readonly Known[]>;
  /** Keeps a slot for ever, unless it is the one told last. `recovered`, oldest first, is kept before it, where nothing of the post is known. */
  announce(repository: number, slug: string, announcement: Announcement, recovered?: readonly Announcement[]): Promise<void>;
  /** What was done last, newest first, for people to read. */
  recent(repository: number, limit: number): Promise<readonly Happening[]>;

  /** Values kept by kind and key; what is not there is not in the map. Values are plain data. */
  cached(kind: string, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  cache(kind: string, entries: ReadonlyMap<string, unknown>, at: Instant): Promise<void>;
  /** Drops deliveries older than `before`, and cache entries neither written nor read since. */
  prune(before: Instant): Promise<void>;

  /** Writes, for a full disk and a database that may only be read can still be read. Rejects when it cannot: with `Lost`, whose words are for everybody, or with the cause. */
  ping(at: Instant): Promise<void>;
  close(): Promise<void>;
}

/** A kind of the cache, by `repository:head`: who pushed that head, as a delivery told it. */
export const PUSHED = "pushed 1";

export interface Pushed {
  /** Null for a bot. */
  readonly by: string | null;
  /** The head that it came in place of; null where there was none. */
  readonly before: string | null;
}

/** A kind of the cache, by `repository:number`: the head that a pull request was opened with. */
export const OPENED_WITH = "opened with 1";

/** A kind of the cache, by repository: the pull request that a delivery told of last. */
export const PULL_TOLD = "pull told 1";

export interface ToldPull {
  readonly number: number;
  readonly head: string;
}

/** A kind of the cache, by repository: what the last look found of all that tells which news matters, and how soon. */
export const WATCHED = "watched 1";

export interface Watched {
  /** When that look began. */
  readonly at: Instant;
  readonly hasDesk: boolean;
  /** Heads of open pull requests that bring a post. */
  readonly heads: readonly string[];
  /** Those of the others. */
  readonly others: readonly string[];
  /** Of posts that lack nothing, or nothing but their time. */
  readonly slots: readonly Instant[];
}

/** A kind of the cache, by `repository:number`: changes with each delivery that tells of a conversation on lines of that pull request. */
export const STIRRED = "threads stirred 1";

/** A kind of the cache, by repository or `installation:id`: when a delivery last told that what we may see there can have changed. */
export const ACCESS_NEWS = "access news 1";

/** One for all that an installation reaches, which may be thousands. */
export function installationKey(installation: number): string {
  return `installation:${installation}`;
}

/** In place of a digest: it is to be done again though it would say the same, by what begins after this was written. */
export const ASKED_ANEW = "asked anew";

/** A kind of the cache, by repository: why GitHub cannot be used there; null once it can. */
export const HINDERED = "hindered 1";

export interface Hindered {
  /** In words, with what to do about it. */
  readonly says: string;
  readonly at: Instant;
}

export interface Claim {
  readonly repository: Repository;
  readonly due: Instant;
  /** Different for each claim, so that nobody settles another's. */
  readonly ticket: string;
}

export interface Ending {
  readonly key: string;
  /** Of what was begun. Empty, when "dropped": whatever was begun. */
  readonly digest: string;
  readonly ended: "done" | "refused" | "dropped";
  readonly why: string | null;
  /** What was done or refused, for people: `asked samoht to review #184`. Empty: nothing to tell. */
  readonly says: string;
}

export interface Happening {
  readonly at: Instant;
  readonly says: string;
}
