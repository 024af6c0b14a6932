/** What a command may do to the world: read files and pages, write to the terminal, and ask when somebody is there. */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { buffer } from "node:stream/consumers";
import { quoted } from "../desk/text/quoted.js";

export interface Console {
  /** The bytes of a file, of standard input for `-`, or of an `http(s)://` page. Rejects with words for people. */
  read(source: string): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  /** Asks one question; null when nobody is there to answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** How the process is to end once all is written. */
  end(code: number): void;
  /** Whether what is written out may be coloured; no when left out. */
  readonly colours?: boolean;
  /** Whether somebody watches what is written beside it, so that a line can be written over; no when left out. */
  readonly watched?: boolean;
}

const MOST_BYTES = 16 * 1024 * 1024;
const PATIENCE_MS = 15_000;

/** The process's own. People are asked only when both their keyboard and the place of the questions are a terminal. */
export function processConsole(): Console {
  const asking = process.stdin.isTTY && process.stderr.isTTY;
  return {
    read: (source) => (source === "-" ? buffer(process.stdin) : /^https?:\/\//i.test(source) ? page(source) : file(source)),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    ask: asking ? ask : null,
    // https://no-color.org
    colours: process.stdout.isTTY && !process.env.NO_COLOR,
    watched: process.stderr.isTTY,
    end: (code) => {
      process.exitCode = code;
    },
  };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

async function file(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Error(`The file ${quoted(path)} cannot be read. Check its path and its permissions.`, { cause });
  }
}

async function page(url: string): Promise<Uint8Array> {
  const answer = await fetch(url, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (cause: unknown) => {
      throw new Error(`${new URL(url).origin} does not answer. Check that Presstime runs at this address.`, { cause });
    },
  );
  if (!answer.ok)
    throw new Error(`${new URL(url).origin} answered with status ${answer.status}. Check the address, and that Presstime runs there.`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part);
    size += part.length;
    if (size > MOST_BYTES)
      throw new Error(`The answer has more than ${MOST_BYTES} bytes, which is too large for a plan. Check the address.`);
  }
  return Buffer.concat(parts);
}

/** Text of at most `limit` bytes, from UTF-8. Throws with words for people. */
export function textOf(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) throw new Error(`The file has ${bytes.length} bytes. Presstime reads at most ${limit} bytes.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("The text is not in UTF-8. Save the file in UTF-8.");
  }
}
