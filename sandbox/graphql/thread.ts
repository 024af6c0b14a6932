/** Issues in GraphQL, and the members that pull requests share with them. */
import { toRead } from "../http/access.js";
import { htmlThread } from "../state/links.js";
import { associationOf, type Repo } from "../state/repo.js";
import { commentsOf, isPull, type Thread } from "../state/thread.js";
import { connection, ordered, type Paging } from "./connection.js";
import { reactable } from "./reaction.js";
import { timelineItems, type TimelineArgs } from "./timeline.js";
import { demand, type GraphqlFields, type GraphqlView } from "./view.js";

export function sharedFields(view: GraphqlView, thread: Thread): GraphqlFields {
  const url = htmlThread(view.world, thread);
  return {
    id: thread.nodeId,
    number: thread.number,
    title: thread.title,
    body: thread.body,
    bodyText: thread.body,
    author: () => view.show.person(view, thread.author),
    authorAssociation: () => associationOf(thread.repo, thread.author, thread.pull !== null),
    closed: !thread.open,
    closedAt: thread.closedAt,
    createdAt: thread.createdAt,
    publishedAt: thread.createdAt,
    updatedAt: thread.updatedAt,
    lastEditedAt: thread.lastEditedAt,
    includesCreatedEdit: thread.lastEditedAt !== null,
    createdViaEmail: false,
    locked: thread.locked,
    activeLockReason: null,
    url,
    resourcePath: url.slice(view.world.webBase.length),
    repository: () => view.show.repo(view, thread.repo),
    labels: (paging: Paging) =>
      connection(
        thread.labels,
        paging,
        (label) => label.id,
        (label) => view.show.label(view, thread.repo, label),
      ),
    assignees: (paging: Paging) =>
      connection(
        thread.assignees,
        paging,
        (person) => person.id,
        (person) => view.show.person(view, person),
      ),
    comments: (paging: Paging & { readonly orderBy?: { readonly direction: string } | null }) =>
      connection(
        paging.orderBy ? ordered(commentsOf(thread), paging.orderBy.direction, (comment) => comment.updatedAt) : commentsOf(thread),
        paging,
        (comment) => comment.id,
        (comment) => view.show.comment(view, comment),
      ),
    timelineItems: (args: TimelineArgs) => timelineItems(view, thread, args),
    viewerDidAuthor: thread.author === view.viewer,
    milestone: null,
    ...reactable(view, thread, () => (isPull(thread) ? view.show.pull(view, thread) : view.show.thread(view, thread))),
  };
}

export function issueFields(view: GraphqlView, thread: Thread): GraphqlFields {
  return {
    ...sharedFields(view, thread),
    __typename: "Issue",
    databaseId: thread.id,
    fullDatabaseId: String(thread.id),
    state: thread.open ? "OPEN" : "CLOSED",
    stateReason: thread.stateReason?.toUpperCase() ?? null,
  };
}

export interface IssueArgs extends Paging {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
  readonly filterBy?: {
    readonly createdBy?: string | null;
    readonly labels?: readonly string[] | null;
    readonly since?: string | null;
    readonly states?: readonly string[] | null;
  } | null;
}

export function issuesOf(view: GraphqlView, repo: Repo, args: IssueArgs): GraphqlFields {
  demand(view, repo, toRead("issues"));
  const states = args.states ?? args.filterBy?.states;
  const labels = args.labels ?? args.filterBy?.labels;
  const { createdBy, since } = args.filterBy ?? {};
  const found = [...repo.threads.values()]
    .filter((thread) => !thread.pull)
    .filter((thread) => !states || states.includes(thread.open ? "OPEN" : "CLOSED"))
    .filter((thread) => !labels || thread.labels.some((label) => labels.some((name) => name.toLowerCase() === label.name.toLowerCase())))
    // A bot is filtered by the login that REST shows, or by the short one.
    .filter((thread) => !createdBy || [createdBy, `${createdBy}[bot]`].includes(thread.author?.login ?? ""))
    .filter((thread) => !since || Date.parse(thread.updatedAt) >= Date.parse(since));
  const sorted = orderThreads(found, args.orderBy);
  return connection(
    sorted,
    args,
    (thread) => thread.id,
    (thread) => view.show.thread(view, thread),
  );
}

/** By creation when nothing is asked: numbers may be given out of order, as in a script that knows history's. */
export function orderThreads<T extends Thread>(
  threads: readonly T[],
  order: { readonly field: string; readonly direction: string } | null | undefined,
): readonly T[] {
  if (!order) return ordered(threads, "ASC", (thread) => String(thread.number).padStart(9, "0"));
  const time = (thread: T) => (order.field === "UPDATED_AT" ? thread.updatedAt : thread.createdAt);
  return ordered(threads, order.direction, (thread) => `${time(thread)} ${String(thread.number).padStart(9, "0")}`);
}
