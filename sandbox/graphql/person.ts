/** Accounts in GraphQL, where a bot's login lacks the `[bot]` that REST shows. */
import { graphqlLogin, type Account } from "../state/accounts.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export function personFields(view: GraphqlView, person: Account | null): GraphqlFields | null {
  if (!person) return null;
  const path = person.kind === "Bot" ? `/apps/${graphqlLogin(person)}` : `/${person.login}`;
  return {
    __typename: person.kind,
    id: person.nodeId,
    databaseId: person.id,
    login: graphqlLogin(person),
    name: person.name,
    email: "",
    avatarUrl: `${view.world.webBase}/avatars/u/${person.id}`,
    url: `${view.world.webBase}${path}`,
    resourcePath: path,
    createdAt: person.createdAt,
    updatedAt: person.createdAt,
    isViewer: person === view.viewer,
  };
}
