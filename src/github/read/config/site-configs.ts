/** The configuration of the site, or of the sites, that the posts are written for: from the default branch, read once. */
import { askObjects } from "../ask-objects.js";
import { CONFIG_FOLDER, IN_CONFIG_FOLDER, isSiteData, SITE_FILES, type SiteFile } from "../../../desk/dates/read-site-config.js";
import type { SiteConfig } from "../../../desk/facts/site-config.js";
import { siteFolders } from "../../../desk/posts/post-globs.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import type { Overview } from "../overview.js";
import { blobText } from "../posts/blob-text.js";
import { SITE_CONFIGS } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

interface Site {
  /** Empty for the root. */
  readonly folder: string;
  /** Files that may be there, from the folder. */
  readonly names: readonly string[];
  /** Another one when any of them may have changed. */
  readonly key: string;
}

/** Costs a request when one of the files may be another than before, and none otherwise. */
export async function siteConfigs(
  scope: ReadScope,
  { repository: { root } }: Pick<Overview, "repository">,
  globs: readonly string[],
): Promise<readonly SiteConfig[]> {
  if (root?.__typename !== "Tree") return [];
  const entries = new Map((root.entries ?? []).map(({ name, type, oid }) => [name, { type, oid }]));
  const sites = siteFolders(globs).flatMap((folder) => siteAt(folder, entries) ?? []);
  if (sites.length === 0) return [];
  const key = [scope.examiner.linterVersion, ...sites.map((site) => site.key)].join(",");
  const known = (await scope.cache.find(SITE_CONFIGS, [key])).get(key);
  if (known) return known;
  const read = await answeredInTheEnd(scope, `configuration of sites ${key}`, () => readSites(scope, sites));
  if (!read) return [];
  await scope.cache.keep(SITE_CONFIGS, new Map([[key, read]]));
  return read;
}

/** Of the root it is known what is there; of a folder, only whether anything in it has changed. */
function siteAt(folder: string, entries: ReadonlyMap<string, { readonly type: string; readonly oid: string }>): Site | null {
  const is = (name: string, type: string) => entries.get(name)?.type === type;
  if (folder !== "") {
    const [top = ""] = folder.split("/");
    return is(top, "tree")
      ? { folder, names: [...SITE_FILES, ...IN_CONFIG_FOLDER], key: `${folder}:${entries.get(top)?.oid ?? ""}` }
      : null;
  }
  const there = [...SITE_FILES.filter((name) => is(name, "blob")), ...(is(CONFIG_FOLDER, "tree") ? [CONFIG_FOLDER] : [])];
  if (there.length === 0) return null;
  return {
    folder,
    names: there.flatMap((name) => (name === CONFIG_FOLDER ? IN_CONFIG_FOLDER : [name])),
    key: there.map((name) => `${name}:${entries.get(name)?.oid ?? ""}`).join(";"),
  };
}

async function readSites(scope: ReadScope, sites: readonly Site[]): Promise<readonly SiteConfig[]> {
  const spots = sites.flatMap(({ folder, names }) => names.map((name) => ({ folder, name })));
  const objects = await askObjects(
    scope,
    spots.map(({ folder, name }) => ({ name: `HEAD:${folder === "" ? name : `${folder}/${name}`}`, text: isSiteData(name) })),
  );
  const files = spots.flatMap(({ folder, name }, n): readonly (SiteFile & { readonly folder: string })[] => {
    const object = objects[n];
    return object?.__typename === "Blob" ? [{ folder, name, text: isSiteData(name) ? blobText(object) : null }] : [];
  });
  const read = await Promise.all(
    sites.map(({ folder }) =>
      scope.examiner.readSite(
        folder,
        files.filter((file) => file.folder === folder),
      ),
    ),
  );
  return read.flat();
}
