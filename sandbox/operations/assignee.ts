/** Assignees of issues and pull requests: https://docs.github.com/rest/issues/assignees */
import { userShape } from "../shapes/user.js";
import type { Account } from "../state/accounts.js";
import { roleOf } from "../state/repo.js";
import { commentsOf, type Thread } from "../state/thread.js";
import { happens, type World } from "../state/world.js";
import { tellThread } from "./news.js";

const MOST_ASSIGNEES = 10;

/** Whoever cannot be assigned is left out in silence, and so is who is assigned already, or would be the eleventh. */
export function addAssignees(world: World, by: Account, thread: Thread, logins: readonly string[]): void {
  for (const login of logins) {
    const person = world.people.find(login);
    if (!person || thread.assignees.includes(person) || thread.assignees.length >= MOST_ASSIGNEES) continue;
    if (!isAssignable(thread, person)) continue;
    thread.assignees.push(person);
    happens(world, thread, by, { kind: "assigned", person });
    tellThread(world, thread, "assigned", by, () => ({ assignee: userShape(world, person) }));
  }
}

export function removeAssignees(world: World, by: Account, thread: Thread, logins: readonly string[]): void {
  for (const login of logins) {
    const at = thread.assignees.findIndex((person) => person.login.toLowerCase() === login.toLowerCase());
    const [person] = at >= 0 ? thread.assignees.splice(at, 1) : [];
    if (!person) continue;
    happens(world, thread, by, { kind: "unassigned", person });
    tellThread(world, thread, "unassigned", by, () => ({ assignee: userShape(world, person) }));
  }
}

/** Who is on the repository's list of people or has commented there; who only opened it is not: https://github.com/rust-lang/rust/pull/64114 */
function isAssignable(thread: Thread, person: Account): boolean {
  if (person.kind !== "User") return false;
  return roleOf(thread.repo, person) !== null || commentsOf(thread).some(({ author }) => author === person);
}
