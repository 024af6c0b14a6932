/** Whom GitHub is to be asked about before the commands of a comment are understood: whoever a `/cc` or `/uncc` names, and one that is only tried with `/dry-run`. */
import { peopleToAskAbout } from "./people-named.js";
import { readCommands, type CommandLine } from "./read-commands.js";

export function peopleAskedAbout(body: string): readonly string[] {
  return readCommands(body).flatMap((line) => (line.name === "dry-run" ? readCommands(tried(line)).flatMap(namedIn) : namedIn(line)));
}

function namedIn({ name, rest }: Pick<CommandLine, "name" | "rest">): readonly string[] {
  return name === "cc" || name === "uncc" ? peopleToAskAbout(rest) : [];
}

/** The slash may be left out. */
function tried({ rest }: Pick<CommandLine, "rest">): string {
  return `/${rest.replace(/^\//u, "")}`;
}
