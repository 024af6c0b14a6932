/** The reference of the commands that people give in comments, made from the list that reads them. */
import { COMMANDS } from "../../src/desk/commands/all-commands.js";
import { WHO } from "../../src/desk/words/replies/replies.js";

const SAYS: typeof WHO = { ...WHO, anyone: "anyone who can comment" };

/** `docs/commands.md`. */
export function commandReference(): string {
  return [
    "# Commands",
    "<!-- Made from src/desk/commands/ by `npm run docs`. Do not edit. -->",
    [
      "Say one of these on a pull request that brings a post: in a comment, in the words of a review, on a line of its difference or in an answer there,",
      "or in its description if you opened it. Or say it in a comment on the board. A command stands at the beginning of a line of its own,",
      "and a comment may hold several among other words. In code, in quotes and in HTML comments they are only talked about, and do nothing.",
    ].join("\n"),
    [
      "Presstime answers with a reaction where you said it: 👍 when something was done, 😕 when nothing was, or not all, and then it says why: on lines in",
      "the conversation there, else in the conversation of the pull request. A word that is close to a command gets “did you mean”; words that are not are",
      "taken for some other bot's. On the board, and where a pull request brings several posts, name the post first: `/hold on-engines until the talk is",
      "given`. Punctuation behind a command or a name does no harm, nor does a “please”.",
    ].join("\n"),
    [
      "Nothing that was said is stored anywhere but in the comment: edit it and the decision changes with it, delete it and the decision is gone.",
      "What a later comment says wins. Resolving a conversation takes nothing back. A command that is edited into an older comment is answered by what it",
      "does now: its times count from the edit, and where later comments say otherwise, you are told.",
    ].join("\n"),
    [
      "Of other bots' words Presstime answers three, when somebody says them who is asked for a review, and no other bot has answered. `/lgtm` and",
      "`/approve` approve nothing: it says, once a pull request, that it counts GitHub's **Approve**. `/decline [reason]` hands the request on to somebody",
      "else, as `/uncc` does.",
    ].join("\n"),
    ...COMMANDS.map(section),
  ]
    .join("\n\n")
    .concat("\n");
}

function section({ usage, does, more, example, allowed }: (typeof COMMANDS)[number]): string {
  return [
    `## \`${usage}\``,
    `${does.charAt(0).toUpperCase()}${does.slice(1)}. ${more}`,
    `Who may: ${SAYS[allowed]}.`,
    `\`\`\`\n${example}\n\`\`\``,
  ].join("\n\n");
}
