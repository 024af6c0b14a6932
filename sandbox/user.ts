/** A user of the sandbox, and what they do there: everything is done at once, and its webhooks go out by themselves. */
import { knownCommit } from "./git/object-store.js";
import type { Sha } from "./git/objects.js";
import type { Files } from "./git/paths.js";
import { addAssignees, removeAssignees } from "./operations/assignee.js";
import { pressAction, rerequestCheck, rerequestSuite } from "./operations/check.js";
import { addComment, deleteComment, editComment, react } from "./operations/comment.js";
import { addLabels, removeLabel } from "./operations/label.js";
import { convertToDraft, markReady, mergePull, openPull, updateBranch } from "./operations/pull-request.js";
import { commitFiles, moveBranch } from "./operations/push.js";
import { archiveRepo, defaultBranchMoves, deleteRepo, forkRepo, renameRepo } from "./operations/repository.js";
import { deleteReviewComment, editReviewComment, resolveReviewThread, type NewReviewComment } from "./operations/review-thread.js";
import { dismissReview, editReview, giveReview, replyInReviewThread, requestReviews, withdrawRequests } from "./operations/review.js";
import { takeSuggestion } from "./operations/suggestion.js";
import { closeThread, editThread, openIssue, reopenThread, type ThreadEdit } from "./operations/thread.js";
import type { Account } from "./state/accounts.js";
import type { MergeMethod, Repo } from "./state/repo.js";
import type { Comment, ReviewComment, ReviewThread, PullThread, ReactionContent, Review, Thread } from "./state/thread.js";
import { pullAt, threadAt, type World } from "./state/world.js";

export interface PushOptions {
  readonly message?: string;
  /** Rewrites the branch: one new commit upon the default branch, with these files and nothing else of the branch. */
  readonly force?: boolean;
  /** Who wrote it, when not the one who pushes. */
  readonly author?: { readonly name: string; readonly email: string };
  /** When it was written and committed, when not now. */
  readonly at?: Date;
  /** Who committed it, likewise. What GitHub knows of either is what account has that e-mail. */
  readonly committer?: { readonly name: string; readonly email: string };
  /** Where a new branch starts: a branch or an id. Otherwise the tip of the default branch (of the parent, in a fork). */
  readonly onto?: string;
  /** Further parents: a merge. */
  readonly merging?: readonly Sha[];
  /** Of those files that are more than plain text: an executable, or a link to the place that the text names. */
  readonly modes?: Readonly<Record<string, "100755" | "120000">>;
}

export interface OpenOptions {
  readonly branch: string;
  /** The fork that has the branch. */
  readonly from?: Repo;
  readonly base?: string;
  readonly title: string;
  readonly body?: string;
  readonly draft?: boolean;
  /** The number it is to have, for histories whose numbers are known. */
  readonly number?: number;
}

export interface ReviewOptions {
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
  readonly body?: string;
  readonly commit?: Sha;
  /** On lines of the difference. */
  readonly comments?: readonly NewReviewComment[];
}

export interface User {
  readonly person: Account;
  readonly login: string;
  /** The fork there is, or a new one. */
  fork(repo: Repo): Repo;
  /** Makes the branch when it is new; null deletes a file. */
  push(repo: Repo, branch: string, files: Files, options?: PushOptions): Sha;
  /** Points a branch at a commit that is there already. */
  resets(repo: Repo, branch: string, sha: Sha): void;
  deletesBranch(repo: Repo, branch: string): void;
  opens(repo: Repo, options: OpenOptions): PullThread;
  opensIssue(repo: Repo, options: { readonly title: string; readonly body?: string; readonly number?: number }): Thread;
  edits(repo: Repo, number: number, edit: ThreadEdit): void;
  comments(repo: Repo, number: number, body: string): Comment;
  editsComment(repo: Repo, id: number, body: string): void;
  deletesComment(repo: Repo, id: number): void;
  reacts(repo: Repo, comment: number, content: ReactionContent): void;
  reviews(repo: Repo, number: number, options: ReviewOptions): Review;
  editsReview(repo: Repo, number: number, review: number, body: string): void;
  /** Answers in a review thread, counted from 0 in the order in which they began. */
  repliesIn(repo: Repo, number: number, reviewThread: number, body: string): ReviewComment;
  editsReviewComment(repo: Repo, number: number, id: number, body: string): void;
  deletesReviewComment(repo: Repo, number: number, id: number): void;
  dismisses(repo: Repo, number: number, review: number, message: string): void;
  /** Presses "Commit suggestion" on a review thread, counted from 0 in the order in which they began. */
  takesSuggestion(repo: Repo, number: number, reviewThread: number): Sha;
  /** Presses “Update branch”. */
  updatesBranch(repo: Repo, number: number): Sha;
  /** Closes a review thread, or opens it again. */
  resolves(repo: Repo, number: number, reviewThread: number, resolved?: boolean): void;
  asks(repo: Repo, number: number, logins: readonly string[]): void;
  unasks(repo: Repo, number: number, logins: readonly string[]): void;
  marksReady(repo: Repo, number: number): void;
  convertsToDraft(repo: Repo, number: number): void;
  closes(repo: Repo, number: number): void;
  reopens(repo: Repo, number: number): void;
  merges(repo: Repo, number: number, method?: MergeMethod): Sha;
  labels(repo: Repo, number: number, names: readonly string[]): void;
  assigns(repo: Repo, number: number, logins: readonly string[]): void;
  unassigns(repo: Repo, number: number, logins: readonly string[]): void;
  unlabels(repo: Repo, number: number, names: readonly string[]): void;
  /** Presses "Re-run" on the newest check of that name. */
  reruns(repo: Repo, check: string): void;
  /** Presses "Re-run all" on the App's checks of that commit. */
  rerunsAll(repo: Repo, sha: Sha): void;
  /** Presses a button of the newest check of that name on that commit. GitHub shows it to those who may write. */
  pressesAction(repo: Repo, sha: Sha, check: string, identifier: string): void;
  renames(repo: Repo, name: string): void;
  renamesDefaultBranch(repo: Repo, branch: string): void;
  archives(repo: Repo): void;
  unarchives(repo: Repo): void;
  deletes(repo: Repo): void;
}

export function createUser(world: World, person: Account): User {
  const thread = threadAt;
  const commentWith = (repo: Repo, id: number): Comment => {
    const found = world.comments.get(id);
    if (found?.thread.repo !== repo) throw new Error(`Unexpected comment ${id}, expected one in ${repo.name}`);
    return found;
  };
  const reviewWith = (pull: PullThread, id: number): Review => {
    const found = pull.pull.reviews.find((review) => review.id === id);
    if (!found) throw new Error(`Unexpected review ${id}, expected one of pull request ${pull.number}`);
    return found;
  };
  const reviewThreadWith = (repo: Repo, number: number, nth: number): ReviewThread => {
    const found = pullAt(repo, number).pull.reviewThreads[nth];
    if (!found) throw new Error(`Unexpected review thread ${nth} of pull request ${number}, expected one that was begun`);
    return found;
  };
  const reviewCommentWith = (repo: Repo, number: number, id: number): ReviewComment => {
    const found = pullAt(repo, number)
      .pull.reviewThreads.flatMap(({ comments }) => comments)
      .find((comment) => comment.id === id);
    if (!found) throw new Error(`Unexpected review comment ${id}, expected one of pull request ${number}`);
    return found;
  };
  return {
    person,
    login: person.login,
    fork: (repo) => forkRepo(world, person, repo),
    push: (repo, branch, files, options = {}) => push(world, person, repo, branch, files, options),
    resets: (repo, branch, sha) => {
      moveBranch(world, person, repo, branch, knownCommit(repo.objects, sha).sha);
    },
    deletesBranch: (repo, branch) => {
      moveBranch(world, person, repo, branch, null);
    },
    opens: (repo, options) =>
      openPull(world, person, repo, {
        title: options.title,
        body: options.body ?? "",
        base: options.base ?? repo.defaultBranch,
        head: { repo: options.from ?? repo, branch: options.branch },
        draft: options.draft ?? false,
        maintainerCanModify: true,
        number: options.number,
      }),
    opensIssue: (repo, options) => openIssue(world, person, repo, { body: "", ...options }),
    edits: (repo, number, edit) => {
      editThread(world, person, thread(repo, number), edit);
    },
    comments: (repo, number, body) => addComment(world, person, thread(repo, number), body),
    editsComment: (repo, id, body) => {
      editComment(world, person, commentWith(repo, id), body);
    },
    deletesComment: (repo, id) => {
      deleteComment(world, person, commentWith(repo, id));
    },
    reacts: (repo, comment, content) => {
      react(world, person, commentWith(repo, comment), content);
    },
    reviews: (repo, number, { state, body, commit, comments }) =>
      giveReview(world, person, pullAt(repo, number), { event: EVENTS[state], body: body ?? WORDS[state], commit, comments }),
    editsReview: (repo, number, review, body) => {
      editReview(world, person, pullAt(repo, number), reviewWith(pullAt(repo, number), review), body);
    },
    repliesIn: (repo, number, nth, body) => replyInReviewThread(world, person, reviewThreadWith(repo, number, nth), body),
    editsReviewComment: (repo, number, id, body) => {
      editReviewComment(world, person, reviewCommentWith(repo, number, id), body);
    },
    deletesReviewComment: (repo, number, id) => {
      deleteReviewComment(world, person, reviewCommentWith(repo, number, id));
    },
    dismisses: (repo, number, review, message) => {
      dismissReview(world, person, pullAt(repo, number), reviewWith(pullAt(repo, number), review), message);
    },
    takesSuggestion: (repo, number, nth) => takeSuggestion(world, person, reviewThreadWith(repo, number, nth)),
    updatesBranch: (repo, number) => updateBranch(world, person, pullAt(repo, number)),
    resolves: (repo, number, nth, resolved = true) => {
      resolveReviewThread(world, person, reviewThreadWith(repo, number, nth), resolved);
    },
    asks: (repo, number, logins) => {
      requestReviews(world, person, pullAt(repo, number), logins);
    },
    unasks: (repo, number, logins) => {
      withdrawRequests(world, person, pullAt(repo, number), logins);
    },
    marksReady: (repo, number) => {
      markReady(world, person, pullAt(repo, number));
    },
    convertsToDraft: (repo, number) => {
      convertToDraft(world, person, pullAt(repo, number));
    },
    closes: (repo, number) => {
      closeThread(world, person, thread(repo, number));
    },
    reopens: (repo, number) => {
      reopenThread(world, person, thread(repo, number));
    },
    merges: (repo, number, method = "merge") => mergePull(world, person, pullAt(repo, number), { method }),
    assigns: (repo, number, logins) => {
      addAssignees(world, person, thread(repo, number), logins);
    },
    unassigns: (repo, number, logins) => {
      removeAssignees(world, person, thread(repo, number), logins);
    },
    labels: (repo, number, names) => {
      addLabels(world, person, thread(repo, number), names);
    },
    unlabels: (repo, number, names) => {
      for (const name of names) removeLabel(world, person, thread(repo, number), name);
    },
    reruns: (repo, check) => {
      const run = repo.checks.findLast((one) => one.name === check);
      if (!run) throw new Error(`Unexpected check ${check}, expected one that ran in ${repo.name}`);
      rerequestCheck(world, person, run);
    },
    rerunsAll: (repo, sha) => {
      const suite = repo.suites.find((one) => one.sha === sha && one.app.id === world.app.id);
      if (!suite) throw new Error(`Unexpected commit ${sha}, expected one with checks`);
      rerequestSuite(world, person, suite);
    },
    pressesAction: (repo, sha, check, identifier) => {
      const run = repo.checks.findLast((one) => one.name === check && one.sha === sha);
      if (!run) throw new Error(`Unexpected check ${check}, expected one that ran on ${sha}`);
      pressAction(world, person, run, identifier);
    },
    renames: (repo, name) => {
      renameRepo(world, person, repo, name);
    },
    renamesDefaultBranch: (repo, branch) => {
      defaultBranchMoves(world, person, repo, branch);
    },
    archives: (repo) => {
      archiveRepo(world, person, repo, true);
    },
    unarchives: (repo) => {
      archiveRepo(world, person, repo, false);
    },
    deletes: (repo) => {
      deleteRepo(world, person, repo);
    },
  };
}

const EVENTS = { APPROVED: "APPROVE", CHANGES_REQUESTED: "REQUEST_CHANGES", COMMENTED: "COMMENT" } as const;

/** GitHub asks for words with all but an approval. */
const WORDS = { APPROVED: "", CHANGES_REQUESTED: "Please change this.", COMMENTED: "A remark." } as const;

function push(world: World, person: Account, repo: Repo, branch: string, files: Files, options: PushOptions): Sha {
  const tip = repo.branches.get(branch);
  const parent = tip === undefined || options.force ? startOf(repo, branch, options.onto) : tip;
  const message = options.message ?? `Update ${Object.keys(files).join(", ")}`;
  const parents = [...(parent === null ? [] : [parent]), ...(options.merging ?? [])];
  const { author, committer, at, modes } = options;
  const commit = commitFiles(world, person, repo, files, { parents, message, author, committer, at, modes });
  moveBranch(world, person, repo, branch, commit.sha);
  return commit.sha;
}

/** Null for the first commit of all. */
function startOf(repo: Repo, branch: string, onto: string | undefined): Sha | null {
  const home = repo.parent && !repo.parent.deleted && branch !== repo.defaultBranch ? repo.parent : repo;
  if (onto === undefined) return home.branches.get(home.defaultBranch) ?? null;
  return repo.branches.get(onto) ?? home.branches.get(onto) ?? knownCommit(repo.objects, onto).sha;
}
