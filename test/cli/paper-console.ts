/** A console of paper for tests: files in memory, what was said kept, questions answered from a list. */
import { Command } from "commander";
import type { Console } from "../../src/cli/console.js";

export interface PaperConsole extends Console {
  readonly said: { out: string; err: string; asked: string[]; code: number | null };
}

/** Without `replies` nobody is there to be asked; with fewer than needed, the rest are empty. */
export function paperConsole(files: Readonly<Record<string, string | Uint8Array>>, replies?: readonly string[]): PaperConsole {
  const said: PaperConsole["said"] = { out: "", err: "", asked: [], code: null };
  return {
    said,
    read: (source) => {
      const file = files[source];
      if (file === undefined) return Promise.reject(new Error(`The file ${source} cannot be read. Check its path and its permissions.`));
      return Promise.resolve(typeof file === "string" ? new TextEncoder().encode(file) : file);
    },
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    ask: replies
      ? (question) => {
          said.asked.push(question);
          return Promise.resolve(replies[said.asked.length - 1] ?? "");
        }
      : null,
    end: (code) => (said.code = code),
  };
}

/** Runs one command line as the program would, and gives back what was said. */
export async function run(
  register: (program: Command, io: Console) => void,
  io: PaperConsole,
  line: readonly string[],
): Promise<PaperConsole["said"]> {
  const program = new Command("presstime").exitOverride().configureOutput({
    writeErr: (text) => {
      io.err(text);
    },
    writeOut: (text) => {
      io.out(text);
    },
  });
  register(program, io);
  await program.parseAsync(line, { from: "user" });
  return io.said;
}
