/** What every GraphQL object is shown with: the world, who looks, and how to show one thing from within another. */
import type { Commit } from "../git/objects.js";
import { enter, type Need } from "../http/access.js";
import type { Caller } from "../http/caller.js";
import type { Person } from "../state/accounts.js";
import type { CheckRun, CheckSuite } from "../state/check.js";
import type { Repo } from "../state/repo.js";
import type { Comment, Conversation, Label, PullThread, Review, Thread } from "../state/thread.js";
import type { World } from "../state/world.js";

/** An object as graphql-js walks it: values, or functions of a field's arguments. */
export type Fields = Readonly<Record<string, unknown>>;

export interface View {
  readonly world: World;
  readonly caller: Caller;
  /** The account the caller acts as; null for an App without an installation. */
  readonly viewer: Person;
  readonly show: Show;
  /** What was asked for and is not built, for the request log. */
  readonly unbuilt: Set<string>;
  readonly limits: Fields;
}

/** One way to show each kind of thing; here so that the kinds need not import each other. */
export interface Show {
  person(view: View, person: Person | null): Fields | null;
  repo(view: View, repo: Repo): Fields;
  thread(view: View, thread: Thread): Fields;
  pull(view: View, thread: PullThread): Fields;
  comment(view: View, comment: Comment): Fields;
  review(view: View, review: Review): Fields;
  conversation(view: View, conversation: Conversation): Fields;
  label(view: View, repo: Repo, label: Label): Fields;
  commit(view: View, repo: Repo, commit: Commit): Fields;
  check(view: View, run: CheckRun): Fields;
  suite(view: View, suite: CheckSuite): Fields;
}

/** Throws FORBIDDEN or NOT_FOUND where the caller may not. */
export function demand(view: View, repo: Repo, need: Need): void {
  enter(view.caller, repo, need);
}
