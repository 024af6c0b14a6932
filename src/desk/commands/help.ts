/** `/help` lists what can be said. */
import { NO_POST, type CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Help {
  readonly kind: "help";
}

export const help: CommandRule<Help> = {
  name: "help",
  usage: "/help",
  does: "lists the commands that you can write here",
  more: "The reply is this list.",
  example: "/help",
  allowed: "anyone",
  about: NO_POST,
  read: () => ({ kind: "help" }),
  take: () => only({ kind: "help" }),
};
