/** Lints posts from disk or standard input: from the cache where it knows them, and else by the workers; and mends them. */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Finding } from "../desk/finding.js";
import { fixesOf, mend } from "../desk/lint/apply-fixes.js";
import { digestOfSettings, type LintSettings } from "../desk/lint-settings.js";
import { createGate } from "../examine/gate.js";
import type { Examiner } from "../examiner.js";
import type { Console } from "./console.js";
import { digestOf, type LintCache } from "./lint-cache.js";
import { showProgress } from "./lint-progress.js";
import type { Linted } from "./linted.js";
import type { PostFile } from "./post-files.js";

export interface PostReader {
  readonly io: Console;
  readonly settings: (name: string) => LintSettings;
  readonly cache: LintCache;
  /** Started when first asked for. */
  readonly examiner: () => Promise<Examiner>;
}

/** Files open at once: a system allows a process about a thousand. */
const MOST_OPEN = 64;

/** In the order of the files. */
export async function lintFiles(reader: PostReader, files: readonly PostFile[], fix: boolean): Promise<readonly Linted[]> {
  const { io } = reader;
  const progress = showProgress(
    files.length,
    (text) => {
      io.err(text);
    },
    io.watched ?? false,
    () => Date.now(),
  );
  const gate = createGate(MOST_OPEN);
  const linted = await Promise.all(
    files.map(({ path, name }) =>
      gate(async (): Promise<Linted> => {
        const bytes = await io.read(path);
        const { text, findings } = fix
          ? await mended(reader, name, bytes)
          : { text: null, findings: await findingsOf(reader, name, bytes) };
        if (text !== null) await writeFile(path, text);
        progress.step();
        return { path: name, findings };
      }),
    ),
  );
  progress.end();
  return linted;
}

/** With `fix`, the text as mended goes to the output. Rejects when files are named beside `-`. */
export async function lintInput(reader: PostReader, files: readonly string[], name: string, fix: boolean): Promise<Linted> {
  if (files.length > 1) throw new Error("Unexpected files beside `-`, expected standard input alone");
  const bytes = await reader.io.read("-");
  if (!fix) return { path: name, findings: await findingsOf(reader, name, bytes) };
  const { text, findings } = await mended(reader, name, bytes);
  reader.io.out(text ?? new TextDecoder().decode(bytes));
  return { path: name, findings };
}

/** What is said of a file by these rules and settings; the path counts, since a post's name may tell its day. */
async function findingsOf({ settings, cache, examiner }: PostReader, name: string, bytes: Uint8Array): Promise<readonly Finding[]> {
  const set = settings(name);
  const key = digestOf("post", name, digestOfSettings(set), createHash("sha256").update(bytes).digest());
  const known = cache.find(key) as readonly Finding[] | undefined;
  if (known) return known;
  const { findings, unfinished } = await (await examiner()).readPost(name, bytes, set);
  cache.keep(key, findings, unfinished);
  return findings;
}

interface Mended {
  /** Null when there was nothing to mend. */
  readonly text: string | null;
  /** What is left to say. */
  readonly findings: readonly Finding[];
}

/** A text with fixes is UTF-8 throughout: to what is not, the linter gives none. */
async function mended(reader: PostReader, name: string, bytes: Uint8Array): Promise<Mended> {
  const found = await findingsOf(reader, name, bytes);
  if (fixesOf(found).length === 0) return { text: null, findings: found };
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const after = await mend(before, async (text) => ({
    findings: await findingsOf(reader, name, new TextEncoder().encode(text)),
    body: 0,
  }));
  if (after === before) return { text: null, findings: found };
  return { text: after, findings: await findingsOf(reader, name, new TextEncoder().encode(after)) };
}
