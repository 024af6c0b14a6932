/** What reading keeps in the ledger so that GitHub need not be asked again: each kind with the type of its values. */
import type { DeskReading } from "../../desk/config/read-desk.js";
import type { Desk } from "../../desk/facts/desk.js";
import type { Finding } from "../../desk/facts/finding.js";
import type { Holiday } from "../../desk/facts/holidays.js";
import type { PostOutline } from "../../desk/facts/post-outline.js";
import type { PublishedPost, Reading } from "../../desk/facts/snapshot.js";
import type { ConfigReading } from "../../desk/lint/config/repository-config.js";
import type { Instant } from "../../desk/time/zone.js";
import type { Ledger } from "../../store/ledger.js";
import type { ChangedFiles } from "./changed-file.js";
import type { EndedShape, PullShape, RemarkShape } from "./shapes.js";

/** The number at a kind's end goes up when the form of its values changes, so that older ones are not found. */
export interface Kind<Value> {
  readonly name: string;
  /** Never there: it only carries the type. */
  readonly value?: Value;
}

/** By repository: folders where posts were last looked for. */
export const LAST_FOLDERS: Kind<{ readonly folders: readonly string[] }> = { name: "last look 1" };
/** By repository; without the days of holidays. */
export const GOOD_DESK: Kind<{ readonly oid: string; readonly desk: Desk }> = { name: "good desk 2" };
/** By `version:code:years`. */
export const HOLIDAYS: Kind<readonly Holiday[]> = { name: "holidays 1" };
/** By `version:oid`. */
export const DESK_READING: Kind<DeskReading> = { name: "desk reading 1" };
/** By `repository:number`: changes each time we may have done something to that pull request or issue. */
export const TOUCHED: Kind<string> = { name: "touched 1" };
/** By `repository:label`, in small letters: it was made, or found made. */
export const LABEL_MADE: Kind<true> = { name: "label made 1" };
/** By `repository:number:updatedAt:state:comments:touched`. */
export const ENDED_PULL: Kind<PullShape> = { name: "ended pull 1" };
/** By repository: those ended since `since`, newest first, up to a bound. */
export const ENDED_LIST: Kind<{ readonly since: string; readonly ended: readonly EndedShape[] }> = { name: "ended list 1" };
/** By `repository:number:head:base:count`. */
export const CHANGED_FILES: Kind<ChangedFiles> = { name: "changed files 2" };
/** By `repository:number:updatedAt:cursor:touched`. */
export const OLDER: Kind<readonly RemarkShape[]> = { name: "older remarks 1" };
/** By `commit:path`: Git's id of the text there, or null when there is none. True for ever. */
export const BLOB_AT: Kind<string | null> = { name: "blob at 1" };
/** By `repository:number`, oldest first: texts of that pull request that the app's own commits made of others. Of such a pair a review of the one is a review of the other. */
export const DATE_CHANGES: Kind<readonly DateChange[]> = { name: "mended 1" };
/** By `version:settings:path:oid`. `again` is when one that was stopped is worth another try. */
export const READING: Kind<{ readonly reading: Reading; readonly again?: Instant }> = { name: "reading 4" };
/** By repository, and in it by `path:oid`, of posts that the default branch holds: what we read when they came. */
export const OUTLINES: Kind<Readonly<Record<string, PostOutline>>> = { name: "outlines 1" };
/** By `version:name:oid,…`: what the repository's own lint configuration says. */
export const LINT_CONFIG: Kind<ConfigReading> = { name: "lint config 1" };
/** By `version:head`: what is wrong with the desk file there. */
export const PROPOSED: Kind<readonly Finding[]> = { name: "proposed desk 1" };
/** By `repository:number:head`: when we first saw it. */
export const HEAD_SEEN: Kind<Instant> = { name: "head seen 1" };
/** By `tree:globs`: the posts under one folder. True for ever. */
export const POSTS_UNDER: Kind<readonly PublishedPost[]> = { name: "posts under 1" };

/** By `repository:oid`: logins of those who changed the desk file that is there last, the latest first. */
export const DESK_CHANGED_BY: Kind<readonly string[]> = { name: "desk changed by 1" };
/** By `repository:login`, in small letters. */
export const ACCESS: Kind<AccessRecord> = { name: "access 1" };

/** What GitHub said that somebody may do in a repository. */
export interface AccessRecord {
  /** The newest thing that they had said when GitHub was asked last. */
  readonly heard: string;
  /** Its answers, oldest first, each with the newest thing that they had said when it was given last. */
  readonly answers: readonly { readonly access: "write" | "none"; readonly heard: string }[];
  /** Why it would not say the last time; null when it did. */
  readonly refused: string | null;
  /** From when on it is asked again, whatever they say. */
  readonly againAt: Instant;
}

/** What a text became by a commit of the app's own. */
export interface DateChange {
  readonly from: { readonly path: string; readonly blob: string };
  readonly to: { readonly path: string; readonly blob: string };
}

export interface ReadCache {
  find<Value>(kind: Kind<Value>, keys: readonly string[]): Promise<ReadonlyMap<string, Value>>;
  keep<Value>(kind: Kind<Value>, values: ReadonlyMap<string, Value>): Promise<void>;
}

/** `at` is written beside what is kept, for the ledger's pruning. */
export function readCacheOf(ledger: Pick<Ledger, "cached" | "cache">, at: Instant): ReadCache {
  return {
    find: async <Value>({ name }: Kind<Value>, keys: readonly string[]) =>
      keys.length === 0 ? new Map<string, Value>() : ((await ledger.cached(name, [...new Set(keys)])) as ReadonlyMap<string, Value>),
    keep: async ({ name }, values) => {
      if (values.size > 0) await ledger.cache(name, values, at);
    },
  };
}
