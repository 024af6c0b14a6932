/** The linter's version: a name for everything that decides what a reading says, so that cached readings of another one are not used. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));

/** Our own code that has a say, all that is in these folders, and the packages whose versions do, besides those that our own manifest lists of their kind. */
const FOLDERS = ["../desk", "."];
const PACKAGES = ["remark-lint", "satteri", "yaml", "smol-toml", "strip-json-comments", "zod", "date-holidays"];
const OF_THEIR_KIND = /^(?:remark|micromark|mdast|retext|nlcst|unified|unist|vfile|dictionary|franc)\b/;

/**
 * Compiled, all that a worker loads lies bundled here, packages and all, in parts that are named after what is in them: a fifth of the
 * reading says as much. What stays outside has its version; `site/facts` holds what is kept of a text for the rules that look beyond it.
 */
const BUNDLED = {
  folder: "bundled",
  others: ["../desk/site/facts", "."],
  packages: ["remark-lint", "satteri", "date-holidays", "dictionary-en"],
};

/** Such as `remark-lint@10.0.1+8Jx0…`: read from what is installed, so that nobody has to remember to raise a number. `here` is this file's folder, as it is built. */
export function readLinterVersion(here = HERE): string {
  const hash = createHash("sha256");
  const parts = namesIn(join(here, BUNDLED.folder));
  const isBundled = parts.length > 0;
  if (isBundled) hash.update(parts.join()).update(readFileSync(join(here, BUNDLED.folder, "worker.js")));
  for (const folder of isBundled ? BUNDLED.others : FOLDERS) {
    for (const name of namesIn(join(here, folder), !isBundled)) hash.update(name).update(readFileSync(join(here, folder, name)));
  }
  const versions = (isBundled ? BUNDLED.packages : packagesWithASay()).flatMap((name) => withParts(name));
  hash.update(versions.join("\n"));
  return `${versions[0] ?? "remark-lint"}+${hash.digest("base64url").slice(0, 16)}`;
}

function namesIn(folder: string, recursive = false): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive, encoding: "utf8" })
        .filter((name) => /\.[jt]s$/.test(name))
        .sort()
    : [];
}

function packagesWithASay(): readonly string[] {
  const ours = createRequire(import.meta.url)("#package.json") as Manifest;
  const listed = Object.keys(ours.dependencies ?? {}).filter((name) => OF_THEIR_KIND.test(name));
  return [...new Set([...PACKAGES, ...listed])];
}

/** `name@version`, and the same of what it is made of: a preset's rules have versions of their own. */
function withParts(name: string): readonly string[] {
  const manifest = manifestOf(name);
  if (!manifest) return [];
  const parts = Object.keys(manifest.dependencies ?? {}).filter((part) => OF_THEIR_KIND.test(part));
  return [`${name}@${manifest.version}`, ...parts.map((part) => `${part}@${manifestOf(part)?.version ?? "?"}`)];
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifests = new Map<string, Manifest | null>();

function manifestOf(name: string): Manifest | null {
  const known = manifests.get(name);
  if (known !== undefined) return known;
  const manifest = readManifest(name);
  manifests.set(name, manifest);
  return manifest;
}

/** The nearest one, upwards from here, as Node itself would find it. */
function readManifest(name: string): Manifest | null {
  for (let folder = HERE; dirname(folder) !== folder; folder = dirname(folder)) {
    const path = join(folder, "node_modules", name, "package.json");
    if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Manifest;
  }
  return null;
}
