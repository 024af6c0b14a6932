#!/usr/bin/env node
/** The command `presstime`: one file a command, each of which says what it takes. START HERE. */
import { createRequire } from "node:module";
import { Command } from "commander";

/** By name, in the order of the help. Only what is asked for is loaded: all that the others need would double the start and the memory of `presstime start`. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  start: async () => (await import("./start.js")).registerStart,
  settings: async () => (await import("./settings.js")).registerSettings,
  lint: async () => (await import("./lint/lint.js")).lintCommand,
  import: async () => (await import("./notes/import.js")).registerImport,
  notes: async () => (await import("./notes/notes.js")).registerNotes,
  calendar: async () => (await import("./calendar/calendar.js")).registerCalendar,
  replay: async () => (await import("./replay.js")).registerReplay,
};

const USED_WRONGLY = 2;

const { version } = createRequire(import.meta.url)("#package.json") as { readonly version: string };

const program = new Command("presstime")
  .description("Helps a team to write, review and publish every planned post before the deadline.")
  .version(version)
  .showSuggestionAfterError()
  // As linters end: 1 says that something was found. The library would end with 1 for an option that there is not, too.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USED_WRONGLY));

// Whoever has read enough closes the pipe: `presstime lint | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

const [word = ""] = process.argv.slice(2);
const asked = Object.keys(COMMANDS).includes(word) ? [word] : word === "--version" || word === "-V" ? [] : Object.keys(COMMANDS);
for (const name of asked) (await COMMANDS[name]?.())?.(program);

await program.parseAsync();
