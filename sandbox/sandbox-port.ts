/** The port to the sandbox: all that tests, scripts and pages can ask of it. */
import type { RequestRecord } from "./http/request-log.js";
import type { NewRepository } from "./operations/create-repository.js";
import type { SandboxClock } from "./sandbox-clock.js";
import type { Annotation, Conclusion } from "./state/check.js";
import type { FaultControls } from "./state/faults.js";
import type { App, Installation, Permissions } from "./state/installation.js";
import type { AppOptions } from "./state/make-app.js";
import type { Protection, Repo, Role } from "./state/repo.js";
import type { World } from "./state/world.js";
import type { User } from "./user.js";
import type { Delivery, DeliveryModes } from "./webhooks/deliveries.js";
import type { PostResult } from "./webhooks/post.js";
import type { Webhook } from "./webhooks/webhook.js";
import type { WholeThread } from "./whole-thread.js";

export interface SandboxOptions {
  /** Stands at 2014-07-01T09:00:00Z when none is given. */
  readonly clock?: SandboxClock;
  readonly app?: AppOptions;
  /** What `html_url`s begin with. */
  readonly webBase?: string;
}

export interface OtherCheck {
  readonly name: string;
  /** Null while it runs. */
  readonly conclusion: Conclusion | null;
  readonly title?: string;
  readonly summary?: string;
  readonly annotations?: readonly Annotation[];
}

export interface Sandbox {
  readonly clock: SandboxClock;
  readonly app: App;
  /** Where programs ask; only once it listens. */
  readonly url: string;
  readonly webBase: string;
  /** Port 0 takes any that is free. */
  listen(port?: number): Promise<void>;
  close(): Promise<void>;

  createRepository(wanted: NewRepository): Repo;
  /** By present name; throws when there is none. */
  repository(owner: string, name: string): Repo;
  repositories(): readonly Repo[];
  as(login: string, known?: { readonly name?: string; readonly email?: string }): User;
  collaborator(repo: Repo, login: string, role?: Role | null): void;
  /** Null lifts the protection. */
  protect(repo: Repo, branch: string, protection: Partial<Protection> | null): void;
  /** `mirage/storage`, with these members and no others. */
  makesTeam(name: string, members: readonly string[]): void;
  /** CODEOWNERS names these for every file: people, or teams such as `mirage/storage` with their members. */
  ownsCode(repo: Repo, owners: Readonly<Record<string, readonly string[]>>): void;
  /** The merge queue merges the next that waits in it. */
  queueMerges(repo: Repo): void;
  /** Another App than ours ("ci") reports on a commit. */
  reports(repo: Repo, sha: string, app: string, check: OtherCheck): void;
  setsStatus(repo: Repo, sha: string, context: string, state: "error" | "failure" | "pending" | "success"): void;

  installs(repo: Repo, permissions?: Permissions): Installation;
  /** Takes the repository from the installation. */
  removesFromInstallation(repo: Repo): void;
  uninstalls(repo: Repo): void;
  suspends(repo: Repo, suspended: boolean): void;
  permits(repo: Repo, permissions: Permissions): void;
  installation(repo: Repo): Installation;

  /** The text of a file on a branch (or of a commit); null where there is none. */
  file(repo: Repo, path: string, ref?: string): string | null;
  files(repo: Repo, ref?: string): readonly string[];
  /** Everything about one pull request or issue, as a person would read it. */
  pullRequest(repo: Repo, number: number): WholeThread;
  issue(repo: Repo, number: number): WholeThread;
  /** All of them, by number. */
  threads(repo: Repo): readonly WholeThread[];
  /** A stable text of all that a person could see, without ids and times. */
  fingerprint(repo: Repo): string;

  /** Makes GitHub fail; `faults` are the sandbox's own mistakes. */
  readonly trouble: FaultControls;
  readonly webhooks: DeliveryModes;
  /** What was sent to the App, with its answers, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** The webhooks that were written to be sent, lost ones too. An older word, which cases kept elsewhere use. */
  readonly letters: readonly Webhook[];
  deliverTo(url: string | null): void;
  /** Resolves when every webhook in flight has been answered. */
  delivered(): Promise<void>;
  redelivers(delivery: Delivery): void;
  /** Sends any webhook at all, signed with any secret, past the records: what a stranger might send. */
  forges(url: string, name: string, body: unknown, secret?: string, guid?: string): Promise<PostResult>;
  pings(): void;

  /** Every request, oldest first; may be emptied. */
  readonly requests: RequestRecord[];
  readonly spent: { readonly calls: number; readonly points: number };
  /** Errors of the sandbox itself; there should be none. */
  readonly faults: readonly unknown[];
  readonly world: World;
}
