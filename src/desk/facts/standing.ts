/** Standing: who has a say here. The one rule for reviews, commands and fixes: GitHub's answer or a place on the desk, and never what somebody wrote. */
import type { Desk } from "./desk.js";
import { includesLogin, sameLogin } from "./person.js";
import type { Actor } from "./snapshot.js";

/** Somebody, with what GitHub says that they may do here. */
export type Voice = Pick<Actor, "login" | "access">;

/** Seats at the desk. */
type Seats = Pick<Desk, "people" | "coordinators">;

/** Neither a bot nor an account that is gone. */
export function countsAsPerson(actor: Actor | null): actor is Actor {
  return actor !== null && !actor.bot && !actor.login.endsWith("[bot]");
}

/** Members of the repository, as far as GitHub says so, and people of the desk. */
export function hasStanding({ login, access }: Voice, desk: Seats): boolean {
  return access === "write" || isOnDesk(login, desk);
}

export function isOnDesk(login: string, { people, coordinators }: Seats): boolean {
  return includesLogin(coordinators, login) || people.some((person) => sameLogin(person.login, login));
}

/** Whether what somebody says counts only if GitHub lets them write here: of strangers, and of a command where every member may coordinate. */
export function dependsOnAccess(actor: Actor, says: "review" | "command", desk: Desk): boolean {
  const { login } = actor;
  if (!countsAsPerson(actor) || includesLogin(desk.coordinators, login)) return false;
  return !isOnDesk(login, desk) || (says === "command" && namesNobody(desk));
}

/** Those whom the desk names; where it names nobody, whoever answers for it, and every member of the repository. */
export function isCoordinator({ login, access }: Voice, desk: Desk): boolean {
  return includesLogin(desk.coordinators, login) || (namesNobody(desk) && access === "write");
}

/** Its file names no coordinator. */
function namesNobody({ coordinators, coordinatorFrom }: Desk): boolean {
  return coordinators.length === 0 || coordinatorFrom !== undefined;
}
