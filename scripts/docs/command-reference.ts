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
      "Write one of these on a pull request that adds a post: in a comment, in the text of a review, in a comment on a line of its changes or in an answer",
      "there, or in its description if you opened it. You can also write it in a comment on the board. A command stands at the beginning of its own line.",
      "A comment may contain several commands and other words. Commands in code, in quotes and in HTML comments have no effect.",
    ].join("\n"),
    [
      "Presstime answers with a reaction to your comment: 👍 if all was done, 😕 if nothing or not all was done. Then it also writes why: below a comment",
      "on a line in that conversation, otherwise in the conversation of the pull request. If a word is similar to a command, Presstime asks “did you mean”.",
      "It ignores other words that begin with `/`, because they may be for another bot. On the board, and if a pull request adds several posts, write the slug",
      "of the post first: `/hold on-engines until the talk is given`. Punctuation after a command or a name changes nothing, and “please” changes nothing.",
    ].join("\n"),
    [
      "A command is stored only in its comment. If you edit the comment, the decision changes; if you delete the comment, the decision is cancelled.",
      "Later comments have priority. Resolving a conversation cancels nothing. If you add a command to an older comment, its times count from the edit;",
      "if later comments say something else, the reply tells you this.",
    ].join("\n"),
    [
      "Presstime also answers three commands of other bots, if a person who was asked for a review writes them and no other bot has answered. `/lgtm` and",
      "`/approve` approve nothing: Presstime answers once on each pull request that it counts only GitHub's **Approve**. `/decline [reason]` passes the",
      "request to somebody else, as `/uncc` does.",
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
