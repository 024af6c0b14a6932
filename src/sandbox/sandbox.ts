/** A GitHub of our own, in this process: what tests, scripts and `npm start` without credentials talk to. START HERE. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { openAllowances } from "./allowance.js";
import { openGate } from "./caller.js";
import type { Conclusion } from "./check.js";
import type { Annotation } from "./records.js";
import { addCommitStatus, createCheckRun } from "./deeds/check.js";
import { commitFiles, moveBranch } from "./deeds/push.js";
import { acceptPermissions, addRepo, install, removeFromInstallation, suspend, uninstall } from "./deeds/repository.js";
import { fingerprint } from "./fingerprint.js";
import { blobAt, knownCommit } from "./git/object-store.js";
import { entryAt, filesOf, type Files } from "./git/paths.js";
import type { App, Installation, Permissions } from "./installation.js";
import { startNumbering } from "./numbering.js";
import { openRegister, type Person } from "./people.js";
import { openRequestLog, type RequestRecord } from "./request-log.js";
import type { Protection, Repo, Role } from "./repo.js";
import { resolveRef } from "./resolve-ref.js";
import { createSandboxClock, type SandboxClock } from "./sandbox-clock.js";
import { routes } from "./serve.js";
import { someone, type Someone } from "./someone.js";
import { startTrouble, type TroubleDoor } from "./trouble.js";
import type { Thread } from "./thread.js";
import { guidOf, headersOf, openDeliveries, type Delivery, type DeliveryModes, type Letter } from "./webhooks/deliveries.js";
import { post, type Answered } from "./webhooks/post.js";
import { wholeThread, type WholeThread } from "./whole-pull.js";
import { findRepo, installationOf, stamp, threadAt, type World } from "./world.js";

export interface SandboxOptions {
  /** Stands at 2014-07-01T09:00:00Z when none is given. */
  readonly clock?: SandboxClock;
  readonly app?: {
    readonly id?: number;
    readonly slug?: string;
    /** PEM; one is made when none is given. */
    readonly privateKey?: string;
    readonly webhookSecret?: string;
    /** Where its webhooks go; `deliverTo` says so later. */
    readonly webhookUrl?: string;
    readonly permissions?: Permissions;
    readonly events?: readonly string[];
  };
  /** What `html_url`s begin with. */
  readonly webBase?: string;
}

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly files?: Files;
  /** Logins with write access, or roles by login. */
  readonly collaborators?: readonly string[] | Readonly<Record<string, Role>>;
  /** Collaborators who also belong to the owning organization. */
  readonly members?: readonly string[];
  readonly id?: number;
  readonly private?: boolean;
  readonly defaultBranch?: string;
  readonly description?: string;
  /** A person owns it, not an organization. */
  readonly personal?: boolean;
  /** Installs the App on it; yes unless false. */
  readonly install?: boolean;
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
  as(login: string, known?: { readonly name?: string; readonly email?: string }): Someone;
  collaborator(repo: Repo, login: string, role?: Role | null): void;
  /** Null lifts the protection. */
  protect(repo: Repo, branch: string, protection: Partial<Protection> | null): void;
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

  readonly trouble: TroubleDoor;
  readonly webhooks: DeliveryModes;
  /** What was sent to the App, with its answers, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** What was written to be sent, lost ones too. */
  readonly letters: readonly Letter[];
  deliverTo(url: string | null): void;
  /** Resolves when every webhook in flight has been answered. */
  delivered(): Promise<void>;
  redelivers(delivery: Delivery): void;
  /** Sends any webhook at all, signed with any secret, past the records: what a stranger might send. */
  forges(url: string, name: string, body: unknown, secret?: string, guid?: string): Promise<Answered>;
  pings(): void;

  /** Every request, oldest first; may be emptied. */
  readonly requests: RequestRecord[];
  readonly spent: { readonly calls: number; readonly points: number };
  /** Errors of the sandbox itself; there should be none. */
  readonly faults: readonly unknown[];
  readonly world: World;
}

const EVERYTHING: Permissions = {
  checks: "write",
  contents: "write",
  issues: "write",
  pull_requests: "write",
  statuses: "write",
  metadata: "read",
};
const ALL_EVENTS = [
  "check_run",
  "check_suite",
  "issue_comment",
  "issues",
  "label",
  "pull_request",
  "pull_request_review",
  "push",
  "repository",
  "status",
];

export function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? createSandboxClock("2014-07-01T09:00:00Z");
  const webBase = (options.webBase ?? "http://localhost:3000").replace(/\/$/, "");
  const numbering = startNumbering();
  const people = openRegister(numbering, () => stamp({ clock }));
  const app = makeApp(options.app ?? {}, (login, kind) => people.ensure(login, kind), stamp({ clock }));
  const allowances = openAllowances(clock);
  const trouble = startTrouble(clock, (resource) => {
    allowances.exhaust(resource);
  });
  const deliveries = openDeliveries(() => world);
  const world: World = {
    clock,
    numbering,
    people,
    app,
    repos: new Map(),
    formerNames: new Map(),
    installations: new Map(),
    comments: new Map(),
    nodes: new Map(),
    trouble,
    webBase,
    apiBase: "https://sandbox.invalid",
    emit: (news) => {
      deliveries.emit(news);
    },
  };
  const log = openRequestLog();
  const faults: unknown[] = [];
  const gate = openGate(app);
  deliveries.deliverTo(options.app?.webhookUrl ?? null);
  let server: ServerType | null = null;
  const owner = (repo: Repo): Person => (repo.owner.kind === "User" ? repo.owner : people.ensure(`${repo.owner.login}-admin`));

  return Promise.resolve({
    clock,
    app,
    webBase,
    get url() {
      return world.apiBase;
    },
    async listen(port = 0) {
      const { fetch } = routes({ world, gate, allowances, deliveries, log, faults });
      const listening = createAdaptorServer({ fetch: (request, env) => fetch(request, env) });
      server = listening;
      await new Promise<void>((resolve, reject) => {
        listening.once("error", reject);
        listening.listen(port, "127.0.0.1", resolve);
      });
      world.apiBase = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    },
    async close() {
      const closing = server;
      server = null;
      trouble.door.over();
      deliveries.deliverTo(null);
      await deliveries.delivered();
      if (!closing) return;
      await new Promise<void>((resolve) => {
        closing.close(() => {
          resolve();
        });
        if ("closeAllConnections" in closing) closing.closeAllConnections();
      });
    },

    createRepository: (wanted) => createRepository(world, wanted),
    repository(ownerLogin, name) {
      const found = findRepo(world, ownerLogin, name);
      if (!found) throw new Error(`Unexpected repository ${ownerLogin}/${name}, expected one that was created`);
      return found;
    },
    repositories: () => [...world.repos.values()].filter((repo) => !repo.deleted),
    as(login, known = {}) {
      const person = people.ensure(login);
      // An account that acts is a person, whatever it was taken for.
      if (person.kind === "Organization") person.kind = "User";
      if (known.name !== undefined) person.name = known.name;
      if (known.email !== undefined) person.email = known.email;
      return someone(world, person);
    },
    collaborator(repo, login, role = "write") {
      if (role === null) repo.collaborators.delete(login.toLowerCase());
      else repo.collaborators.set(login.toLowerCase(), { person: people.ensure(login), role, member: false });
    },
    protect(repo, branch, protection) {
      if (protection === null) repo.protections.delete(branch);
      else repo.protections.set(branch, { approvals: 0, dismissStale: false, checks: [], strict: false, ...protection });
    },
    reports(repo, sha, name, check) {
      const other = { id: 900_000 + (Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % 90_000, 7) || 1), slug: name };
      createCheckRun(world, people.ensure(`${name}[bot]`, "Bot"), repo, other, {
        ...check,
        sha,
        status: check.conclusion === null ? "in_progress" : "completed",
      });
    },
    setsStatus(repo, sha, context, state) {
      addCommitStatus(world, people.ensure("ci-bot"), repo, { sha, state, context, description: null, targetUrl: null });
    },

    installs: (repo, permissions) => install(world, owner(repo), repo, permissions),
    removesFromInstallation(repo) {
      removeFromInstallation(world, owner(repo), repo);
    },
    uninstalls(repo) {
      uninstall(world, owner(repo), installed(world, repo));
    },
    suspends(repo, suspended) {
      suspend(world, owner(repo), installed(world, repo), suspended);
    },
    permits(repo, permissions) {
      acceptPermissions(world, owner(repo), installed(world, repo), permissions);
    },
    installation: (repo) => installed(world, repo),

    file(repo, path, ref = repo.defaultBranch) {
      const sha = resolveRef(repo, ref);
      const entry = sha === null ? null : entryAt(repo.objects, knownCommit(repo.objects, sha).tree, path);
      return entry ? (blobAt(repo.objects, entry.sha)?.bytes.toString("utf8") ?? null) : null;
    },
    files(repo, ref = repo.defaultBranch) {
      const sha = resolveRef(repo, ref);
      return sha === null ? [] : [...filesOf(repo.objects, knownCommit(repo.objects, sha).tree).keys()].sort();
    },
    pullRequest: (repo, number) => whole(world, threadAt(repo, number)),
    issue: (repo, number) => whole(world, threadAt(repo, number)),
    threads: (repo) => [...repo.threads.values()].sort((a, b) => a.number - b.number).map((thread) => whole(world, thread)),
    fingerprint,

    trouble: trouble.door,
    webhooks: deliveries.modes,
    deliveries: deliveries.made,
    letters: deliveries.letters,
    deliverTo: deliveries.deliverTo,
    delivered: deliveries.delivered,
    redelivers: deliveries.redeliver,
    forges(url, name, body, secret = app.webhookSecret, guid = guidOf(`forged ${randomBytes(8).toString("hex")}`)) {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      return post(url, headersOf(world, name, guid, text, secret), text);
    },
    pings() {
      world.emit({ name: "ping", action: null, repo: null, sender: app.owner, body: () => pingBody(world) });
    },

    requests: log.records,
    get spent() {
      return log.spent();
    },
    faults,
    world,
  });
}

function createRepository(world: World, wanted: NewRepository): Repo {
  const owner = world.people.ensure(wanted.owner, wanted.personal ? "User" : "Organization");
  const repo = addRepo(world, { ...wanted, owner });
  const roles = Array.isArray(wanted.collaborators)
    ? wanted.collaborators.map((login: string) => [login, "write"] as const)
    : Object.entries((wanted.collaborators ?? {}) as Readonly<Record<string, Role>>);
  const members = new Set((wanted.members ?? []).map((login) => login.toLowerCase()));
  for (const login of wanted.members ?? []) add(login, "write");
  for (const [login, role] of roles) add(login, role);
  const admin = owner.kind === "User" ? owner : world.people.ensure(`${owner.login}-admin`);
  if (wanted.install !== false) install(world, admin, repo);
  const files = wanted.files ?? { "README.md": `# ${wanted.name}\n` };
  const first = commitFiles(world, admin, repo, files, { parents: [], message: "Initial commit" });
  moveBranch(world, admin, repo, repo.defaultBranch, first.sha);
  return repo;

  function add(login: string, role: Role): void {
    repo.collaborators.set(login.toLowerCase(), { person: world.people.ensure(login), role, member: members.has(login.toLowerCase()) });
  }
}

function makeApp(wanted: NonNullable<SandboxOptions["app"]>, ensure: World["people"]["ensure"], at: string): App {
  const slug = wanted.slug ?? "presstime";
  return {
    id: wanted.id ?? 12_345,
    slug,
    name: slug,
    owner: ensure(`${slug}-owner`, "Organization"),
    bot: ensure(`${slug}[bot]`, "Bot"),
    privateKey:
      wanted.privateKey ??
      generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    webhookSecret: wanted.webhookSecret ?? randomBytes(24).toString("base64url"),
    permissions: wanted.permissions ?? EVERYTHING,
    events: wanted.events ?? ALL_EVENTS,
    createdAt: at,
  };
}

function installed(world: World, repo: Repo): Installation {
  const found = installationOf(world, repo);
  if (!found) throw new Error(`Unexpected repository ${repo.name}, expected one that the App is installed on`);
  return found;
}

function whole(world: World, thread: Thread): WholeThread {
  return wholeThread(world, thread);
}

function pingBody(world: World) {
  const id = world.app.id * 1000 + 1;
  return {
    zen: "Keep it logically awesome.",
    hook_id: id,
    hook: {
      type: "App",
      id,
      name: "web",
      active: true,
      app_id: world.app.id,
      events: [...world.app.events],
      config: { content_type: "json", insecure_ssl: "0", secret: "********", url: `${world.webBase}/` },
      created_at: world.app.createdAt,
      updated_at: world.app.createdAt,
      deliveries_url: `${world.apiBase}/app/hook/deliveries`,
    },
  };
}
