/** `presstime settings`: every environment variable, as a `.env` file to fill in or as a table. */
import { Option, type Command } from "commander";
import { settingsAsEnv, settingsAsTable } from "../settings/settings-page.js";
import { processConsole, type Console } from "./console.js";

export function registerSettings(program: Command, io: Console = processConsole()): void {
  program
    .command("settings")
    .summary("list the environment variables")
    .description("Prints every environment variable that Presstime reads, and what each is for.")
    .addOption(new Option("--format <format>", "a .env file to fill in, or a Markdown table").choices(["env", "table"]).default("env"))
    .action(({ format }: { readonly format: "env" | "table" }) => {
      io.out(format === "env" ? settingsAsEnv() : settingsAsTable());
    });
}
