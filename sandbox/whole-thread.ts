/** A whole pull request or issue as one plain object, in the order a person reads it: for pages and for tests. */
import { changesFrom } from "./git/changes.js";
import { knownCommit } from "./git/object-store.js";
import { reviewCommentsOf } from "./operations/review-thread.js";
import { latestChecks, type Annotation, type CheckAction, type CheckRun } from "./state/check.js";
import { htmlThread } from "./state/links.js";
import { mergeabilityOf } from "./state/mergeability.js";
import { fullName } from "./state/repo.js";
import { isPull, type TimelineEvent, type ReactionContent, type Reaction, type Review, type Thread } from "./state/thread.js";
import type { World } from "./state/world.js";

export interface WholeThread {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: string | null;
  readonly openedAt: string;
  readonly standing: "open" | "closed" | "merged";
  readonly labels: readonly { readonly name: string; readonly color: string }[];
  /** Logins. */
  readonly assignees: readonly string[];
  readonly reactions: readonly Reacted[];
  /** All that happened after the opening, in order. */
  readonly conversation: readonly ThreadEntry[];
  /** Null for an issue. */
  readonly pull: WholePull | null;
}

export interface WholePull {
  readonly draft: boolean;
  readonly base: string;
  readonly head: { readonly repository: string | null; readonly branch: string; readonly sha: string };
  /** Logins. */
  readonly requested: readonly string[];
  readonly files: readonly WholeFile[];
  /** The newest of each name on the head. */
  readonly checks: readonly WholeCheck[];
  readonly mergeability: string;
  readonly merged: { readonly at: string; readonly by: string; readonly sha: string } | null;
}

export interface WholeFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly change: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | null;
}

export interface WholeCheck {
  readonly id: number;
  readonly app: string;
  readonly name: string;
  readonly status: CheckRun["status"];
  readonly conclusion: CheckRun["conclusion"];
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  readonly annotations: readonly Annotation[];
  /** Buttons beside it. */
  readonly actions: readonly CheckAction[];
}

interface WholeReviewComment {
  readonly id: number;
  readonly path: string;
  /** Of the text that was reviewed. */
  readonly startLine: number | null;
  readonly line: number;
  readonly body: string;
  readonly resolved: boolean;
  readonly reactions: readonly Reacted[];
}

export interface Reacted {
  readonly content: ReactionContent;
  /** Logins. */
  readonly by: readonly string[];
}

/** `by` is a login; null for a deleted account. */
export type ThreadEntry = { readonly at: string; readonly by: string | null } & ThreadEntryKind;

export type ThreadEntryKind =
  | {
      readonly kind: "commented";
      readonly id: number;
      readonly body: string;
      readonly edited: boolean;
      readonly bot: boolean;
      readonly reactions: readonly Reacted[];
    }
  | {
      readonly kind: "reviewed";
      readonly id: number;
      readonly state: string;
      readonly body: string;
      readonly commit: string;
      readonly ofHead: boolean;
      readonly reactions: readonly Reacted[];
      /** On lines of the difference. */
      readonly remarks: readonly WholeReviewComment[];
    }
  | { readonly kind: "committed"; readonly sha: string; readonly message: string; readonly author: string }
  | { readonly kind: "asked" | "unasked" | "assigned" | "unassigned"; readonly who: string }
  | { readonly kind: "dismissed"; readonly whose: string | null; readonly message: string | null }
  | { readonly kind: "readied" | "drafted" | "closed" | "reopened" }
  | { readonly kind: "forced"; readonly before: string; readonly after: string }
  | { readonly kind: "merged"; readonly sha: string }
  | { readonly kind: "renamed" | "retargeted"; readonly from: string; readonly to: string }
  | { readonly kind: "labeled" | "unlabeled"; readonly label: string }
  | { readonly kind: "head deleted"; readonly branch: string };

export function wholeThread(world: World, thread: Thread): WholeThread {
  return {
    repository: fullName(thread.repo),
    number: thread.number,
    url: htmlThread(world, thread),
    title: thread.title,
    body: thread.body,
    author: thread.author?.login ?? null,
    openedAt: thread.createdAt,
    standing: thread.pull?.merged ? "merged" : thread.open ? "open" : "closed",
    labels: thread.labels.map(({ name, color }) => ({ name, color })),
    assignees: thread.assignees.map(({ login }) => login),
    reactions: reacted(thread.reactions),
    conversation: thread.timeline.flatMap((one) => turn(thread, one)),
    pull: wholePull(world, thread),
  };
}

function wholePull(world: World, thread: Thread): WholePull | null {
  if (!isPull(thread)) return null;
  const { pull, repo } = thread;
  const { head, merged } = pull;
  return {
    draft: pull.draft,
    base: pull.base,
    head: { repository: head.repo.deleted ? null : fullName(head.repo), branch: head.branch, sha: head.sha },
    requested: pull.requested.map((person) => person.login),
    files: changesFrom(repo.objects, pull.baseSha, head.sha).map((change) => ({
      path: change.path,
      previousPath: change.previousPath,
      change: change.change,
      ...change.lines(),
    })),
    checks: latestChecks(repo, head.sha).map(wholeCheck),
    mergeability: mergeabilityOf(world, thread).word,
    merged: merged && { at: merged.at, by: merged.by.login, sha: merged.sha },
  };
}

function wholeCheck(run: CheckRun): WholeCheck {
  const { id, name, status, conclusion, title, summary, text, annotations, actions } = run;
  return { id, app: run.suite.app.slug, name, status, conclusion, title, summary, text, annotations: [...annotations], actions };
}

function reacted(reactions: readonly Reaction[]): readonly Reacted[] {
  const kinds = [...new Set(reactions.map((reaction) => reaction.content))];
  return kinds.map((content) => ({ content, by: reactions.filter((one) => one.content === content).map((one) => one.by.login) }));
}

function commentsIn(thread: Thread, review: Review): readonly WholeReviewComment[] {
  return !isPull(thread)
    ? []
    : reviewCommentsOf(thread, review).map(({ id, body, reactions, reviewThread: { path, startLine, line, resolvedBy } }) => ({
        id,
        path,
        startLine,
        line,
        body,
        resolved: resolvedBy !== null,
        reactions: reacted(reactions),
      }));
}

function turn(thread: Thread, one: TimelineEvent): readonly ThreadEntry[] {
  const head = { at: one.at, by: one.by?.login ?? null };
  switch (one.kind) {
    case "commented": {
      const { comment } = one;
      if (comment.deleted) return [];
      const { id, body } = comment;
      const edited = comment.lastEditedAt !== null;
      return [{ ...head, kind: "commented", id, body, edited, bot: comment.author?.kind === "Bot", reactions: reacted(comment.reactions) }];
    }
    case "reviewed": {
      const { id, state, body, commit } = one.review;
      return [
        {
          ...head,
          kind: "reviewed",
          id,
          state,
          body,
          commit,
          ofHead: commit === thread.pull?.head.sha,
          reactions: reacted(one.review.reactions),
          remarks: commentsIn(thread, one.review),
        },
      ];
    }
    case "committed": {
      const { message, author } = knownCommit(thread.repo.objects, one.sha);
      return [{ ...head, kind: "committed", sha: one.sha, message, author: author.name }];
    }
    case "asked":
    case "unasked":
    case "assigned":
    case "unassigned":
      return [{ ...head, kind: one.kind, who: one.person.login }];
    case "dismissed":
      return [{ ...head, kind: "dismissed", whose: one.review.author?.login ?? null, message: one.message }];
    case "labeled":
    case "unlabeled":
      return [{ ...head, kind: one.kind, label: one.label.name }];
    case "forced":
      return [{ ...head, kind: "forced", before: one.before, after: one.after }];
    case "merged":
      return [{ ...head, kind: "merged", sha: one.sha }];
    case "renamed":
    case "retargeted":
      return [{ ...head, kind: one.kind, from: one.from, to: one.to }];
    case "head deleted":
      return [{ ...head, kind: "head deleted", branch: one.branch }];
    case "readied":
    case "drafted":
    case "closed":
    case "reopened":
      return [{ ...head, kind: one.kind }];
  }
}
