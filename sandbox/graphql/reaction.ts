/** Reactions in GraphQL, which gives all eight kinds, used or not. */
import type { Account } from "../state/accounts.js";
import { REACTIONS, type Reaction, type ReactionContent } from "../state/thread.js";
import { connection, type Paging } from "./connection.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

const NAMES: Readonly<Record<ReactionContent, string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  confused: "CONFUSED",
  heart: "HEART",
  hooray: "HOORAY",
  rocket: "ROCKET",
  eyes: "EYES",
};

/** Undefined for a word that is none of GitHub's. */
export function reactionNamed(name: string): ReactionContent | undefined {
  return REACTIONS.find((content) => NAMES[content] === name);
}

/** The members that everything which can be reacted to has. */
export function reactable(
  view: GraphqlView,
  subject: { readonly reactions: readonly Reaction[] },
  show: () => GraphqlFields,
): GraphqlFields {
  return {
    reactionGroups: () => groups(view, subject.reactions, show),
    reactions: (paging: Paging & { readonly content?: string | null }) => {
      const found = subject.reactions.filter((reaction) => !paging.content || NAMES[reaction.content] === paging.content);
      return connection(
        found,
        paging,
        (reaction) => reaction.id,
        (reaction) => reactionFields(view, reaction, show),
      );
    },
    viewerCanReact: true,
  };
}

export function reactionFields(view: GraphqlView, reaction: Reaction, show: () => GraphqlFields): GraphqlFields {
  return {
    __typename: "Reaction",
    id: reaction.nodeId,
    databaseId: reaction.id,
    content: NAMES[reaction.content],
    createdAt: reaction.at,
    // The schema has people here, and no bots.
    user: () => (reaction.by.kind === "User" ? view.show.person(view, reaction.by) : null),
    reactable: show,
  };
}

function groups(view: GraphqlView, reactions: readonly Reaction[], show: () => GraphqlFields): readonly GraphqlFields[] {
  return REACTIONS.map((content) => {
    const given = reactions.filter((reaction) => reaction.content === content);
    const who = (people: readonly Account[]) => (paging: Paging) =>
      connection(
        people,
        paging,
        (person) => person.id,
        (person) => view.show.person(view, person),
      );
    return {
      content: NAMES[content],
      createdAt: given[0]?.at ?? null,
      viewerHasReacted: given.some((reaction) => reaction.by === view.viewer),
      reactors: who(given.map((reaction) => reaction.by)),
      users: who(given.map((reaction) => reaction.by).filter((person) => person.kind === "User")),
      subject: show,
    };
  });
}
