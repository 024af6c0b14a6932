/** Which paths a desk's globs call posts, and the folders below which these can lie. */
import picomatch from "picomatch";

/** A glob that begins with `!` takes paths out again. */
export function postMatcher(globs: readonly string[]): (path: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(tidy);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => tidy(glob.slice(1)));
  const isWanted = picomatch(wanted, { nonegate: true });
  const isUnwanted = unwanted.length > 0 ? picomatch(unwanted, { nonegate: true }) : () => false;
  return (path) => isWanted(path) && !isUnwanted(path);
}

/** The fixed beginnings of the globs: `posts` of `posts/**\/*.md`; an empty one is the whole repository. None lies within another. */
export function postFolders(globs: readonly string[]): readonly string[] {
  const bases = new Set(globs.filter((glob) => !glob.startsWith("!")).map((glob) => picomatch.scan(tidy(glob)).base.replace(/\/+$/, "")));
  return [...bases].filter((base) => ![...bases].some((other) => other !== base && (other === "" || base.startsWith(`${other}/`)))).sort();
}

/** Folders that a site of its own may lie in, the root first: what stands above the folder of posts, `website` of `website/content/blog/**`. */
export function siteFolders(globs: readonly string[]): readonly string[] {
  const roots = postFolders(globs).map((folder) => {
    const parts = folder.split("/");
    const inside = parts.findIndex((part) => INSIDE_A_SITE.test(part));
    return parts.slice(0, inside === -1 ? parts.length : inside).join("/");
  });
  return [...new Set(["", ...roots])].slice(0, MOST_SITES);
}

/** What folders of posts, and those above them, are called inside of sites. */
const INSIDE_A_SITE = /^(?:_.*|content|src|source|pages|blogs?|posts?|articles?|news|drafts?|weblog|entries|stories|\d{4})$/i;
const MOST_SITES = 6;

function tidy(glob: string): string {
  return glob.replace(/^(?:\.?\/)+/, "");
}
