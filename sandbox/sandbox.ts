/** A GitHub of our own, in this process: what tests, scripts and `npm start` without credentials talk to. */
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { blobAt, knownCommit } from "./git/object-store.js";
import { entryAt, filesOf } from "./git/paths.js";
import { openGate } from "./http/caller.js";
import { openAllowances } from "./http/rate-limit.js";
import { openRequestLog } from "./http/request-log.js";
import { addCommitStatus, createCheckRun } from "./operations/check.js";
import { ownCode } from "./operations/code-owners.js";
import { adminOf, createRepository } from "./operations/create-repository.js";
import { mergeFromQueue } from "./operations/pull-request.js";
import { acceptPermissions, install, removeFromInstallation, suspend, uninstall } from "./operations/repository.js";
import { createSandboxClock } from "./sandbox-clock.js";
import type { Sandbox, SandboxOptions } from "./sandbox-port.js";
import { routes } from "./serve.js";
import { openRegister } from "./state/accounts.js";
import { startFaults } from "./state/faults.js";
import { fingerprint } from "./state/fingerprint.js";
import type { Installation } from "./state/installation.js";
import { makeApp, pingBody } from "./state/make-app.js";
import { startNumbering } from "./state/numbering.js";
import { openReplica } from "./replica.js";
import type { Repo } from "./state/repo.js";
import { resolveRef } from "./state/resolve-ref.js";
import { findRepo, installationOf, stamp, threadAt, type World } from "./state/world.js";
import { createUser } from "./user.js";
import { openDeliveries } from "./webhooks/deliveries.js";
import { post } from "./webhooks/post.js";
import { guidOf, headersOf } from "./webhooks/webhook.js";
import { wholeThread } from "./whole-thread.js";

export type { NewRepository } from "./operations/create-repository.js";
export type { Sandbox, SandboxOptions } from "./sandbox-port.js";

export function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? createSandboxClock("2014-07-01T09:00:00Z");
  const webBase = (options.webBase ?? "http://localhost:3000").replace(/\/$/, "");
  const numbering = startNumbering();
  const people = openRegister(numbering, () => stamp({ clock }));
  const app = makeApp(options.app ?? {}, people, stamp({ clock }));
  const allowances = openAllowances(clock);
  const trouble = startFaults(clock, {
    exhaust(resource, wording) {
      allowances.exhaust(resource, wording);
    },
    leaves(resource, left) {
      allowances.leave(resource, left);
    },
    lags() {
      replica.start();
    },
  });
  const replica = openReplica(
    () => world,
    clock,
    () => trouble.isLagging(),
  );
  const deliveries = openDeliveries(() => world);
  const world: World = {
    clock,
    numbering,
    people,
    app,
    repos: new Map(),
    formerNames: new Map(),
    teams: new Map(),
    installations: new Map(),
    comments: new Map(),
    nodes: new Map(),
    trouble,
    webBase,
    apiBase: "https://sandbox.invalid",
    emit: (event) => {
      deliveries.emit(event);
    },
  };
  const log = openRequestLog();
  const faults: unknown[] = [];
  const gate = openGate(app);
  deliveries.deliverTo(options.app?.webhookUrl ?? null);
  let server: ServerType | null = null;
  const owner = (repo: Repo) => adminOf(world, repo);

  return Promise.resolve({
    clock,
    app,
    webBase,
    get url() {
      return world.apiBase;
    },
    async listen(port = 0) {
      const { fetch } = routes({ world, replica, gate, allowances, deliveries, log, faults });
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
      // Nobody else can be called that.
      const person = people.ensure(login, login.endsWith("[bot]") ? "Bot" : "User");
      // An account that acts is a person, whatever it was taken for.
      if (person.kind === "Organization") person.kind = "User";
      if (known.name !== undefined) person.name = known.name;
      if (known.email !== undefined) person.email = known.email;
      return createUser(world, person);
    },
    collaborator(repo, login, role = "write") {
      if (role === null) repo.collaborators.delete(login.toLowerCase());
      else repo.collaborators.set(login.toLowerCase(), { person: people.ensure(login), role, member: false });
    },
    protect(repo, branch, protection) {
      if (protection === null) repo.protections.delete(branch);
      else
        repo.protections.set(branch, {
          approvals: 0,
          dismissStale: false,
          checks: [],
          strict: false,
          ruleset: false,
          conversations: false,
          codeOwners: false,
          queue: false,
          ...protection,
        });
    },
    makesTeam(name, members) {
      world.teams.set(
        name.toLowerCase(),
        members.map((login) => people.ensure(login)),
      );
    },
    ownsCode(repo, owners) {
      ownCode(world, repo, owners);
    },
    queueMerges(repo) {
      mergeFromQueue(world, owner(repo), repo);
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
    pullRequest: (repo, number) => wholeThread(world, threadAt(repo, number)),
    issue: (repo, number) => wholeThread(world, threadAt(repo, number)),
    threads: (repo) => [...repo.threads.values()].sort((a, b) => a.number - b.number).map((thread) => wholeThread(world, thread)),
    fingerprint,

    trouble: trouble.door,
    webhooks: deliveries.modes,
    deliveries: deliveries.made,
    letters: deliveries.webhooks,
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

function installed(world: World, repo: Repo): Installation {
  const found = installationOf(world, repo);
  if (!found) throw new Error(`Unexpected repository ${repo.name}, expected one that the App is installed on`);
  return found;
}
