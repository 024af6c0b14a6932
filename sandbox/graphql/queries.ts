/** The root of all GraphQL reads, and nodes by their ids. */
import { toRead } from "../http/access.js";
import { Refusal } from "../state/refusal.js";
import { isPull } from "../state/thread.js";
import type { Node } from "../state/world.js";
import { repositoryNamed } from "./repository.js";
import { reviewCommentFields } from "./review-thread.js";
import { demand, type GraphqlFields, type GraphqlView } from "./view.js";

export function queries(view: GraphqlView): GraphqlFields {
  return {
    repository: ({
      owner,
      name,
      followRenames = true,
    }: {
      readonly owner: string;
      readonly name: string;
      readonly followRenames?: boolean | null;
    }) => repositoryNamed(view, owner, name, followRenames !== false),
    node: ({ id }: { readonly id: string }) => nodeFields(view, id),
    nodes: ({ ids }: { readonly ids: readonly string[] }) => ids.map((id) => () => nodeFields(view, id)),
    // The one place where GraphQL writes a bot's login as REST does: an App is shown to itself as a user.
    viewer: () => ({ ...view.show.person(view, view.viewer), __typename: "User", login: view.viewer.login }),
    user: ({ login }: { readonly login: string }) => {
      const person = view.world.people.find(login);
      if (person?.kind !== "User") throw new Refusal(404, `Could not resolve to a User with the login of '${login}'.`);
      return view.show.person(view, person);
    },
    rateLimit: view.limits,
  };
}

function nodeFields(view: GraphqlView, id: string): GraphqlFields | null {
  const node = view.world.nodes.get(id);
  const person = view.world.people.byNode(id);
  if (person) return view.show.person(view, person);
  if (!node) throw new Refusal(404, `Could not resolve to a node with the global id of '${id}'`);
  return show(view, node);
}

function show(view: GraphqlView, node: Node): GraphqlFields {
  switch (node.kind) {
    case "repo":
      demand(view, node.repo, toRead("metadata"));
      return view.show.repo(view, node.repo);
    case "thread":
      demand(view, node.thread.repo, toRead(node.thread.pull ? "pull_requests" : "issues"));
      return isPull(node.thread) ? view.show.pull(view, node.thread) : view.show.thread(view, node.thread);
    case "comment":
      demand(view, node.comment.thread.repo, toRead("issues", "pull_requests"));
      return view.show.comment(view, node.comment);
    case "reviewThread":
      demand(view, node.reviewThread.thread.repo, toRead("pull_requests"));
      return view.show.reviewThread(view, node.reviewThread);
    case "reviewComment":
      demand(view, node.reviewComment.reviewThread.thread.repo, toRead("pull_requests"));
      return reviewCommentFields(view, node.reviewComment);
    case "review":
      demand(view, node.review.thread.repo, toRead("pull_requests"));
      return view.show.review(view, node.review);
    case "check":
      demand(view, node.check.repo, toRead("checks"));
      return view.show.check(view, node.check);
    case "suite":
      demand(view, node.suite.repo, toRead("checks"));
      return view.show.suite(view, node.suite);
    case "label":
      return view.show.label(view, node.repo, node.label);
  }
}
