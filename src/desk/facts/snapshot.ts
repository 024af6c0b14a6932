/** The snapshot: every fact that one judgement may use, the instant included, read beforehand and never changed. */
import type { Instant } from "../time/zone.js";
import type { LineRange } from "./changed-lines.js";
import type { Desk } from "./desk.js";
import type { Finding } from "./finding.js";
import type { PostLinks } from "./post-links.js";
import type { PostOutline } from "./post-outline.js";
import type { Post } from "./post.js";
import type { Silent } from "./silenced-rules.js";
import type { SiteConfig } from "./site-config.js";
import type { TextFix } from "./text-fix.js";

export interface Snapshot {
  /** When the facts were read; the only clock of the desk. */
  readonly at: Instant;
  /** The app's own login, `presstime[bot]`. */
  readonly app: string;
  readonly repository: RepositoryFacts;
  /** The desk in force: the default branch's, or the last good one while that is broken. */
  readonly desk: Desk;
  /** What is wrong with the desk on the default branch; of the one in force, that nobody is there to coordinate. */
  readonly deskFindings: readonly Finding[];
  /** What of the repository's own lint configuration is left out, in sentences; nothing when left out. */
  readonly lintNotes?: readonly string[];
  /** What the configuration of its site says, or of its sites; none where there is none that is known. */
  readonly sites?: readonly SiteConfig[];
  /** Open pull requests, by number. */
  readonly open: readonly PullRequest[];
  /** Pull requests that were merged or closed since the campaigns began, by number. */
  readonly closed: readonly PullRequest[];
  /** Posts that the default branch holds. */
  readonly published: readonly PublishedPost[];
  /** Issues that carry the mark of a board. */
  readonly boards: readonly Board[];
  readonly memory: Memory;
  /** What asking who may write here came to; left out where nobody had to be asked. */
  readonly asked?: AskedAccess;
  /** The default branch takes only branches that are up to date with it; left out where that is not so, or not known. */
  readonly strict?: true;
  /** How the desk in force came to be; null or left out while nothing is known of it. */
  readonly deskChange?: DeskChange | null;
  /** When the look before this one was completed; null or left out when that is not known. */
  readonly lookedAt?: Instant | null;
}

/** The last change of the desk file: an edit of the plan is whoever's it is, and not the schedule's. */
export interface DeskChange {
  /** The login of whoever made it; null where GitHub knows no account. */
  readonly by: string | null;
  /** Its commit. */
  readonly sha: string;
  /** When it came into force, as well as that can be told. */
  readonly at: Instant;
  /** The desk that was in force before; null where that is not known any more. */
  readonly former: Desk | null;
}

export interface RepositoryFacts {
  readonly owner: string;
  readonly name: string;
  /** Where people read it: `https://github.com/owner/name`. */
  readonly url: string;
  readonly defaultBranch: string;
  readonly archived: boolean;
  /** Whether GitHub shows it to nobody but its own people. */
  readonly private: boolean;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Numbers of the issues that it closes when it is merged; none when left out. */
  readonly closes?: readonly number[];
  /** Who opened it; not necessarily who signs the post. Null for a deleted account. */
  readonly openedBy: Actor | null;
  readonly openedAt: Instant;
  /** GitHub's own, or by its title. */
  readonly draft: boolean;
  /** What its title begins with that makes it a draft, and whether nothing else does; left out where nothing in the title does. */
  readonly draftTitle?: { readonly says: string; readonly alone: boolean };
  readonly standing: "open" | "merged" | "closed";
  /** When it was merged or closed. */
  readonly endedAt: Instant | null;
  readonly base: string;
  readonly head: Head;
  readonly labels: readonly string[];
  /** Files it changes that the desk's globs call posts. */
  readonly posts: readonly ChangedPost[];
  /** Every path that it changes against its merge base, posts and others; left out where that is not known. */
  readonly changes?: readonly string[];
  /**
   * Its commits, oldest first, so that the head of a review is found among them. Those that only take in the base, or set what the app
   * would have set, are nobody's. Left out where they were not read: nobody has reviewed it, or pushed to it since it was opened.
   */
  readonly commits?: readonly OwnCommit[];
  /** Which files its posts lead to and whether they are there; left out where that is not known. */
  readonly paths?: Paths;
  /** The desk file as this pull request would leave it; null when it does not touch it. */
  readonly desk: ProposedDesk | null;
  /** False when GitHub listed fewer files than it changes (it lists 3,000), or not all of its posts were read. */
  readonly filesComplete: boolean;
  /** Posts that it brings beyond those that are read of one pull request; left out where there are none. */
  readonly unread?: number;
  /** Texts of its posts are not read yet: so much was read for whoever sent them, or for others, that they wait their turn. */
  readonly notReadYet?: true;
  /** Logins asked for a review who have not answered, with the instant they were asked. */
  readonly requested: readonly ReviewRequest[];
  /** Teams that are asked for a review and of which nobody has answered; none when left out. */
  readonly teams?: readonly { readonly codeOwner: boolean }[];
  /** The rules of the branch want another review, whatever the desk makes of those that there are. */
  readonly wantsReview?: true;
  /** Everybody who was ever asked and whose request nobody has taken back, with when they were asked last; nobody when left out. */
  readonly wereAsked?: readonly ReviewRequest[];
  /** Logins of everybody who was ever assigned to it, or taken off; nobody when left out. */
  readonly wereAssigned?: readonly string[];
  readonly reviews: readonly Review[];
  readonly comments: readonly Comment[];
  /** `body`, with what GitHub tells of it besides; left out where nothing was asked. */
  readonly description?: Comment;
  /** Conversations on lines of what it changes; left out where that is not known, or nobody has reviewed it. */
  readonly threads?: readonly LineThread[];
  /**
   * Whether GitHub would let it be merged now; `unknown` while GitHub works it out. `blocked` is advice and holds nothing: GitHub says it to
   * whoever asks, also where the merge goes through (https://github.com/finite-sample/rmcp/pull/71).
   */
  readonly mergeable: "yes" | "conflicts" | "blocked" | "behind" | "unknown";
  /** Its base has a merge queue. */
  readonly queue?: true;
  /** Other people's checks on the head; null when there are none. `unknown`: some may not be read, and the others pass. */
  readonly checks: "passing" | "failing" | "running" | "unknown" | null;
  /** What those of them come to that branch protection requires; left out where it requires none. */
  readonly requiredChecks?: NonNullable<PullRequest["checks"]>;
}

export interface Actor {
  readonly login: string;
  readonly bot: boolean;
  /** GraphQL id, of whoever opened a pull request. */
  readonly node?: string;
  /** What GitHub says that they may do here: of a review now, of a comment when it was said. Left out where nobody asked, as of people on the desk. */
  readonly access?: Access;
}

/** Whether somebody may write to the repository. `unknown`: it could not be asked, which counts as no. */
export type Access = "write" | "none" | "unknown";

export interface AskedAccess {
  /** By login in small letters: those who only clicked a button are named nowhere else. */
  readonly of: Readonly<Record<string, Access>>;
  /** Why GitHub would not say of somebody, in its words; null when it said of all. */
  readonly refused: string | null;
  /** When it is to be asked again. */
  readonly againAt: Instant;
}

export interface Head {
  readonly sha: string;
  readonly branch: string;
  /** `owner/name` of the repository it comes from; null when that was deleted. */
  readonly repository: string | null;
  /** When the head came to be what it is, by GitHub's clock, as well as it can be told. */
  readonly since: Instant;
}

export interface OwnCommit {
  readonly sha: string;
  /** Logins of those who wrote, committed or pushed it; none where it changed nothing of what the pull request changes, or is a bot's. */
  readonly by: readonly string[];
  /** Nobody knows whose it is: whoever may push may have written it. */
  readonly unknown: boolean;
}

export interface ChangedPost {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: "added" | "modified" | "renamed" | "removed";
  /** The lines that it made or altered; null or left out where GitHub does not tell. Of an added post these are all. */
  readonly changed?: readonly LineRange[] | null;
  /** Git's id of the text at the head; null when removed or not to be had. */
  readonly blob: string | null;
  /** What reading and linting the text gave; null when there is no text. */
  readonly reading: Reading | null;
}

/** What a worker made of one text. */
export interface Reading {
  readonly post: Post;
  readonly findings: readonly Finding[];
  /** Where it leads; left out unless its Markdown was parsed. */
  readonly links?: PostLinks;
  /** Where comments in it silence the rules that look beyond it; left out where none does. */
  readonly silent?: Silent;
  /** What a linter can fix in it at once; left out when that is nothing. */
  readonly fixes?: readonly TextFix[];
  /** Left out unless the worker was stopped, over time or memory: another try may come to more. */
  readonly unfinished?: true;
}

/** Files as they will be once the pull request is merged, as far as its posts lead to them. */
export interface Paths {
  /** Those that were looked at; of no other is it known that nothing is there. */
  readonly asked: readonly string[];
  /** Those of them that are there. */
  readonly present: readonly string[];
  /** Folders at the root of the default branch. */
  readonly folders: readonly string[];
}

export interface ProposedDesk {
  readonly path: string;
  /** Empty when the proposed desk is good. */
  readonly findings: readonly Finding[];
}

export interface ReviewRequest {
  readonly login: string;
  readonly at: Instant;
  /** GitHub asked them by itself, because CODEOWNERS names them. Told while they have not answered. */
  readonly codeOwner?: true;
}

export interface Review {
  readonly id: number;
  readonly by: Actor | null;
  readonly at: Instant;
  readonly says: "approves" | "requests changes" | "comments" | "dismissed";
  /** The head it was given for; null when GitHub no longer knows. */
  readonly head: string | null;
  /** Paths, of posts or of other files, of which the pull request changed something else at that head than it does now. Empty: it was given for what stands now. Told of those that approve or ask for changes. */
  readonly outdated: readonly string[];
  /** Set where nobody can tell what has changed since: `outdated` is then all that it changes. */
  readonly uncompared?: true;
  /** Without the mark. */
  readonly body: string;
  /** The app's own hidden mark, read only in what the app itself wrote; null for a person's review. */
  readonly mark: string | null;
  /** GraphQL id. */
  readonly node?: string;
  /** Whoever gave it, with what they could do when they did: commands in its words count by that. */
  readonly saidBy?: Actor;
  readonly editedAt?: Instant | null;
  /** The app's own reactions to its words; none when left out. */
  readonly reactions?: readonly OwnReaction[];
  /** As of a comment. */
  readonly named?: Readonly<Record<string, Access>>;
}

export interface Comment {
  readonly id: number;
  /** GraphQL id. */
  readonly node: string;
  readonly by: Actor | null;
  readonly at: Instant;
  readonly editedAt: Instant | null;
  readonly body: string;
  /** The app's own hidden mark, read only in what the app itself wrote. */
  readonly mark: string | null;
  /** The app's own reactions to it. */
  readonly reactions: readonly OwnReaction[];
  /** What those whom its commands name could do here when it was said, by login in small letters; left out where nobody had to be asked about. */
  readonly named?: Readonly<Record<string, Access>>;
  /** Where else than in the conversation it was said; left out of what was said there. */
  readonly in?: SpokenIn;
}

/** `thread` is the id of the first comment on these lines, which GitHub wants of whoever answers there; `review` of the review that it is part of. */
export type SpokenIn =
  { readonly kind: "description" | "review" } | { readonly kind: "line"; readonly thread: number; readonly review: number | null };

/** A conversation on lines of a difference. */
export interface LineThread {
  readonly path: string;
  /** Somebody has closed it. */
  readonly resolved: boolean;
  readonly comments: readonly Comment[];
}

export type OwnReaction = "+1" | "eyes" | "confused";

export interface PublishedPost {
  readonly path: string;
  readonly blob: string;
  /** When a file first came to that path; left out where nobody asked, null where GitHub does not know. */
  readonly since?: Instant | null;
  /** What its text says; left out where nobody has read it. */
  readonly outline?: PostOutline;
}

export interface Board {
  readonly number: number;
  readonly node: string;
  readonly url: string;
  /** The campaign's name, from the mark. */
  readonly campaign: string;
  /** Without the mark. */
  readonly body: string;
  readonly open: boolean;
  readonly comments: readonly Comment[];
}

/** What the ledger remembers of this repository, so that nothing is done twice and no slip is forgotten. */
export interface Memory {
  /** By effect key: what was last done or refused. */
  readonly effects: Readonly<Record<string, Remembered>>;
  /** By slug, oldest first; the first is the one ever announced. */
  readonly announced: Readonly<Record<string, readonly Announcement[]>>;
}

export interface Remembered {
  /** The digest of what the effect wanted. */
  readonly digest: string;
  readonly ended: "done" | "refused";
  /** GitHub's reason, when refused. */
  readonly why: string | null;
  readonly at: Instant;
}

export interface Announcement {
  readonly slot: Instant;
  readonly at: Instant;
  /** The login of whoever moved the post there; null when the schedule did, or when that is not known any more. */
  readonly by: string | null;
  readonly why: string;
  /** Set when there were others before it that are not known any more: the ledger was lost. */
  readonly earlier?: "unknown";
  /** Set when the command was taken back that moved the post there: no move. Told by the comments, and not kept. */
  readonly undone?: true;
}
