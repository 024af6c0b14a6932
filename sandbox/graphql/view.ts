/** What every GraphQL object is shown with: the world, who looks, and how to show one thing from within another. */
import type { Commit } from "../git/objects.js";
import { enter, type Need } from "../http/access.js";
import type { Caller } from "../http/caller.js";
import type { Account } from "../state/accounts.js";
import type { CheckRun, CheckSuite } from "../state/check.js";
import type { Repo } from "../state/repo.js";
import type { Comment, ReviewThread, Label, PullThread, Review, Thread } from "../state/thread.js";
import type { World } from "../state/world.js";

/** An object as graphql-js walks it: values, or functions of a field's arguments. */
export type GraphqlFields = Readonly<Record<string, unknown>>;

export interface GraphqlView {
  readonly world: World;
  readonly caller: Caller;
  /** The account the caller acts as; null for an App without an installation. */
  readonly viewer: Account;
  readonly show: Show;
  /** What was asked for and is not built, for the request log. */
  readonly unbuilt: Set<string>;
  readonly limits: GraphqlFields;
  /** Milliseconds that the answer takes, as far as tests want it to take any. */
  readonly taken: { ms: number };
}

/** One way to show each kind of thing; here so that the kinds need not import each other. */
export interface Show {
  person(view: GraphqlView, person: Account | null): GraphqlFields | null;
  repo(view: GraphqlView, repo: Repo): GraphqlFields;
  thread(view: GraphqlView, thread: Thread): GraphqlFields;
  pull(view: GraphqlView, thread: PullThread): GraphqlFields;
  comment(view: GraphqlView, comment: Comment): GraphqlFields;
  review(view: GraphqlView, review: Review): GraphqlFields;
  reviewThread(view: GraphqlView, reviewThread: ReviewThread): GraphqlFields;
  label(view: GraphqlView, repo: Repo, label: Label): GraphqlFields;
  commit(view: GraphqlView, repo: Repo, commit: Commit): GraphqlFields;
  check(view: GraphqlView, run: CheckRun): GraphqlFields;
  suite(view: GraphqlView, suite: CheckSuite): GraphqlFields;
}

/** Throws FORBIDDEN or NOT_FOUND where the caller may not. */
export function demand(view: GraphqlView, repo: Repo, need: Need): void {
  enter(view.caller, repo, need);
}
