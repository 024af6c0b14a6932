/** The reference of the commands that people give in comments, made from the list that reads them. */
import { COMMANDS, type Allowed, type CommandHelp, type CommandName } from "../desk/command.js";
import { WHO } from "../desk/words/replies.js";

/** One line as somebody would write it, by command. */
export const EXAMPLES: Readonly<Record<CommandName, string>> = {
  help: "/help",
  status: "/status on-engines",
  post: "/post on-engines",
  cc: "/cc @grace",
  uncc: "/uncc",
  hold: "/hold until the talk is given",
  unhold: "/unhold",
  slot: "/slot 2014-07-18T13:00",
  drop: "/drop it became part of another post",
  snooze: "/snooze 2d",
};

/** What the line in the comment's own help leaves out. */
const MORE: Readonly<Record<CommandName, string>> = {
  help: "Answered with this list.",
  status: "On the board, name a post; in a pull request, the ones it brings are meant.",
  post: "For a pull request whose file is called otherwise than the post that was promised. It takes the slug from the plan.",
  cc: "One login or several. Those whom you ask count: Presstime chooses only as many more as the desk wants asked.",
  uncc: "One login or several; alone it takes back your own, whoever asked you. Somebody else is asked instead.",
  hold: "The reason is shown in the notice, on the board and on the pages. Until `/unhold` it is nobody's move, and Presstime does not merge it.",
  unhold: "It ends a `/drop` too.",
  slot: "The time is that of the desk's zone, unless one is named: `2014-07-18T13:00[America/New_York]`. A slot that has passed is refused; one after the deadline is shown as late.",
  drop: "The post keeps its row, with who dropped it and why, and no longer counts. Nothing that was written is deleted; `/unhold` brings it back.",
  snooze: "Hours, days or weeks: `36h`, `2d`, `1w`, thirty days at most. A coordinator's keeps reminders about it from everybody.",
};

const SAYS: Readonly<Record<Allowed, string>> = { ...WHO, anyone: "anyone who can comment" };

/** `docs/commands.md`. */
export function commandReference(): string {
  return [
    "# Commands",
    "<!-- Made from src/desk/command.ts by `npm run docs`. Do not edit. -->",
    [
      "Say one of these in a comment on a pull request that brings a post, or on the board. A command stands at the beginning of a line of its own,",
      "and a comment may hold several among other words. In code, in quotes and in HTML comments they are only talked about, and do nothing.",
    ].join("\n"),
    [
      "Presstime answers with a reaction: 👍 when it is done, 😕 when something is to be mended, and then it says what. A word that is close to a command",
      "gets “did you mean”; words that are not are taken for some other bot's. On the board, and where a pull request brings several posts, name the post",
      "first: `/hold on-engines until the talk is given`.",
    ].join("\n"),
    [
      "Nothing that was said is stored anywhere but in the comment: edit it and the decision changes with it, delete it and the decision is gone.",
      "What a later comment says wins.",
    ].join("\n"),
    ...COMMANDS.map(section),
  ]
    .join("\n\n")
    .concat("\n");
}

function section({ name, usage, does, allowed }: CommandHelp): string {
  return [
    `## \`${usage}\``,
    `${does.charAt(0).toUpperCase()}${does.slice(1)}. ${MORE[name]}`,
    `Who may: ${SAYS[allowed]}.`,
    `\`\`\`\n${EXAMPLES[name]}\n\`\`\``,
  ].join("\n\n");
}
