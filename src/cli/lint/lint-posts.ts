/** Lints posts from disk or standard input: from the cache where it knows them, and else by the workers; and fixes them. */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { Reading } from "../../desk/facts/snapshot.js";
import { digestOfSettings, type LintSettings } from "../../desk/facts/lint-settings.js";
import { fixesOf } from "../../desk/lint/apply-fixes.js";
import type { SiteText } from "../../desk/site/facts/site-facts.js";
import { siteTextOf } from "../../desk/site/facts/site-text.js";
import { limitConcurrency } from "../../examine/concurrency.js";
import type { FixingExaminer } from "../../examine/examiner.js";
import type { Console } from "../console.js";
import { digestOfParts, type LintCache } from "./lint-cache.js";
import { showProgress } from "./lint-progress.js";
import type { Examined } from "./linted.js";
import type { PostFile } from "./post-files.js";

export interface PostReader {
  readonly io: Console;
  readonly settings: (name: string) => LintSettings;
  readonly cache: LintCache;
  /** Started when first asked for. */
  readonly examiner: () => Promise<FixingExaminer>;
}

/** Files open at once: a system allows a process about a thousand. */
const MOST_OPEN = 64;

/** In the order of the files. */
export async function lintFiles(reader: PostReader, files: readonly PostFile[], fix: boolean): Promise<readonly Examined[]> {
  const { io } = reader;
  const progress = showProgress(
    files.length,
    (text) => {
      io.err(text);
    },
    io.watched ?? false,
    () => Date.now(),
  );
  const limit = limitConcurrency(MOST_OPEN);
  const linted = files.map(async (file): Promise<Examined> => {
    const known = fix ? null : unchanged(reader, file);
    const examined = known ?? (await limit(() => lintFile(reader, file, fix)));
    progress.step();
    return examined;
  });
  const all = await Promise.all(linted);
  progress.end();
  return all;
}

async function lintFile(reader: PostReader, file: PostFile, fix: boolean): Promise<Examined> {
  const stamp = stampOf(file);
  const bytes = await reader.io.read(file.path);
  if (fix) {
    const { written, left } = await fixFile(reader, file.name, bytes);
    if (written !== null) await writeFile(file.path, written);
    return left;
  }
  const examined = await examinedBy(reader, file.name, bytes);
  reader.cache.keep(stampKey(reader, file, stamp), contentKey(reader, file.name, bytes));
  return examined;
}

/** What was found when the file was last read, if the system says that it has not been written since; else null. */
function unchanged(reader: PostReader, file: PostFile): Examined | null {
  const content = reader.cache.find(stampKey(reader, file, stampOf(file)));
  return typeof content === "string" ? knownAs(reader, content) : null;
}

/** Taken before the file is read: one that is written meanwhile is read again. */
function stampOf({ path }: PostFile): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { ino: 0, size: 0, mtimeMs: 0, ctimeMs: Date.now() };
  return [ino, size, mtimeMs, ctimeMs].join(":");
}

/** No digest: a run that finds all its files as they were would spend most of its time on that. */
function stampKey({ settings }: PostReader, { path, name }: PostFile, stamp: string): string {
  return ["file", path, digestOfSettings(settings(name)), stamp].join("\n");
}

/** The path counts, since a post's name may tell its day. */
function contentKey({ settings }: PostReader, name: string, bytes: Uint8Array): string {
  return digestOfParts("post", name, digestOfSettings(settings(name)), createHash("sha256").update(bytes).digest());
}

/** With `fix`, the text as fixed goes to the output. Rejects when files are named beside `-`. */
export async function lintInput(reader: PostReader, files: readonly string[], name: string, fix: boolean): Promise<Examined> {
  if (files.length > 1) throw new Error("`-` (standard input) does not go together with files. Leave out the files or the `-`.");
  const bytes = await reader.io.read("-");
  if (!fix) return examinedBy(reader, name, bytes);
  const { written, left } = await fixFile(reader, name, bytes);
  reader.io.out(written ?? new TextDecoder().decode(bytes));
  return left;
}

async function examinedBy(reader: PostReader, name: string, bytes: Uint8Array): Promise<Examined> {
  const { settings, cache, examiner } = reader;
  const key = contentKey(reader, name, bytes);
  return knownAs(reader, key) ?? keepIn(cache, key, await (await examiner()).readPost(name, bytes, settings(name)));
}

/** As an entry is kept: addresses outside make up half of it and are seldom asked for, so that they are one string until then. */
interface KeptPost {
  readonly findings: Examined["findings"];
  readonly text: Omit<SiteText, "outward">;
  readonly outward?: string;
}

/** In no address, and nothing that JSON escapes. */
const BETWEEN = "\u007F";

function knownAs({ cache }: PostReader, key: string): Examined | null {
  const kept = cache.find(key) as KeptPost | undefined;
  if (!kept) return null;
  const { findings, text, outward } = kept;
  if (outward === undefined) return { findings, text };
  return {
    findings,
    text: {
      ...text,
      get outward() {
        return outward.split(BETWEEN);
      },
    },
  };
}

function keepIn(cache: LintCache, key: string, reading: Reading): Examined {
  const examined = { findings: reading.findings, text: siteTextOf(reading) };
  const { outward, ...text } = examined.text;
  const kept: KeptPost = { findings: examined.findings, text, ...(outward && { outward: outward.join(BETWEEN) }) };
  cache.keep(key, kept, reading.unfinished);
  return examined;
}

interface FixedFile {
  /** Null when there was nothing to fix. */
  readonly written: string | null;
  /** What is left to say. */
  readonly left: Examined;
}

async function fixFile(reader: PostReader, name: string, bytes: Uint8Array): Promise<FixedFile> {
  const { settings, cache, examiner } = reader;
  const known = knownAs(reader, contentKey(reader, name, bytes));
  if (known && fixesOf(known.findings).length === 0) return { written: null, left: known };
  const { written, reading } = await (await examiner()).fixPost(name, bytes, settings(name));
  const now = written === null ? bytes : new TextEncoder().encode(written);
  return { written, left: keepIn(cache, contentKey(reader, name, now), reading) };
}
