/** Three mornings of the season, told from what the app had said by then: its board, its reminders, and what its pages advise. */
import { runSeason, type RunningSeason } from "../../sandbox/replay/run-season.js";
import { remindersOf, type SaidReminder } from "../../sandbox/replay/season-reminders.js";
import { seasonView } from "../../sandbox/replay/season-view.js";
import { SEASON_NOTICE } from "../../sandbox/season/open-season.js";
import { dayOf, readInstant, sayDay, sayWhen, type Instant, type Zone } from "../../src/desk/time/zone.js";
import { sayLastMove, saySlot } from "../../src/desk/words/slip.js";
import { createLog } from "../../src/log.js";
import type { View } from "../../src/view.js";
import { personName } from "../../src/web/people-names.js";
import { nextMoves } from "../../src/web/season/next-moves.js";

/** Nine in London, when reminders have just gone out. */
const MORNINGS = ["2014-07-01T08:00:00Z", "2014-07-08T08:00:00Z", "2014-07-15T08:00:00Z"].map(readInstant);

/** What the page is called in `docs/`. */
export const MORNINGS_PAGE = "season-in-three-mornings.md";

const MOST_MOVES = 5;

/** `docs/season-in-three-mornings.md`: runs the season until the last of them, some ten seconds. */
export async function threeMornings(): Promise<string> {
  const running = await runSeason({ log: createLog({ level: "error", secrets: [] }) });
  try {
    return await tellMornings(running);
  } finally {
    await running.close();
  }
}

/** The same of a season that has not come to the first of them; it stands at the last one afterwards. */
export async function tellMornings(running: RunningSeason): Promise<string> {
  const told: string[] = [];
  for (const [place, at] of MORNINGS.entries()) {
    await running.advanceTo(at);
    told.push(await tellMorning(running, MORNINGS[place - 1] ?? null, at));
  }
  return `${[...INTRODUCTION, ...told].join("\n\n")}\n`;
}

const INTRODUCTION = [
  "# The season in three mornings",
  "<!-- Made by `npm run docs`, which replays the season. Do not edit. -->",
  "What Presstime would have said to the people of 2014 at nine in the morning, a week before their first post, on the day of it, and a week later. Every board, every reminder and every piece of advice below is what the app said in [the replay](season.md), word for word, but for hidden marks.",
  `> ${SEASON_NOTICE}`,
];

async function tellMorning(running: RunningSeason, before: Instant | null, at: Instant): Promise<string> {
  const view = await seasonView(running);
  if (!view) throw new Error(`Unexpected lack of a look before ${at}, expected one of the season`);
  const { zone } = view;
  return [
    `## ${sayWhen(at, zone)}`,
    "### The board",
    boardOf(running),
    "### What moved",
    moved(view, before),
    "### Who is reminded",
    reminded(remindersOf(running), view, before, at),
    "### What the coordinator should do next",
    advice(view),
  ].join("\n\n");
}

function boardOf({ github, season }: RunningSeason): string {
  const board = github.threads(season.repo).find(({ pull, author }) => pull === null && author === github.app.bot.login);
  if (!board) throw new Error("Unexpected lack of a board, expected one since the plan was committed");
  return board.body.replace(/<!--[^]*?-->\n*/g, "").trim();
}

/** Posts whose last slot was told since the morning before, for another one that had been told. */
function moved({ plan, zone }: View, before: Instant | null): string {
  const lines = plan.posts.flatMap((post) => {
    const last = post.announced.at(-1);
    const move = sayLastMove(post.announced, zone);
    if (!last || !move || (before && last.at <= before)) return [];
    return [`- \`${post.slug}\`: ${saySlot(post, zone) ?? post.stage}. ${move}`];
  });
  return lines.length === 0 ? "Nothing." : lines.join("\n");
}

function reminded(all: readonly SaidReminder[], view: View, before: Instant | null, at: Instant): string {
  const { zone } = view;
  const today = all.filter((one) => dayOf(one.at, zone) === dayOf(at, zone));
  const earlier = all.filter((one) => dayOf(one.at, zone) < dayOf(at, zone) && (!before || one.at > before));
  const lines = today.map((one) => `- ${personName(view.people, one.to)}, ${where(one)}:\n${quoted(one.says)}`);
  return [
    lines.length === 0 ? "Nobody, this morning." : lines.join("\n"),
    ...(earlier.length === 0
      ? []
      : [`Reminded ${before ? "since the last of these mornings" : "before"}: ${counts(earlier, view, zone)}.`]),
  ].join("\n\n");
}

function where({ pull }: SaidReminder): string {
  return pull === null ? "on the board" : `on #${pull}`;
}

/** Belongs to the bullet above it. */
function quoted(words: string): string {
  return words
    .split("\n")
    .map((line) => `  ${`> ${line}`.trimEnd()}`)
    .join("\n");
}

/** `Hannes Mehnert on Mon 30 June and Thu 3 July`. */
function counts(reminders: readonly SaidReminder[], view: View, zone: Zone): string {
  const days = new Map<string, readonly string[]>();
  for (const { to, at } of reminders) days.set(to, [...new Set([...(days.get(to) ?? []), sayDay(at, zone)])]);
  return [...days].map(([to, on]) => `${personName(view.people, to)} on ${on.join(", ")}`).join("; ");
}

function advice(view: View): string {
  const moves = nextMoves(view, MOST_MOVES);
  if (moves.length === 0) return "Nothing: everything is on its way.";
  return moves
    .map(({ post, what, why }, place) => `${place + 1}. ${what}${post ? ` of “${post.title}”` : ""}${why ? `: ${why}` : ""}`)
    .join("\n");
}
