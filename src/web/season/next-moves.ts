/** What the coordinator should do next: the most pressing moves, in order, each with its reason. */
import type { JudgedPost, JudgedSlot } from "../../desk/judged.js";
import type { Instant } from "../../desk/time/zone.js";
import type { View } from "../../view.js";
import { personName } from "../people-names.js";

/** A move about one post; `post` is null for one about the desk file or a campaign. */
interface NextMove {
  readonly post: JudgedPost | null;
  /** In the imperative: `Ask Thomas Leonard for the draft`. */
  readonly what: string;
  readonly why: string | null;
}

/** Smaller is more pressing; Infinity needs nobody. */
function urgency(post: JudgedPost): number {
  if (post.live?.without && post.live.without.length > 0) return 0;
  if (post.stage === "live" || post.stage === "dropped") return Infinity;
  const coordinator = post.turn === "coordinator";
  if (post.stage === "due" && coordinator) return 1;
  const late = post.slot ? LATE.indexOf(post.slot.lateness) : -1;
  if (late === 0 || late === 1) return 2 + late;
  if (coordinator) return 4;
  if (late !== -1) return 3 + late;
  if (post.stage === "held") return 7;
  return post.translates || (post.promised && post.byline.length > 0) ? Infinity : 8;
}

/** Late in the order of how much it matters. */
const LATE: readonly JudgedSlot["lateness"][] = ["past the deadline", "slot missed", "review late", "draft late"];

export function nextMoves(view: View, limit: number): readonly NextMove[] {
  const wrong = view.deskFindings.filter(({ severity }) => severity === "error").length;
  const desk: NextMove[] =
    wrong === 0
      ? []
      : [
          {
            post: null,
            what: "Fix the desk file",
            why: `${wrong === 1 ? "One error stops" : `${wrong} errors stop`} the desk file from taking effect. Presstime uses the last version without errors until you correct ${wrong === 1 ? "it" : "them"}.`,
          },
        ];
  const pressing = view.plan.posts.filter((post) => urgency(post) < Infinity);
  const ordered = pressing.sort((a, b) => urgency(a) - urgency(b) || comparePosts(a, b) || (a.slug < b.slug ? -1 : 1));
  return [...desk, ...conflicts(view), ...ordered.map((post) => ({ post, what: moveFor(post, view), why: whyNow(post, view) }))].slice(
    0,
    limit,
  );
}

/** What cannot be done comes first of all: every other move only moves it on. */
function conflicts({ plan }: View): readonly NextMove[] {
  return plan.campaigns.flatMap(({ name, conflict }) => {
    if (!conflict) return [];
    const [way] = conflict.waysOut;
    return [
      {
        post: null,
        what: `Decide what to change in ${name}`,
        why: way ? `${conflict.says} The smallest change that helps: ${way}` : conflict.says,
      },
    ];
  });
}

/** Earlier slots first, posts without one last. */
export function comparePosts(a: JudgedPost, b: JudgedPost): number {
  const when = (post: JudgedPost): Instant | "~" => post.live?.at ?? post.slot?.at ?? "~";
  return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0;
}

/** How late it is, what it lacks, and which of the coordinators is there. */
function whyNow({ slot, reasons, stage, turn, waitingFor }: JudgedPost, view: View): string | null {
  const late = slot && slot.lateness !== "on time" && stage !== "due" ? slot.lateness : null;
  const whose = turn === "coordinator" && waitingFor.length > 0 ? `waiting for ${sayNames(waitingFor, view)}` : null;
  const said = [late, reasons[0]?.replace(/^nothing: /, ""), whose].filter((words) => words !== null && words !== undefined);
  return said.join("; ") || null;
}

function moveFor(post: JudgedPost, view: View): string {
  if (post.stage === "live") return "Read the text, or remove it from the site";
  if (!post.promised && !post.translates && post.turn !== "coordinator")
    return "Add it to the plan if it belongs there, or write /post SLUG if the plan has it under another name";
  if (post.needsDecision) return "Decide: drop it, give it a new slot, or move the deadline";
  const who = sayNames(post.waitingFor, view);
  switch (post.stage) {
    case "promised":
      if (post.byline.length === 0) return "Find somebody to write it";
      return post.turn === "coordinator" ? "Find somebody else to write it" : `Ask ${who || sayNames(post.byline, view)} for the draft`;
    case "in progress":
      return who && post.turn === "byline" ? `Ask ${who} when the draft will be ready` : "Find somebody to continue it";
    case "in review":
      return who && post.turn === "reviewer" ? `Ask ${who} for the review` : "Find a reviewer";
    case "sent back":
      return who && post.turn === "byline" ? `Ask ${who} to answer the review` : "Find somebody to answer the review";
    case "approved":
      return post.turn === "coordinator" ? "Find out why it cannot go live" : "Prepare to publish it";
    case "due":
      return "Publish it";
    case "held":
      return "End the hold (/unhold), or drop the post (/drop)";
    case "dropped":
      return "Nothing";
  }
}

function sayNames(logins: readonly string[], view: View): string {
  const names = logins.map((login) => personName(view.people, login));
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}` : (names[0] ?? "");
}
