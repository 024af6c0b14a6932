/** What reading keeps in the ledger so that GitHub need not be asked again: each kind with the type of its values. */
import type { PromisedLine } from "../../desk/config/namesake-findings.js";
import type { DeskReading } from "../../desk/config/read-desk.js";
import type { TextChange } from "../../desk/effect.js";
import type { Desk } from "../../desk/facts/desk.js";
import type { Finding } from "../../desk/facts/finding.js";
import type { Holiday } from "../../desk/facts/holidays.js";
import type { PostOutline } from "../../desk/facts/post-outline.js";
import type { SiteConfig } from "../../desk/facts/site-config.js";
import type { DeskChange, PublishedPost, Reading } from "../../desk/facts/snapshot.js";
import type { ConfigReading } from "../../desk/lint/config/repository-config.js";
import type { Instant } from "../../desk/time/zone.js";
import { OPENED_WITH, PULL_TOLD, PUSHED, STIRRED, type Ledger, type Pushed, type ToldPull } from "../../store/ledger.js";
import type { ChangedFiles } from "./changed-file.js";
import type { OwnDifference } from "./own-difference.js";
import type { EndedShape, FilesShape, LineThreadShape, PullShape, RemarkShape } from "./shapes.js";

/** The number at a kind's end goes up when the form of its values changes, so that older ones are not found. */
export interface Kind<Value> {
  readonly name: string;
  /** Never there: it only carries the type. */
  readonly value?: Value;
}

/** Of a desk file that a pull request proposes. */
export interface ProposedReading {
  readonly findings: readonly Finding[];
  readonly promised: readonly PromisedLine[];
}

/** What is asked for once a day. */
export interface Daily<Told> {
  /** Null where GitHub never told. */
  readonly told: Told | null;
  readonly againAt: Instant;
}

/** By repository: folders where posts were last looked for. */
export const LAST_FOLDERS: Kind<{ readonly folders: readonly string[] }> = { name: "last look 1" };
/** By repository; without the days of holidays. */
export const GOOD_DESK: Kind<{ readonly oid: string; readonly desk: Desk }> = { name: "good desk 2" };
/** By repository: the last change of the desk file that is in force, by its id; null where GitHub has not said it yet. */
export const DESK_CHANGE: Kind<{
  readonly oid: string;
  readonly change: DeskChange | null;
  readonly seen: Pick<DeskChange, "at" | "former">;
}> = {
  name: "desk change 2",
};
/** By `repository:name` of the repository that holds the desk file: the last commits that changed it, by its id. */
export const DESK_COMMITS: Kind<{ readonly oid: string; readonly commits: readonly DeskCommit[] }> = { name: "desk commits 1" };
/** By `version:code:years`. */
export const HOLIDAYS: Kind<readonly Holiday[]> = { name: "holidays 1" };
/** By `version:oid`. */
export const DESK_READING: Kind<DeskReading> = { name: "desk reading 1" };
/** By repository, and in it by the small letters of each slug: since when it is promised. `gone` are those that the desk does not promise any more. */
export const PROMISES: Kind<PromisesSeen> = { name: "promises 1" };
/** By `repository:path`: when a file first came to that path; null where GitHub does not know. True for ever. */
export const FILE_SINCE: Kind<Instant | null> = { name: "file since 1" };
/** By `repository:number`: changes each time we may have done something to that pull request or issue. */
export const TOUCHED: Kind<string> = { name: "touched 1" };
/** By `repository:team`: logins of its members. */
export const TEAM_MEMBERS: Kind<Daily<readonly string[]>> = { name: "team members 2" };
/** By `repository:branch`: whether its rules ask for branches that are up to date. */
export const BRANCH_RULES: Kind<Daily<boolean>> = { name: "branch rules 2" };
/** By `base:head`, both commits: whether the head lacks some of the base. True for ever. */
export const BEHIND_BASE: Kind<boolean> = { name: "behind base 1" };
/** By `repository:label`, in small letters: it was made, or found made. */
export const LABEL_MADE: Kind<true> = { name: "label made 1" };
/** By repository, and in it by number, or `pushed`: GitHub's time of its last change, where that was a short while ago. */
export const SEEN: Kind<Readonly<Record<string, string>>> = { name: "seen 1" };
/** By `repository:effect`, of those that may have been made: since when reads are looked through for it. */
export const DOUBTED: Kind<Instant> = { name: "doubted 1" };
/** By `repository:number:updatedAt:state:comments:touched`. */
export const ENDED_PULL: Kind<PullShape> = { name: "ended pull 3" };
/** By repository: those ended since `since`, newest first, up to a bound. */
export const ENDED_LIST: Kind<{ readonly since: string; readonly ended: readonly EndedShape[] }> = { name: "ended list 1" };
/** By `repository:number:head:base:count`. */
export const CHANGED_FILES: Kind<ChangedFiles> = { name: "changed files 2" };
/** By `repository:number:updatedAt:cursor:touched`. */
export const OLDER: Kind<readonly RemarkShape[]> = { name: "older remarks 4" };
/** By `repository:number`: conversations on lines, with what tells whether there is more to be read. */
export const LINE_THREADS: Kind<LineThreadsRead> = { name: "line threads 1" };
/** By `repository:number`: changes whenever one of them may have changed otherwise than by a new review. */
export const THREADS_STIRRED: Kind<string> = { name: STIRRED };
/** By `commit:path`: Git's id of the text there, or null when there is none. True for ever. */
export const BLOB_AT: Kind<string | null> = { name: "blob at 1" };
/** By `repository:base:head`, with why behind it where it was compared again. What GitHub could not tell, or nobody's address could, is asked for anew. */
export const OWN_DIFFERENCE: Kind<Compared> = { name: "own difference 1" };
/** By `repository:document`: how many of what it asks for GitHub could answer in time, and when that was tried. */
export const AT_ONCE: Kind<{ readonly size: number; readonly at: Instant }> = { name: "at once 1" };
/** By `repository:number:head:base:count`: the files as GraphQL lists them. */
export const FILES_AT: Kind<FilesShape | null> = { name: "files at 1" };
/** By repository: whether it, or its owner, had a desk file at the last look. */
export const HAS_DESK: Kind<boolean> = { name: "has desk 1" };
/** By repository: which open pull requests brought a post at the last look. */
export const BRINGING: Kind<readonly number[]> = { name: "bringing 1" };
/** By repository, by whoever told of it: see the ledger. */
export const TOLD_PULL: Kind<ToldPull> = { name: PULL_TOLD };
/** By `repository:question`: when GitHub failed to answer it last. */
export const IN_VAIN: Kind<Instant> = { name: "in vain 1" };
/** By `repository:number`, oldest first: what the app would set, or has set, in texts of that pull request. */
export const FORESEEN: Kind<readonly ForeseenFix[]> = { name: "foreseen 1" };
/** By `repository:oid`: when GitHub did not have the text of that id. */
export const TEXT_GONE: Kind<Instant> = { name: "text gone 1" };
/** By `oid:oid:edits`: whether some of these edits make the one text of the other. True for ever. */
export const MADE_BY_EDITS: Kind<boolean> = { name: "made by edits 1" };
/** By `repository:head`, by whoever told of it: see the ledger. */
export const PUSHES: Kind<Pushed> = { name: PUSHED };
/** By `repository:number`: the head that it was opened with. */
export const OPENED: Kind<string> = { name: OPENED_WITH };
/** By `version:settings:path:oid`. `again` is when one that was stopped is worth another try. */
export const READING: Kind<{ readonly reading: Reading; readonly again?: Instant }> = { name: "reading 4" };
/** By repository, and in it by `path:oid`, of posts that the default branch holds: what we read when they came. */
export const OUTLINES: Kind<Readonly<Record<string, PostOutline>>> = { name: "outlines 1" };
/** By `version:name:oid,…`: what the repository's own lint configuration says. */
export const LINT_CONFIG: Kind<ConfigReading> = { name: "lint config 1" };
/** By `version:name:oid,…`: what the configuration of the repository's sites says. */
export const SITE_CONFIGS: Kind<readonly SiteConfig[]> = { name: "site configs 1" };
/** By `version:head`: what is wrong with the desk file there, and what it promises by name. */
export const PROPOSED: Kind<ProposedReading> = { name: "proposed desk 2" };
/** By `repository:number:head`: when we first saw it. */
export const HEAD_SEEN: Kind<Instant> = { name: "head seen 1" };
/** By `tree:globs`: the posts under one folder. True for ever. */
export const POSTS_UNDER: Kind<readonly PublishedPost[]> = { name: "posts under 1" };

interface Compared {
  readonly own: OwnDifference | null;
  /** When it was asked for last, and first; the latter left out where that is the same. */
  readonly at: Instant;
  readonly first?: Instant;
}

interface LineThreadsRead {
  /** What of the pull request they were read for. */
  readonly key: string;
  readonly at: Instant;
  readonly threads: readonly LineThreadShape[];
}

interface PromisesSeen {
  readonly at: Instant;
  readonly posts: Readonly<Record<string, PromiseSeen>>;
}

export interface PromiseSeen {
  readonly campaign: string;
  readonly since: Instant;
  /** Whether the desk was known before it promised this. */
  readonly exact: boolean;
  readonly gone?: true;
}

export interface DeskCommit {
  readonly sha: string;
  /** The account that GitHub links to it. */
  readonly by: string | null;
  readonly isPerson: boolean;
  /** As the commit itself has it. */
  readonly at: Instant | null;
}

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

/** What the app would set in a text so that it fits its slot; of one that says it already, a review is a review of the other. */
export interface ForeseenFix extends TextChange {
  /** Where the text was judged. */
  readonly head: string;
  /** Git's id of what all edits make of it; left out where nobody made them yet. */
  readonly becomes?: string;
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
