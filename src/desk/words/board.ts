/** The board: the campaign's tracking issue, a table that the app keeps. */
import type { Finding } from "../facts/finding.js";
import type { Conflict, JudgedCampaign, JudgedPost } from "../judged.js";
import { sayWhen, type Zone } from "../time/zone.js";
import { sayBuffer, sayClosed, sayFree } from "./ahead.js";
import { sayCount } from "./count.js";
import { listed, sayWaitedFor } from "./phrases.js";
import { plainly } from "./plainly.js";
import { saySlot } from "./slip.js";
import { sayWithout } from "./going-live.js";

export interface BoardFacts {
  readonly campaign: JudgedCampaign;
  /** The campaign's posts, and for the first campaign those nobody promised. */
  readonly posts: readonly JudgedPost[];
  readonly zone: Zone;
  readonly deskFindings: readonly Finding[];
  readonly url: string;
}

/** Rows beyond these are only counted: an issue has room for 65,536 characters. */
const MOST_ROWS = 150;

export function boardTitle(name: string): string {
  return `${plainly(name, 80)}: the board`;
}

/** In the place of everything on a board that there is twice. */
export function sayDouble(kept: number): string {
  return `Presstime opened this board twice by mistake. It keeps #${kept} up to date, and closed this one.`;
}

export function writeBoard(facts: BoardFacts): string {
  const { campaign, zone } = facts;
  const rows = facts.posts.slice(0, MOST_ROWS).map((post) => row(post, facts));
  const late = facts.posts.filter(
    (post) => post.promised && post.slot && post.stage !== "live" && post.stage !== "dropped" && post.slot.lateness !== "on time",
  );
  return [
    `Deadline: **${sayWhen(campaign.deadline, zone)}**. ${sayCount(campaign)}${late.length > 0 ? `, ${late.length} late` : ""}.`,
    ...(campaign.buffer ? [`Reserve before the deadline: ${sayBuffer(campaign.buffer)}.`] : []),
    ...(campaign.conflict ? [conflict(campaign.conflict)] : []),
    ...(facts.deskFindings.length > 0 ? [deskWarning(facts.deskFindings)] : []),
    ["| slot | post | stage | waiting for | authors | pull requests |", "|---|---|---|---|---|---|", ...rows].join("\n"),
    ...(facts.posts.length > MOST_ROWS ? [`… and ${facts.posts.length - MOST_ROWS} more.`] : []),
    ...calendarAhead(facts),
    "<sub>Times are in " +
      zone +
      ". I keep this table up to date. You can write `/drop SLUG`, `/hold SLUG`, `/slot SLUG WHEN` or `/help` below.</sub>",
  ].join("\n\n");
}

function conflict({ says, waysOut }: Conflict): string {
  return [`> **Not all posts can go live before the deadline.** ${says}`, ...waysOut.map((way) => `> - ${way}`)].join("\n");
}

/** What a coordinator needs to move a post: the slots that are free, and the days that have none. */
function calendarAhead({ campaign: { ahead, live, dropped, total }, zone }: BoardFacts): readonly string[] {
  if (live + dropped === total && ahead.closed.length === 0) return [];
  const closed = ahead.closed.map((days) => `- ${sayClosed(days, zone)}${days.why === "" ? "" : `: ${plainly(days.why, 200)}`}.`);
  return [[`- Next free slots: ${sayFree(ahead, zone)}.`, ...closed].join("\n")];
}

function row(post: JudgedPost, facts: BoardFacts): string {
  const { zone } = facts;
  const when = saySlot(post, zone) ?? (post.live ? "live" : "–");
  const late =
    post.slot && post.stage !== "live" && post.stage !== "dropped" && post.slot.lateness !== "on time"
      ? ` – **${post.slot.lateness}**`
      : "";
  const cells = [
    when,
    `${plainly(post.title)}<br>\`${post.slug}\`${post.translates ? ` (a translation of \`${post.translates}\`)` : post.promised ? "" : " (not in the plan)"}`,
    `${post.stage}${(post.live?.without ?? []).map((one) => `, **${sayWithout(one, zone)}**`).join("")}${late}${post.needsDecision ? ", **needs a decision**" : ""}${post.stopped ? `: ${plainly(post.stopped.why || `by ${post.stopped.by}`, 80)}` : ""}`,
    post.turn === "nobody" ? "–" : sayWaitedFor(post.turn, post.waitingFor),
    listed(post.byline.map((one) => plainly(one, 60))),
    post.submissions.map((number) => `#${number}`).join(" "),
  ];
  return `| ${cells.join(" | ")} |`;
}

function deskWarning(findings: readonly Finding[]): string {
  const shown = findings.slice(0, 5).map((finding) => `> - line ${finding.place.line}: ${plainly(finding.message, 300)}`);
  return [
    "> The desk file `.github/presstime.yml` on the default branch has errors. Presstime still uses its last version without errors. Correct these lines:",
    ...shown,
  ].join("\n");
}
