/** Addresses inside the repository that is shown. Nothing else becomes a link: an address from elsewhere may be `javascript:`. */
import type { RepositoryFacts } from "../../desk/facts/snapshot.js";
import type { JudgedPost } from "../../desk/judged.js";

/** The repository's own address without a closing slash; null when it is not one of the web. */
export function webAddress({ url }: Pick<RepositoryFacts, "url">): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? `${origin}${pathname.replace(/\/+$/, "")}` : null;
}

export function pullLink(repository: RepositoryFacts, pull: number): string | null {
  const address = webAddress(repository);
  return address && `${address}/pull/${pull}`;
}

function fileLink(repository: RepositoryFacts, path: string): string | null {
  const address = webAddress(repository);
  const steps = `${repository.defaultBranch}/${path}`.split("/");
  // A browser follows `..` before it asks, and would leave the repository.
  const climbs = steps.some((step) => step === ".." || step === ".");
  return climbs ? null : address && `${address}/blob/${steps.map(encodeURIComponent).join("/")}`;
}

/** `address` itself when it lies in the repository; otherwise null. */
export function ownAddress(repository: RepositoryFacts, address: string): string | null {
  const base = webAddress(repository);
  if (!base || !URL.canParse(address)) return null;
  const { href } = new URL(address);
  return href === base || href.startsWith(`${base}/`) ? href : null;
}

/** Where people read the post: the file once it is live, its leading pull request before. */
export function postLink(repository: RepositoryFacts, post: JudgedPost): string | null {
  if (post.live?.path) return fileLink(repository, post.live.path);
  const pull = post.live?.pull ?? post.leading;
  return pull === null ? null : pullLink(repository, pull);
}

/** The page of this repository, and of one post, here. */
export function seasonPath({ owner, name }: Pick<RepositoryFacts, "owner" | "name">): string {
  return `/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
}

export function postPath(repository: Pick<RepositoryFacts, "owner" | "name">, slug: string): string {
  return `${seasonPath(repository)}/posts/${encodeURIComponent(slug)}`;
}
