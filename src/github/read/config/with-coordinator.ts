/** The coordinator of a desk that names none: whoever changed its file last and may write here, else the person who owns the repository. */
import type { Desk } from "../../../desk/facts/desk.js";
import { isOnDesk } from "../../../desk/facts/standing.js";
import { failureOf } from "../../request-failure.js";
import { DESK_PATH } from "../documents.js";
import { DESK_CHANGED_BY } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { RepositoryShape } from "../shapes.js";
import { accessNow, askAccess } from "../standing/ask-access.js";

/** Changes of the file that are looked through for somebody who may write: a stranger's may have been taken in. */
const MOST_CHANGES = 5;

interface DeskFile {
  readonly oid: string;
  /** The name of the repository that holds it: this one, or its owner's `.github`. */
  readonly home: string;
}

/** The desk as it is where it names somebody, and where nobody is found. */
export async function withCoordinator(scope: ReadScope, desk: Desk, file: DeskFile, owner: RepositoryShape["owner"]): Promise<Desk> {
  if (desk.coordinators.length > 0) return desk;
  const authors = await lastAuthors(scope, file);
  const known = await askAccess(
    scope,
    authors.filter((login) => !isOnDesk(login, desk)).map((login) => ({ login, newest: "" })),
  );
  const author = authors.find((login) => isOnDesk(login, desk) || accessNow(known.get(login.toLowerCase())) === "write");
  if (author !== undefined) return { ...desk, coordinators: [author], coordinatorFrom: "last change" };
  return owner.__typename === "User" ? { ...desk, coordinators: [owner.login], coordinatorFrom: "owner" } : desk;
}

/** People that GitHub links to the last changes of the file, the latest first. https://docs.github.com/rest/commits/commits#list-commits */
async function lastAuthors({ client, cache, id, owner, at }: ReadScope, { oid, home }: DeskFile): Promise<readonly string[]> {
  const key = `${id}:${oid}`;
  const known = (await cache.find(DESK_CHANGED_BY, [key])).get(key);
  if (known) return known;
  try {
    const { data } = await client.rest.repos.listCommits({ owner, repo: home, path: DESK_PATH, per_page: MOST_CHANGES });
    const people = data.flatMap(({ author }) => (author && "login" in author && author.type === "User" ? [author.login] : []));
    const authors = [...new Set(people)].filter((login) => login !== "web-flow");
    await cache.keep(DESK_CHANGED_BY, new Map([[key, authors]]));
    return authors;
  } catch (error) {
    if (failureOf(error, new Date(at)).kind === "later") throw error;
    return [];
  }
}
