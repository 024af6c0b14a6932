/** The world: everything the sandbox knows, in one place; what is done to it is in `operations/`, how it is shown in `rest/` and `graphql/`. START HERE. */
import type { Clock } from "../../src/clock.js";
import type { People, Account } from "./accounts.js";
import type { CheckRun, CheckSuite } from "./check.js";
import type { Faults } from "./faults.js";
import type { App, Installation } from "./installation.js";
import type { Numbering } from "./numbering.js";
import { nodeId } from "./numbering.js";
import { notFound } from "./refusal.js";
import { fullName, type Repo } from "./repo.js";
import {
  isPull,
  type Comment,
  type ReviewComment,
  type ReviewThread,
  type TimelineChange,
  type TimelineEvent,
  type Label,
  type PullThread,
  type Review,
  type Thread,
} from "./thread.js";

export interface World {
  readonly clock: Clock;
  readonly numbering: Numbering;
  readonly people: People;
  readonly app: App;
  readonly repos: Map<number, Repo>;
  /** Names that led to a repository before it was renamed, in small letters. */
  readonly formerNames: Map<string, Repo>;
  readonly installations: Map<number, Installation>;
  /** Members by the name of their team in small letters: `mirage/storage`. */
  readonly teams: Map<string, readonly Account[]>;
  readonly comments: Map<number, Comment>;
  /** Everything that has a GraphQL id of its own. */
  readonly nodes: Map<string, Node>;
  readonly trouble: Faults;
  /** Where people read: `http://localhost:3000`. */
  readonly webBase: string;
  /** Where programs ask: the sandbox's own address once it listens. */
  apiBase: string;
  /** Sends a webhook to the App, if it is installed there, subscribed and permitted to hear it. */
  readonly emit: (event: WebhookEvent) => void;
}

export type Node =
  | { readonly kind: "repo"; readonly repo: Repo }
  | { readonly kind: "thread"; readonly thread: Thread }
  | { readonly kind: "comment"; readonly comment: Comment }
  | { readonly kind: "review"; readonly review: Review }
  | { readonly kind: "reviewThread"; readonly reviewThread: ReviewThread }
  | { readonly kind: "reviewComment"; readonly reviewComment: ReviewComment }
  | { readonly kind: "check"; readonly check: CheckRun }
  | { readonly kind: "suite"; readonly suite: CheckSuite }
  | { readonly kind: "label"; readonly label: Label; readonly repo: Repo };

export interface WebhookEvent {
  /** GitHub's name: `pull_request`. */
  readonly name: string;
  readonly action: string | null;
  readonly repo: Repo | null;
  readonly installation?: Installation;
  readonly sender: Account;
  /** What this webhook adds to the members that all have. */
  readonly body: () => Readonly<Record<string, unknown>>;
}

/** The sandbox's time as GitHub writes it, to the second. */
export function stamp(world: Pick<World, "clock">): string {
  return `${world.clock.now().toISOString().slice(0, 19)}Z`;
}

/** Finds by present name only. */
export function findRepo(world: World, owner: string, name: string): Repo | null {
  const wanted = `${owner}/${name}`.toLowerCase();
  for (const repo of world.repos.values()) if (!repo.deleted && fullName(repo).toLowerCase() === wanted) return repo;
  return null;
}

export function installationOf(world: World, repo: Repo): Installation | null {
  for (const installation of world.installations.values()) if (installation.repositories.has(repo)) return installation;
  return null;
}

/** Throws GitHub's 404. */
export function threadAt(repo: Repo, number: number): Thread {
  const found = repo.threads.get(number);
  if (!found) throw notFound();
  return found;
}

/** Throws GitHub's 404, for an issue too. */
export function pullAt(repo: Repo, number: number): PullThread {
  const found = threadAt(repo, number);
  if (!isPull(found)) throw notFound();
  return found;
}

/** Writes down that something happened in a thread, now. */
export function happens(world: World, thread: Thread, by: Account | null, what: TimelineChange): TimelineEvent {
  const id = world.numbering.next();
  const happening: TimelineEvent = { id, nodeId: nodeId("TE", id), at: stamp(world), by, ...what };
  thread.timeline.push(happening);
  thread.updatedAt = happening.at;
  return happening;
}
