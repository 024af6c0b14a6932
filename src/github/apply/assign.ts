/** Assigning who signs a post. GitHub answers with a 201 and leaves out whom it will not have: https://docs.github.com/rest/issues/assignees */
import type { Assign } from "../../desk/effect.js";
import { sameLogin } from "../../desk/facts/person.js";
import { sayUnassignable } from "../../desk/facts/unassignable.js";
import type { Outcome } from "../outcome.js";
import { nodesOf, type AssignedShape, type Nodes } from "../read/shapes.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

/** Once on a pull request, of which it is known whether they were before; on an issue that is looked up. */
export async function assign(target: Target, effect: Assign): Promise<Outcome> {
  const { client, owner, name } = target;
  const { issue, login } = effect;
  if (effect.on === "issue") {
    const found = await issueAt(target, issue);
    if (found?.state !== "OPEN") return unassignable(effect);
    if (nodesOf(found.timelineItems).some(({ assignee }) => sameLogin(assignee?.login ?? "", login))) return DONE;
  }
  const { data } = await client.rest.issues.addAssignees({ owner, repo: name, issue_number: issue, assignees: [login] });
  return (data.assignees ?? []).some((one) => sameLogin(one.login, login)) ? DONE : unassignable(effect);
}

export function unassignable({ login, issue }: Assign): Outcome {
  return { kind: "refused", why: sayUnassignable(login, issue) };
}

/** One point. */
export const WAS_ASSIGNED = `
query WasAssigned($owner: String!, $name: String!, $number: Int!) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      state
      timelineItems(last: 100, itemTypes: [ASSIGNED_EVENT, UNASSIGNED_EVENT]) {
        nodes {
          __typename
          ... on AssignedEvent { createdAt assignee { ... on User { login } } }
          ... on UnassignedEvent { createdAt assignee { ... on User { login } } }
        }
      }
    }
  }
}`;

interface WasAssignedShape {
  readonly repository: {
    readonly issue: { readonly state: "OPEN" | "CLOSED"; readonly timelineItems: Nodes<AssignedShape> } | null;
  } | null;
}

/** Null where that number is none, or a pull request's. */
async function issueAt({ client, owner, name }: Target, number: number) {
  const { data } = await client.graphql<WasAssignedShape>(WAS_ASSIGNED, { owner, name, number });
  return data?.repository?.issue ?? null;
}
