/** The reference of the commands that people give in comments, made from the list that reads them. */
import { COMMANDS, type Allowed, type CommandHelp, type CommandName } from "../../src/desk/comments/grammar.js";
import { WHO } from "../../src/desk/words/replies/replies.js";

/** One line as somebody would write it, by command. */
export const EXAMPLES: Readonly<Record<CommandName, string>> = {
  help: "/help",
  status: "/status on-engines",
  post: "/post on-engines",
  cc: "/cc @grace",
  uncc: "/uncc",
  hold: "/hold until the talk is given",
  unhold: "/unhold",
  slot: "/slot Fri 18 July 13:00",
  unslot: "/unslot",
  pin: "/pin 2014-07-18T13:00",
  unpin: "/unpin",
  after: "/after on-looms",
  drop: "/drop nobody has the time",
  split: '/split engines-in-practice "Engines in practice"',
  "merge-into": "/merge-into on-looms",
  rename: "/rename on-analytical-engines",
  snooze: "/snooze 2d",
  fix: "/fix",
  undo: "/undo",
  "dry-run": "/dry-run /slot next",
};

/** What the line in the comment's own help leaves out. */
const MORE: Readonly<Record<CommandName, string>> = {
  help: "Answered with this list.",
  status: "On the board, name a post; in a pull request, the ones it brings are meant.",
  post: "For a pull request whose file is called otherwise than the post that was promised. It takes the slug from the plan.",
  cc: "One login or several. Those whom you ask count: Presstime chooses only as many more as the desk wants asked. Whoever is away is asked all the same, and somebody who is there as well.",
  uncc: "One login or several; alone it takes back your own, whoever asked you. Somebody else is asked instead.",
  hold: "The reason is shown in the notice, on the board and on the pages. Until `/unhold` it is nobody's move, and Presstime does not merge it.",
  unhold: "It ends a `/drop` too.",
  slot: "Write `2014-07-18T13:00`, `2014-07-18T13:00[America/New_York]`, `tomorrow 13:00`, `Fri 13:00` or `18 July 1pm`; a day alone means the desk's own slot on it. A time without a zone is in the desk's, counted from when the comment was written, and is told back in everybody's. “Next Friday”, and “Friday” on a Friday, are asked back. A slot in the past, within the embargo or within a freeze is refused; one after the deadline, or one that another post has, is given and said to be so. `/slot next` asks for one later than the slot it had when that was said, and `/slot swap SLUG` gives two posts each other's: whoever says that needs the right to both.",
  unslot: "A slot that somebody swapped, or asked for as the next, goes the same way. A pin stays.",
  pin: "Times are written as for `/slot`. It takes the place of the plan's own pin.",
  unpin: "What the plan file says is not changed.",
  after: "What makes a circle is refused, and the circle is named. `/undo` takes it back.",
  drop: "The post keeps its row, with who dropped it and why, and no longer counts. Nothing that was written is deleted; `/unhold` brings it back.",
  split:
    "The new post stands right after this one in the plan, of the same campaign, byline and beats, under the same embargo and after the same posts. The title may be left out.",
  "merge-into":
    "This slug becomes another name of that post: its pull requests are that post's from then on, and who signs it signs both. A hold stays. The slots that it was announced for stay its own history. Whoever says that needs the right to both.",
  rename:
    "The old slug remains a name of the post. What the plan file says wins: once it has the new slug, this comment has nothing left to do.",
  snooze: "Hours, days or weeks: `36h`, `2d`, `1w`, thirty days at most. A coordinator's keeps reminders about it from everybody.",
  fix: "The button “Fix all” beside the check `presstime/lint` does the same. It is one commit on the branch of the pull request, and another where a fix made room for one; front matter is never touched. The text is another one then, so its approvals are asked for anew. A branch of a fork is out of reach, and you are told so.",
  undo: "Your own last command in this conversation that changed something is taken back, as if it had never been said; those who own the post take back anybody's. Said again, it goes further back. It does not undo an `/undo`: say again what you want.",
  "dry-run":
    "It is answered as the command would be, with the posts that would move, be late, or stand otherwise. Three are worked out at a time.",
};

const SAYS: Readonly<Record<Allowed, string>> = { ...WHO, anyone: "anyone who can comment" };

/** `docs/commands.md`. */
export function commandReference(): string {
  return [
    "# Commands",
    "<!-- Made from src/desk/comments/grammar.ts by `npm run docs`. Do not edit. -->",
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
