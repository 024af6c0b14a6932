/** What `presstime lint` says of posts in sight of the files and posts around them; each time anew, since these change by themselves. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SiteFolders } from "../../desk/facts/desk.js";
import { withSiteFindings } from "../../desk/facts/in-order.js";
import type { Paths } from "../../desk/facts/snapshot.js";
import { postFolders } from "../../desk/posts/post-globs.js";
import { pathsMeant } from "../../desk/site/facts/paths-meant.js";
import type { SiteText } from "../../desk/site/facts/site-facts.js";
import { checkInCheckout, type Seen, type Sighted } from "../../desk/site/in-checkout.js";
import { checkoutPaths, type CheckoutPaths } from "./checkout-paths.js";
import { filesOnDefaultBranch, keptThoughIgnored } from "./git.js";
import { lintFiles, type PostReader } from "./lint-posts.js";
import type { Setup } from "./lint-setup.js";
import type { Examined, LintedFile } from "./linted.js";
import { postsBelow, type PostFile } from "./post-files.js";

/** Posts beside the default branch whose texts are read: a branch that brings more is none for one pull request. */
const MOST_FRESH = 200;

interface SiteLinter {
  /** In the order of the posts. */
  judge(examined: readonly Examined[]): Promise<readonly LintedFile[]>;
}

/** Begins to ask Git at once. `posts` are all that the desk's globs name, where they are known. */
export function openSite(root: string, setup: Setup, reader: PostReader, posts: readonly PostFile[] | null): SiteLinter {
  const isGit = existsSync(join(root, ".git"));
  const onDefault = isGit ? filesOnDefaultBranch(root, postFolders(setup.globs)) : Promise.resolve(null);
  return {
    async judge(examined) {
      const files = posts ?? (await postsBelow(root, setup.globs));
      const branch = await onDefault;
      const fresh = branch ? files.filter(({ name }) => !branch.has(name)).slice(0, MOST_FRESH) : [];
      const isFresh = new Set(fresh);
      const live = files.filter((file) => !isFresh.has(file));
      const library = openLibrary(reader, files, examined);
      const sight = checkInCheckout({
        ...setup,
        fresh: await library.texts(fresh.map(({ name }) => name)),
        live: live.map(({ name }) => name),
      });
      const paths = whenAsked(() => checkoutPaths(root, () => (isGit ? keptThoughIgnored(root) : Promise.resolve(null))));
      return Promise.all(
        examined.map(async ({ findings, text }) => {
          const { path } = text.post;
          const outside = path.startsWith("../");
          const sighted = sight(text);
          const seen = await see(sighted, library, outside ? null : await leads(text, paths, setup.siteFolders));
          return { path, findings: withSiteFindings(findings, sighted.findings(seen, setup.settings(path).rules)) };
        }),
      );
    },
  };
}

/** First by name; the texts of all others are read only where these may change what is said. */
async function see({ needs, isUnsure }: Sighted, library: Library, paths: Paths | null): Promise<Seen> {
  if (needs !== "every") {
    const texts = await library.texts(needs);
    const seen = { texts: new Map(texts.map((one) => [one.post.path, one])), every: false, paths };
    if (!isUnsure(seen)) return seen;
  }
  return { texts: await library.every(), every: true, paths };
}

async function leads({ post, links }: SiteText, paths: () => CheckoutPaths, site: SiteFolders | undefined): Promise<Paths> {
  const targets = [...(links?.images ?? []), ...(links?.links ?? [])];
  if (targets.length === 0) return { asked: [], present: [], folders: [] };
  const here = paths();
  return here.look([...new Set(targets.flatMap(({ target }) => pathsMeant(target, post.path, here.folders, site)))]);
}

function whenAsked<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}

/** Texts of posts, by path: those of this run, and others as they are asked for. */
interface Library {
  texts(paths: readonly string[]): Promise<readonly SiteText[]>;
  every(): Promise<ReadonlyMap<string, SiteText>>;
}

function openLibrary(reader: PostReader, files: readonly PostFile[], examined: readonly Examined[]): Library {
  const known = new Map(examined.map(({ text }) => [text.post.path, Promise.resolve(text)]));
  const byName = new Map(files.map((file) => [file.name, file]));
  const texts = (paths: readonly string[]) => {
    const unread = paths.flatMap((path) => (known.has(path) ? [] : (byName.get(path) ?? [])));
    const reading = lintFiles(reader, unread, false);
    for (const [n, { name }] of unread.entries()) {
      known.set(
        name,
        reading.then((read) => read[n]?.text ?? lost(name)),
      );
    }
    return Promise.all(paths.map((path) => known.get(path) ?? lost(path)));
  };
  let all: Promise<ReadonlyMap<string, SiteText>> | null = null;
  return {
    texts,
    every: () => (all ??= texts([...byName.keys()]).then((them) => new Map(them.map((one) => [one.post.path, one])))),
  };
}

function lost(path: string): never {
  throw new Error(`\`${path}\` is not one of the posts that are checked. This is an error in Presstime; please report it.`);
}
