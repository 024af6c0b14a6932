/** The coordinator of a desk that names none: whoever changed its file last and may write here, else the person who owns the repository. */
import type { Desk } from "../../../desk/facts/desk.js";
import { isOnDesk } from "../../../desk/facts/standing.js";
import type { ReadScope } from "../scope.js";
import type { RepositoryShape } from "../shapes.js";
import { accessNow, askAccess } from "../standing/ask-access.js";
import { deskCommits, type DeskFileAt } from "./desk-commits.js";

/** The desk as it is where it names somebody, and where nobody is found. */
export async function withCoordinator(scope: ReadScope, desk: Desk, file: DeskFileAt, owner: RepositoryShape["owner"]): Promise<Desk> {
  if (desk.coordinators.length > 0) return desk;
  const commits = (await deskCommits(scope, file)) ?? [];
  const authors = [...new Set(commits.flatMap(({ by, isPerson }) => (by !== null && isPerson ? [by] : [])))];
  const known = await askAccess(
    scope,
    authors.filter((login) => !isOnDesk(login, desk)).map((login) => ({ login, newest: "" })),
  );
  const author = authors.find((login) => isOnDesk(login, desk) || accessNow(known.get(login.toLowerCase())) === "write");
  if (author !== undefined) return { ...desk, coordinators: [author], coordinatorFrom: "last change" };
  return owner.__typename === "User" ? { ...desk, coordinators: [owner.login], coordinatorFrom: "owner" } : desk;
}
