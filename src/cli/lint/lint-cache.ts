/** What `presstime lint` found before, on disk: by text, rules and settings, so that a file that is as it was is not linted again. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

interface Kept {
  readonly value: unknown;
  /** Milliseconds since 1970 at which what was stopped is worth another try. */
  readonly again?: number;
}

export interface LintCache {
  /** What was kept under a digest of everything that it follows from; undefined when that is not known. */
  find(key: string): unknown;
  keep(key: string, value: unknown, unfinished?: boolean): void;
  /** Writes down what is new, together with what was asked for; without either, nothing. Never rejects: a cache may be lost. */
  save(): Promise<void>;
}

const VERSION = 3;
/** What nobody asked for in this run is kept up to so many, for other folders and branches. */
const MOST = 10_000;
const DAY = 86_400_000;

export const NO_CACHE: LintCache = { find: () => undefined, keep: () => undefined, save: () => Promise.resolve() };

/** Under `node_modules/.cache` where there is a `node_modules`, else in the user's own cache. */
export async function openLintCache(root: string, linterVersion: string, now: number): Promise<LintCache> {
  const path = await placeOf(root);
  const old = await read(path, linterVersion);
  const used = new Map<string, Kept>();
  let changed = false;
  return {
    find(key) {
      const kept = old.get(key);
      if (!kept || (kept.again !== undefined && kept.again <= now)) return undefined;
      used.set(key, kept);
      return kept.value;
    },
    keep(key, value, unfinished = false) {
      used.set(key, { value, ...(unfinished && { again: now + DAY }) });
      changed = true;
    },
    async save() {
      if (!changed) return;
      const others = [...old].filter(([key]) => !used.has(key)).slice(0, Math.max(0, MOST - used.size));
      const text = JSON.stringify({ version: VERSION, linterVersion, kept: [...used, ...others] });
      // Written beside and moved: two runs at once, or one that is stopped, leave a whole file.
      const beside = `${path}.${process.pid}`;
      await mkdir(dirname(path), { recursive: true })
        .then(() => writeFile(beside, text))
        .then(() => rename(beside, path))
        .catch(() => undefined);
    },
  };
}

export function digestOfParts(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("base64url").slice(0, 24);
}

async function placeOf(root: string): Promise<string> {
  const modules = join(root, "node_modules");
  if ((await stat(modules).catch(() => null))?.isDirectory()) return join(modules, ".cache", "presstime", "lint.json");
  const { XDG_CACHE_HOME = "" } = process.env;
  const own = XDG_CACHE_HOME === "" ? join(homedir(), ".cache") : XDG_CACHE_HOME;
  return join(own, "presstime", `lint-${digestOfParts(root)}.json`);
}

/** Nothing when it is of other rules, not there, or not whole. */
async function read(path: string, linterVersion: string): Promise<ReadonlyMap<string, Kept>> {
  try {
    const file = JSON.parse(await readFile(path, "utf8")) as { version?: unknown; linterVersion?: unknown; kept?: [string, Kept][] };
    return file.version === VERSION && file.linterVersion === linterVersion ? new Map(file.kept) : new Map();
  } catch {
    return new Map();
  }
}
