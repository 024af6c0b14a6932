/** The mutations that are built, each by the same operation as its REST sister. */
import { enter, toWrite } from "../http/access.js";
import { addAssignees } from "../operations/assignee.js";
import { createCheckRun, updateCheckRun } from "../operations/check.js";
import { addComment, deleteComment, editComment, react } from "../operations/comment.js";
import { addLabels, createLabel, removeLabel } from "../operations/label.js";
import { enqueuePull } from "../operations/pull-request.js";
import { resolveReviewThread } from "../operations/review-thread.js";
import { closeThread, editThread, openIssue, reopenThread } from "../operations/thread.js";
import { Refusal } from "../state/refusal.js";
import { isPull } from "../state/thread.js";
import { checkEdit, type CheckInput } from "./check-input.js";
import { commitOnBranch, type CommitInput } from "./commit-on-branch.js";
import {
  checkWith,
  commentWith,
  reviewThreadWith,
  labelWith,
  reactableWith,
  repoWith,
  showThread,
  threadWith,
  unresolved,
} from "./find-node.js";
import { reactable, reactionFields, reactionNamed } from "./reaction.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

interface Wish<Input> {
  readonly input: Input & { readonly clientMutationId?: string | null };
}

export function mutations(view: GraphqlView): GraphqlFields {
  const { world, viewer } = view;
  const settle = (input: Wish<{ readonly threadId: string }>["input"], resolved: boolean) => {
    const reviewThread = reviewThreadWith(view, input.threadId);
    resolveReviewThread(world, viewer, reviewThread, resolved);
    return done(input, { thread: view.show.reviewThread(view, reviewThread) });
  };
  return {
    createCheckRun: ({ input }: Wish<CheckInput & { readonly name: string; readonly headSha: string }>) => {
      const repo = repoWith(view, input.repositoryId);
      enter(view.caller, repo, toWrite("checks", "write"));
      const run = createCheckRun(world, viewer, repo, world.app, { ...checkEdit(input), name: input.name, sha: input.headSha });
      return done(input, { checkRun: view.show.check(view, run) });
    },
    updateCheckRun: ({ input }: Wish<CheckInput & { readonly checkRunId: string }>) => {
      const run = checkWith(view, input.checkRunId);
      enter(view.caller, run.repo, toWrite("checks", "write"));
      updateCheckRun(world, viewer, run, checkEdit(input));
      return done(input, { checkRun: view.show.check(view, run) });
    },
    resolveReviewThread: ({ input }: Wish<{ readonly threadId: string }>) => settle(input, true),
    unresolveReviewThread: ({ input }: Wish<{ readonly threadId: string }>) => settle(input, false),
    enqueuePullRequest: ({ input }: Wish<{ readonly pullRequestId: string; readonly expectedHeadOid?: string | null }>) => {
      const thread = threadWith(view, input.pullRequestId);
      if (!isPull(thread)) throw unresolved(input.pullRequestId);
      enter(view.caller, thread.repo, toWrite("contents", "write"));
      enqueuePull(thread, input.expectedHeadOid ?? null);
      const id = `MQE_${thread.pull.nodeId}`;
      return done(input, { mergeQueueEntry: { __typename: "MergeQueueEntry", id, position: thread.repo.queue.length } });
    },
    createCommitOnBranch: ({ input }: Wish<CommitInput>) => done(input, commitOnBranch(view, input)),
    addComment: ({ input }: Wish<{ readonly subjectId: string; readonly body: string }>) => {
      const thread = threadWith(view, input.subjectId);
      const comment = addComment(world, viewer, thread, input.body);
      const node = view.show.comment(view, comment);
      return done(input, {
        commentEdge: { cursor: String(comment.id), node },
        subject: showThread(view, thread),
        timelineEdge: { cursor: String(comment.id), node },
      });
    },
    updateIssueComment: ({ input }: Wish<{ readonly id: string; readonly body: string }>) => {
      const comment = commentWith(view, input.id);
      editComment(world, viewer, comment, input.body);
      return done(input, { issueComment: view.show.comment(view, comment) });
    },
    deleteIssueComment: ({ input }: Wish<{ readonly id: string }>) => {
      deleteComment(world, viewer, commentWith(view, input.id));
      return done(input, {});
    },
    createIssue: ({
      input,
    }: Wish<{
      readonly repositoryId: string;
      readonly title: string;
      readonly body?: string | null;
      readonly labelIds?: readonly string[] | null;
    }>) => {
      const repo = repoWith(view, input.repositoryId);
      enter(view.caller, repo, toWrite("issues", null));
      const thread = openIssue(world, viewer, repo, { title: input.title, body: input.body ?? "" });
      addLabels(
        world,
        viewer,
        thread,
        (input.labelIds ?? []).map((id) => labelWith(view, id).name),
      );
      return done(input, { issue: view.show.thread(view, thread) });
    },
    updateIssue: ({
      input,
    }: Wish<{ readonly id: string; readonly title?: string | null; readonly body?: string | null; readonly state?: string | null }>) => {
      const thread = threadWith(view, input.id);
      if (thread.pull) throw unresolved(input.id);
      editThread(world, viewer, thread, { title: input.title ?? undefined, body: input.body ?? undefined });
      if (input.state === "CLOSED") closeThread(world, viewer, thread);
      if (input.state === "OPEN") reopenThread(world, viewer, thread);
      return done(input, { issue: view.show.thread(view, thread), actor: view.show.person(view, viewer) });
    },
    addReaction: ({ input }: Wish<{ readonly subjectId: string; readonly content: string }>) => {
      const { subject, show } = reactableWith(view, input.subjectId);
      const { reaction } = react(world, viewer, subject, contentOf(input.content));
      return done(input, {
        reaction: reactionFields(view, reaction, show),
        subject: show(),
        reactionGroups: reactable(view, subject, show).reactionGroups,
      });
    },
    removeReaction: ({ input }: Wish<{ readonly subjectId: string; readonly content: string }>) => {
      const { subject, show } = reactableWith(view, input.subjectId);
      const content = contentOf(input.content);
      const at = subject.reactions.findIndex((reaction) => reaction.by === viewer && reaction.content === content);
      const [gone] = at < 0 ? [] : subject.reactions.splice(at, 1);
      return done(input, {
        reaction: gone ? reactionFields(view, gone, show) : null,
        subject: show(),
        reactionGroups: reactable(view, subject, show).reactionGroups,
      });
    },
    createLabel: ({
      input,
    }: Wish<{ readonly repositoryId: string; readonly name: string; readonly color: string; readonly description?: string | null }>) => {
      const repo = repoWith(view, input.repositoryId);
      enter(view.caller, repo, toWrite(["issues", "pull_requests"], "triage"));
      const label = createLabel(world, viewer, repo, { name: input.name, color: input.color, description: input.description });
      return done(input, { label: view.show.label(view, repo, label) });
    },
    addLabelsToLabelable: ({ input }: Wish<{ readonly labelableId: string; readonly labelIds: readonly string[] }>) => {
      const thread = threadWith(view, input.labelableId, "triage");
      addLabels(
        world,
        viewer,
        thread,
        input.labelIds.map((id) => labelWith(view, id).name),
      );
      return done(input, { labelable: showThread(view, thread) });
    },
    removeLabelsFromLabelable: ({ input }: Wish<{ readonly labelableId: string; readonly labelIds: readonly string[] }>) => {
      const thread = threadWith(view, input.labelableId, "triage");
      for (const id of input.labelIds) removeLabel(world, viewer, thread, labelWith(view, id).name);
      return done(input, { labelable: showThread(view, thread) });
    },
    addAssigneesToAssignable: ({ input }: Wish<{ readonly assignableId: string; readonly assigneeIds: readonly string[] }>) => {
      const thread = threadWith(view, input.assignableId);
      if (thread.pull) enter(view.caller, thread.repo, toWrite("pull_requests", null));
      const people = input.assigneeIds.map((id) => world.people.byNode(id));
      addAssignees(
        world,
        viewer,
        thread,
        people.flatMap((person) => person?.login ?? []),
      );
      return done(input, { assignable: showThread(view, thread) });
    },
  };
}

function done(input: { readonly clientMutationId?: string | null }, fields: GraphqlFields): GraphqlFields {
  return { clientMutationId: input.clientMutationId ?? null, ...fields };
}

function contentOf(name: string) {
  const content = reactionNamed(name);
  if (!content) throw new Refusal(422, `Unexpected reaction ${name}`);
  return content;
}
