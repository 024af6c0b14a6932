/** The agenda in words, as plain text: one line for an occasion, and the few sentences that a calendar shows beneath it. */
import type { Occasion } from "../outlook/agenda.js";
import { sayWhen, type Zone } from "../time/zone.js";
import { slipOf } from "../tracking/slip.js";
import { listed } from "./phrases.js";
import { saySlot } from "./slip.js";

/** `Draft due: Introducing Irmin`, `Live: …`, `Deadline: OSCON 2014`. */
export function sayOccasion({ kind, standing, post, campaign }: Occasion): string {
  if (!post) return `Deadline: ${campaign ?? ""}`;
  switch (kind) {
    case "draft by":
      return `Draft due: ${post.title}`;
    case "review by":
      return `Review due: ${post.title}`;
    case "slot":
    case "deadline":
      return `${standing === "live" ? "Live" : standing === "called off" ? "Dropped" : "Goes live"}: ${post.title}`;
  }
}

/** Lines; `nameOf` turns a login into a name. */
export function describeOccasion(occasion: Occasion, zone: Zone, nameOf: (login: string) => string): readonly string[] {
  const { at, post, campaign } = occasion;
  const when = `${sayWhen(at, zone)}.`;
  if (!post) return [when, "This is the deadline: all posts of the campaign should be live before it."];
  const slip = slipOf(post, zone);
  const moved = slip && slip.moves > 0 ? saySlot(post, zone) : null;
  const stopped = post.stopped ? `${nameOf(post.stopped.by)}${post.stopped.why === "" ? "" : `: ${post.stopped.why}`}` : null;
  return [
    when,
    ...(post.byline.length > 0 ? [`By ${listed(post.byline.map(nameOf))}.`] : []),
    `${post.stage.charAt(0).toUpperCase()}${post.stage.slice(1)}${stopped ? ` by ${stopped}` : ""}.`,
    ...(post.asked.length > 0 ? [`Asked to review: ${listed(post.asked.map(({ login }) => nameOf(login)))}.`] : []),
    ...(moved ? [`Its slot: ${moved}.`] : []),
    ...(campaign === null ? [] : [`Campaign: ${campaign}.`]),
  ];
}
