/** Why not all posts of a campaign can be in time, and what would help, in words. */
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

/** `Only 3 slots are left before the deadline, Mon 14 July, and 5 posts need one each: a, b, c, d and e.` */
function sayBottleneck(bottleneck: Bottleneck, deadline: Instant, zone: Zone): string {
  const posts = counted(bottleneck.slugs.length, "post");
  const before = `before the deadline, ${sayDay(deadline, zone)}`;
  switch (bottleneck.kind) {
    case "slots": {
      const need = bottleneck.slugs.length === 1 ? "needs one" : "need one each";
      const left = bottleneck.slots === 0 ? "No slot is left" : `Only ${counted(bottleneck.slots, "slot is", "slots are")} left`;
      return `${left} ${before}, and ${posts} ${need}: ${named(bottleneck.slugs)}.`;
    }
    case "crowd": {
      const name = quoted(bottleneck.name);
      const these = `${posts} (${named(bottleneck.slugs)})`;
      const whose = bottleneck.of === "byline" ? `${name} is an author of ${these}` : `${these} are about ${name}`;
      return `${whose}. Only ${bottleneck.fit} of them can go live ${before}, because ${sayRule(bottleneck)}.`;
    }
    case "embargo":
      return `${named(bottleneck.slugs)} ${bottleneck.slugs.length === 1 ? "has" : "have"} an embargo until ${sayWhen(bottleneck.until, zone)}, which is after the deadline.`;
    case "by hand":
      return `Somebody gave ${posts} a slot after the deadline: ${named(bottleneck.slugs)}.`;
    case "mixed":
      return `Not all posts can go live before the deadline, because of the order of the posts, their embargoes and the required days between posts. Late: ${named(bottleneck.slugs)}.`;
  }
}

/** `the desk allows at most 2 posts of one author in any 7 days`. */
function sayRule({ of, most, days }: Extract<Bottleneck, { readonly kind: "crowd" }>): string {
  if (of === "beat") return `the desk wants at least ${counted(days, "day")} between posts about one subject (beat)`;
  return `the desk allows at most ${counted(most, "post")} of one author in any ${counted(days, "day")}`;
}

function named(slugs: readonly string[]): string {
  const first = slugs.slice(0, MOST_NAMED).map((slug) => quoted(slug, 120));
  return slugs.length > MOST_NAMED ? `${first.join(", ")} and ${slugs.length - MOST_NAMED} more` : listed(first);
}

/** `left`: posts that would still be late, of the `late` that are. */
function sayRemedy(remedy: Remedy, { left, late }: { readonly left: number; readonly late: number }, zone: Zone): string {
  const then =
    left === 0 ? "all posts can go live before the deadline" : `${counted(left, "post is", "posts are")} late instead of ${late}`;
  return `If you ${sayChange(remedy, zone)}, ${then}.`;
}

function sayChange(remedy: Remedy, zone: Zone): string {
  switch (remedy.kind) {
    case "slots added":
      return `add ${remedy.at.length === 1 ? "one more slot" : `${remedy.at.length} more slots`}, ${listed(remedy.at.map((at) => sayWhen(at, zone)))}`;
    case "let go":
      return `cancel the slot that somebody chose for \`${remedy.slug}\`, ${sayWhen(remedy.at, zone)}`;
    case "freeze lifted":
      return `remove the freeze${remedy.why ? ` (${quoted(remedy.why)})` : ""}`;
    case "spread lifted":
      return remedy.of === "byline"
        ? "let posts of one author be closer together (`calendar.byline` in the desk file)"
        : "let posts about one subject (beat) be closer together (`calendar.beat_gap` in the desk file)";
    case "deadline moved":
      return `move the deadline to ${sayWhen(remedy.to, zone)}`;
    case "dropped":
      return `drop ${quoted(remedy.slug, 120)}`;
  }
}
