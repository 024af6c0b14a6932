#!/usr/bin/env node
/** The command `presstime`: one file a command, each of which says what it takes. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { registerImport } from "./import.js";
import { lintCommand } from "./lint.js";
import { registerNotes } from "./notes.js";
import { registerReplay } from "./replay.js";
import { registerSettings } from "./settings.js";
import { registerStart } from "./start.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string };

const program = new Command("presstime")
  .description("Gets every promised post written, reviewed and live before the deadline.")
  .version(version)
  .showSuggestionAfterError();

registerStart(program);
registerSettings(program);
lintCommand(program);
registerImport(program);
registerNotes(program);
registerReplay(program);

await program.parseAsync();
