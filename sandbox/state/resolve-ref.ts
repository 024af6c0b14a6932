/** What a name means to Git: a branch, a tag, or a commit by its id, whole or shortened. */
import { commitAt } from "../git/object-store.js";
import type { Sha } from "../git/objects.js";
import type { Repo } from "./repo.js";

export function resolveRef(repo: Repo, name: string): Sha | null {
  const short = name === "HEAD" ? repo.defaultBranch : name.replace(/^(refs\/)?heads\//, "").replace(/^refs\/tags\//, "");
  const pull = /^refs\/pull\/(\d+)\/head$/.exec(name);
  if (pull) return repo.threads.get(Number(pull[1]))?.pull?.head.sha ?? null;
  const found = repo.branches.get(short) ?? repo.tags.get(short);
  if (found !== undefined) return found;
  if (commitAt(repo.objects, name)) return name;
  if (!/^[0-9a-f]{7,39}$/.test(name)) return null;
  const matches = [...repo.objects.objects.values()].filter((object) => object.kind === "commit" && object.sha.startsWith(name));
  return matches.length === 1 ? (matches[0]?.sha ?? null) : null;
}
