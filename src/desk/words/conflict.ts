/** Why not all posts of a campaign can be in time, and what would mend it, in words. */
import type { Conflict } from "../judged.js";
import type { FoundConflict } from "../outlook/conflicts.js";
import type { Remedy } from "../outlook/remedies.js";
import { quoted } from "../text/quoted.js";
import { sayDay, sayWhen, type Instant, type Zone } from "../time/zone.js";
import { counted, listed } from "./phrases.js";

type Bottleneck = FoundConflict["bottleneck"];

/** Slugs beyond these are only counted. */
const MOST_NAMED = 8;

/** `deadline` is the campaign's; times are said in the desk's zone. */
export function sayConflict({ bottleneck, late, waysOut, until }: FoundConflict, deadline: Instant, zone: Zone): Conflict {
  return {
    says: sayBottleneck(bottleneck, deadline, zone),
    slugs: bottleneck.slugs,
    waysOut: waysOut.map(({ remedy, left }) => sayRemedy(remedy, { left, late }, zone)),
    ...(until && { until }),
  };
}

/** `5 posts need the 3 slots before Mon 14 July: a, b, c, d and e.` */
function sayBottleneck(bottleneck: Bottleneck, deadline: Instant, zone: Zone): string {
  const posts = counted(bottleneck.slugs.length, "post");
  const before = `before the deadline, ${sayDay(deadline, zone)}`;
  switch (bottleneck.kind) {
    case "slots": {
      const need = bottleneck.slugs.length === 1 ? "needs" : "need";
      if (bottleneck.slots === 0) return `No slot is left ${before}, for ${posts}: ${named(bottleneck.slugs)}.`;
      return `${posts} ${need} the ${counted(bottleneck.slots, "slot")} ${before}: ${named(bottleneck.slugs)}.`;
    }
    case "crowd": {
      const whose = bottleneck.of === "byline" ? `${posts} by ${quoted(bottleneck.name)}` : `${posts} on ${quoted(bottleneck.name)}`;
      return `Of ${whose} only ${bottleneck.fit} can be out ${before}, since ${sayRule(bottleneck)}: ${named(bottleneck.slugs)}.`;
    }
    case "embargo":
      return `${named(bottleneck.slugs)} may not go out before ${sayWhen(bottleneck.until, zone)}, which is past the deadline.`;
    case "by hand":
      return `${posts} ${bottleneck.slugs.length === 1 ? "was" : "were"} put past the deadline by hand: ${named(bottleneck.slugs)}.`;
    case "mixed":
      return `The order of the posts, their embargoes and the rules for the distance between them do not allow all to be in time; late: ${named(bottleneck.slugs)}.`;
  }
}

/** `at most 2 posts of one byline are out in any 7 days`. */
function sayRule({ of, most, days }: Extract<Bottleneck, { readonly kind: "crowd" }>): string {
  if (of === "beat") return `posts on one beat are at least ${counted(days, "day")} apart`;
  return `at most ${counted(most, "post")} of one byline ${most === 1 ? "is" : "are"} out in any ${counted(days, "day")}`;
}

function named(slugs: readonly string[]): string {
  const first = slugs.slice(0, MOST_NAMED).map((slug) => quoted(slug, 120));
  return slugs.length > MOST_NAMED ? `${first.join(", ")} and ${slugs.length - MOST_NAMED} more` : listed(first);
}

/** `left`: posts that would still be late, of the `late` that are. */
function sayRemedy(remedy: Remedy, { left, late }: { readonly left: number; readonly late: number }, zone: Zone): string {
  return `${sayChange(remedy, zone)} ${left === 0 ? "would be enough" : `would leave ${left} late instead of ${late}`}.`;
}

function sayChange(remedy: Remedy, zone: Zone): string {
  switch (remedy.kind) {
    case "slots added":
      return `${remedy.at.length === 1 ? "One more slot" : `${remedy.at.length} more slots`}, ${listed(remedy.at.map((at) => sayWhen(at, zone)))},`;
    case "let go":
      return `Giving up the slot that \`${remedy.slug}\` was given by hand, ${sayWhen(remedy.at, zone)},`;
    case "freeze lifted":
      return `Lifting the freeze${remedy.why ? ` (${quoted(remedy.why)})` : ""}`;
    case "spread lifted":
      return remedy.of === "byline"
        ? "Letting one byline have its posts closer together"
        : "Letting posts on one beat stand closer together";
    case "deadline moved":
      return `A deadline of ${sayWhen(remedy.to, zone)}`;
    case "dropped":
      return `Dropping ${quoted(remedy.slug, 120)}`;
  }
}
