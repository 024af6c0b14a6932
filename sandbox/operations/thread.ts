/** What is done to issues and pull requests alike: opening an issue, editing, closing, reopening. */
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import { invalid } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import { isPull, type Pull, type Thread } from "../state/thread.js";
import { happens, stamp, type World } from "../state/world.js";
import { tellThread } from "./news.js";

const LONGEST_TITLE = 256;
const LONGEST_BODY = 65_536;

export function openIssue(
  world: World,
  by: Account,
  repo: Repo,
  wanted: { readonly title: string; readonly body: string; readonly number?: number },
): Thread {
  const thread = addThread(world, by, repo, wanted, null);
  tellThread(world, thread, "opened", by);
  return thread;
}

/** A thread with the next free number, or the one asked for. */
export function addThread(
  world: World,
  by: Account,
  repo: Repo,
  wanted: { readonly title: string; readonly body: string; readonly number?: number | undefined },
  pull: Pull | null,
): Thread {
  const resource = pull ? "PullRequest" : "Issue";
  checkTitle(resource, wanted.title);
  checkBody(resource, wanted.body);
  const number = wanted.number ?? repo.nextNumber;
  if (repo.threads.has(number)) throw new Error(`Unexpected number ${number}, expected one that ${repo.name} has not given yet`);
  const id = world.numbering.next();
  const at = stamp(world);
  const thread: Thread = {
    id,
    nodeId: pull?.nodeId ?? nodeId("I", id),
    repo,
    number,
    title: wanted.title,
    body: wanted.body,
    author: by,
    open: true,
    stateReason: null,
    locked: false,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    closedBy: null,
    lastEditedAt: null,
    labels: [],
    assignees: [],
    reactions: [],
    viaApp: by === world.app.bot,
    timeline: [],
    pull,
  };
  repo.threads.set(number, thread);
  repo.nextNumber = Math.max(repo.nextNumber, number + 1);
  world.nodes.set(thread.nodeId, { kind: "thread", thread });
  return thread;
}

export interface ThreadEdit {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  readonly base?: string | undefined;
}

/** Says nothing when nothing changes. */
export function editThread(world: World, by: Account, thread: Thread, edit: ThreadEdit): void {
  const resource = thread.pull ? "PullRequest" : "Issue";
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== thread.title) {
    checkTitle(resource, edit.title);
    changes.title = { from: thread.title };
    happens(world, thread, by, { kind: "renamed", from: thread.title, to: edit.title });
    thread.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== thread.body) {
    checkBody(resource, edit.body);
    changes.body = { from: thread.body };
    thread.body = edit.body;
    thread.lastEditedAt = stamp(world);
    thread.updatedAt = thread.lastEditedAt;
  }
  if (edit.base !== undefined && isPull(thread) && edit.base !== thread.pull.base) {
    const tip = thread.repo.branches.get(edit.base);
    if (tip === undefined) throw invalid("PullRequest", "base", "Proposed base branch does not exist", "invalid");
    changes.base = { ref: { from: thread.pull.base }, sha: { from: thread.pull.baseSha } };
    happens(world, thread, by, { kind: "retargeted", from: thread.pull.base, to: edit.base });
    thread.pull.base = edit.base;
    thread.pull.baseSha = tip;
    thread.updatedAt = stamp(world);
  }
  if (Object.keys(changes).length > 0) tellThread(world, thread, "edited", by, () => ({ changes }));
}

export function closeThread(world: World, by: Account, thread: Thread, reason: "completed" | "not_planned" = "completed"): void {
  if (!thread.open) return;
  thread.open = false;
  thread.closedBy = by;
  thread.stateReason = thread.pull ? null : reason;
  thread.closedAt = happens(world, thread, by, { kind: "closed" }).at;
  tellThread(world, thread, "closed", by);
}

export function reopenThread(world: World, by: Account, thread: Thread): void {
  if (thread.open) return;
  if (thread.pull?.merged) throw invalid("PullRequest", "state", "state cannot be changed. The pull request has been merged.", "invalid");
  if (isPull(thread) && thread.pull.head.repo.branches.get(thread.pull.head.branch) === undefined) {
    throw invalid("PullRequest", "state", `state cannot be changed. The ${thread.pull.head.branch} branch has been deleted.`, "invalid");
  }
  thread.open = true;
  thread.closedBy = null;
  thread.closedAt = null;
  thread.stateReason = thread.pull ? null : "reopened";
  happens(world, thread, by, { kind: "reopened" });
  tellThread(world, thread, "reopened", by);
}

function checkTitle(resource: string, title: string): void {
  if (title.trim() === "") throw invalid(resource, "title", "title is missing", "missing_field");
  if (title.length > LONGEST_TITLE) throw invalid(resource, "title", `title is too long (maximum is ${LONGEST_TITLE} characters)`);
}

export function checkBody(resource: string, body: string): void {
  if (body.length > LONGEST_BODY) throw invalid(resource, "body", `body is too long (maximum is ${LONGEST_BODY} characters)`);
}
