/** What is still missing before a post can go live, in one short sentence each. */
import type { Finding } from "../facts/finding.js";
import type { OpenConversation } from "../facts/open-conversations.js";
import type { Company, Missing } from "../stage.js";
import { quoted } from "../text/quoted.js";
import { atWallTime, sayDay, sayWhen, timeOf, type Day, type Zone } from "../time/zone.js";
import { counted, listed, sayChoice } from "./phrases.js";
import { plainly } from "./plainly.js";
import { sayWithout } from "./going-live.js";

export function sayMissing(missing: Missing, zone: Zone): string {
  switch (missing.kind) {
    case "held":
      return `${missing.by} holds it${because(missing.why)}; \`/unhold\` lets it go on`;
    case "dropped":
      return `${missing.by} dropped it${because(missing.why)}; \`/unhold\` takes that back`;
    case "no pull request":
      return `no pull request adds it yet${sayEnded(missing)}`;
    case "namesakes":
      return missing.paths.length === 1
        ? `${quoted(missing.paths[0] ?? "")} has the same name, but is another post: it is older than the promise, or somebody else added it. If it is this post, say so in the plan with ${quoted(`path: ${missing.paths[0] ?? ""}`, 200)}`
        : `${listed(missing.paths.slice(0, 3).map((path) => quoted(path)))} have the same name, but are other posts: they are older than the promise, or somebody else added them. If one of them is this post, say so in the plan with \`path:\` and that file`;
    case "went live":
      return `it went live ${sayWithout(missing.without, zone)}`;
    case "draft":
      return sayDraft(missing.title);
    case "decision":
      return `the coordinator has to decide: it missed ${listed(missing.missed.map((at) => `${sayDay(at, zone)} ${timeOf(at, zone)}`))} and nobody worked on it. ${sayChoice(missing.slug)}`;
    case "unreadable":
      return `${counted(missing.errors, "error")} to fix, shown by the check \`presstime/lint\``;
    case "changes":
      return `the changes that ${listed(missing.by)} asked for`;
    case "comments":
      return `an answer to the comments of ${listed(missing.by)}: once the writer has replied here or pushed, ${missing.by.length === 1 ? "they are" : "all of them are"} asked again`;
    case "conversations":
      return `${sayOpenConversations(missing.open)}: answer, then press “Resolve conversation”. It goes live after that`;
    case "look again":
      return `another look by ${listed(missing.by)}: ${missing.changed.length > 0 ? `${sayPaths(missing.changed)} changed since` : "nobody can tell what has changed since"}`;
    case "approvals":
      return `${counted(missing.needed, "approval")} by somebody who is not one of its authors (${missing.got} so far)${missing.asked.length > 0 ? `; asked: ${listed(missing.asked)}` : ""}`;
    case "not counted":
      return `the review by ${missing.login} does not count: ${missing.changed ? `approved before ${sayPaths(missing.changed)} changed` : missing.why}`;
    case "nobody to ask":
      return `a reviewer is missing. ${missing.why} A coordinator can name one with \`/cc @person\``;
    case "away":
      return sayAway(missing, zone);
    case "nobody to write":
      return missing.named.length === 0
        ? "nobody is named to write it: a coordinator can name somebody in the plan, or say `/drop`"
        : `nobody can be asked to write it: ${listed(missing.named.map((one) => plainly(one, 60)))} cannot be reached here; a coordinator can name somebody of the desk in the plan, or say \`/drop\``;
    case "no coordinator":
      return missing.back
        ? `no coordinator is there; ${missing.back.login} is back first, after ${sayLast(missing.back.until, zone)}`
        : "the desk names no coordinator; add one under `coordinators` in `.github/presstime.yml`";
    case "conflicts":
      return "the branch conflicts with the default branch and cannot be merged";
    case "unpublished flag":
      return `${quoted(missing.says, 60)} in line ${missing.line} of ${quoted(missing.path, 120)} hides it from readers; change it or remove the line`;
    case "would not show":
      return `readers would not see it: ${plainly(missing.why, 300)}. ${sayWayOut(missing.way)}`;
    case "fork gone":
      return "the fork it came from was deleted: nobody can push to this pull request any more";
    case "too many files":
      return "GitHub lists only the first 3,000 files of this pull request; posts beyond them are not seen";
    case "waits for":
      return `${slugs(missing.slugs)} must be live first`;
    case "waits in vain":
      return `it waits for ${slugs(missing.slugs)}, which will not come any more: a coordinator can take that out of \`after\` in the plan (\`/undo\` where it was said with \`/after\`), or say ${listed(
        missing.slugs.slice(0, 3).map((slug) => `\`/unhold ${slug}\``),
        "or",
      )} to have it back`;
    case "embargo":
      return `it may not go live before ${sayWhen(missing.until, zone)}`;
    case "freeze":
      return `nothing goes live during the freeze${because(missing.why)}, which ends ${sayWhen(missing.to, zone)}`;
    case "checks":
      return CHECKS[missing.verdict];
    case "not mergeable":
      return missing.is === "unknown"
        ? "GitHub is still working out whether it can be merged"
        : `GitHub refuses to merge it now${missing.is === "behind" ? ": its branch is behind the default branch" : ", by the rules of the default branch"}`;
    case "missed":
      return `it missed its slot of ${sayWhen(missing.at, zone)}: nothing could be published then; \`/slot WHEN\` gives it another, or a coordinator merges it`;
    case "together":
      return `it goes live together with ${slugs(missing.slugs)}${missing.at === null ? "" : `, on ${sayWhen(missing.at, zone)}`}`;
    case "set":
      return missing.live.length > 0
        ? `${slugs(missing.live)} of the same set ${missing.live.length === 1 ? "is" : "are"} live, but ${slugs(missing.slugs)} cannot go yet`
        : `it goes live together with ${slugs(missing.slugs)}, which ${missing.slugs.length === 1 ? "is" : "are"} not ready`;
    case "no slot":
      return "the calendar has no slot left for it; a coordinator can give it one with `/slot WHEN`";
    case "dated":
      return `it waits for the day that its text asks for, ${sayDay(missing.from, zone)}`;
    case "dated later":
      return `its text is dated ${sayDay(missing.from, zone)}, after its slot: write the day of the slot, or \`/slot WHEN\` gives it another`;
    case "date unclear":
      return `its text says ${quoted(missing.says, 60)}, which is no date of the calendar: write the day on which it goes live`;
    case "beside":
      return `#${missing.pull} also adds ${nameOf(missing)}${sayBeside(missing.which, missing.slug, zone)}`;
    case "slot":
      return missing.merges
        ? `it will be merged on ${sayWhen(missing.at, zone)}`
        : `it may go on ${sayDay(missing.at, zone)}, and the coordinator will be told`;
    case "may go":
      return `it may go now${missing.coordinators.length > 0 ? `, and ${listed(missing.coordinators)} can merge it` : ""}`;
    case "refused":
      return `GitHub refused ${missing.what}: ${plainly(missing.why, 300)}`;
  }
}

/** Whatever it is, a slot to which the text fits is a way out too. */
function sayWayOut(way: Extract<Missing, { readonly kind: "would not show" }>["way"]): string {
  const mend =
    way === null ? "Change that" : way.kind === "rename" ? `Rename the file to ${quoted(way.to, 200)}` : `Write ${quoted(way.to, 120)}`;
  return `${mend}, or \`/slot WHEN\` gives it a slot that fits`;
}

function sayDraft(title: Extract<Missing, { readonly kind: "draft" }>["title"]): string {
  if (!title) return "the pull request is a draft; press “Ready for review” when it is";
  const begins = `title begins with ${quoted(title.says, 60)}`;
  return title.alone
    ? `the pull request counts as a draft: its ${begins}. Take that out of the title when the post is ready for review`
    : `the pull request is a draft, and its ${begins}. When the post is ready for review, take that out of the title and press “Ready for review”`;
}

/** What a check says of a line, in the notice: `line 3: Unexpected date 2014-07-30, expected …`. */
export function sayRemark({ message, place: { line, column } }: Finding): string {
  return `${line === 1 && column === 1 ? "" : `line ${line}: `}${plainly(message, 300)}`;
}

/** Of an approval, in a list of what one may want to set. */
export function sayToSettle(open: readonly OpenConversation[]): string {
  return `${sayOpenConversations(open)}: when ${open.length === 1 ? "it is" : "they are"} settled, press “Resolve conversation”`;
}

/** `2 open conversations, begun by djs55 and avsm, on …` */
function sayOpenConversations(open: readonly OpenConversation[]): string {
  const by = [...new Set(open.map((one) => one.by))];
  return `${counted(open.length, "open conversation")}, begun by ${listed(by)}, on ${sayPaths([...new Set(open.map(({ path }) => path))])}`;
}

/** Starts with what joins it to the post. */
function sayBeside(which: Company, slug: string, zone: Zone): string {
  switch (which.kind) {
    case "held":
      return `, which ${which.by} holds: take it out of this pull request, or \`/unhold ${slug}\` lets both go on`;
    case "dropped":
      return `, which ${which.by} dropped: take it out of this pull request, or \`/unhold ${slug}\` takes that back`;
    case "led":
      return which.by === null
        ? ", which is live already: take it out of this pull request"
        : `, but #${which.by} adds the same post and counts: take it out of this pull request, or close #${which.by}`;
    case "not ready":
      return ", which is not ready, and one merge publishes both; in a pull request of its own this one could go live alone";
    case "waits":
      return `, and one merge publishes both: ${sayMissing(which.missing, zone)}`;
  }
}

/** A change to a live post is known by that post's slug with the number of its pull request. */
function nameOf({ slug, correction }: Extract<Missing, { readonly kind: "beside" }>): string {
  return correction ? `a change to \`${slug.replace(/#[^#]*$/u, "")}\`` : `\`${slug}\``;
}

/** What was merged was not closed without merging, though it is gone. */
function sayEnded({ closed, takenOff }: Extract<Missing, { readonly kind: "no pull request" }>): string {
  const were = (numbers: readonly number[], what: string) =>
    numbers.length > 0 ? [`${listed(numbers.map((n) => `#${n}`))} ${numbers.length === 1 ? "was" : "were"} ${what}`] : [];
  const said = [...were(takenOff, "merged and taken off the site again"), ...were(closed, "closed without merging")];
  return said.length > 0 ? ` (${said.join("; ")})` : "";
}

function sayAway({ login, until, as }: Extract<Missing, { readonly kind: "away" }>, zone: Zone): string {
  const gone = until === null ? `${login} has left the desk` : `${login} is away until ${sayLast(until, zone)}`;
  return as === "writer"
    ? `${gone}: a coordinator can ask somebody else to write it, give it another day with \`/slot\`, or say \`/drop\``
    : `${gone} and asked for changes, which have been made since: a coordinator can look at them and dismiss that review`;
}

/** The last day of a leave. */
function sayLast(day: Day, zone: Zone): string {
  return sayDay(atWallTime(day, "12:00", zone), zone);
}

function because(why: string): string {
  return why === "" ? "" : ` (“${plainly(why, 200)}”)`;
}

const CHECKS = {
  failing: "other checks fail on it; it goes live once they pass",
  running: "other checks are still running on it; it goes live once they pass",
  overdue: "other checks should have ended long ago; it goes live once they pass",
} as const;

/** Paths beyond these are only counted. */
const MOST_PATHS = 3;

function sayPaths(all: readonly string[]): string {
  const more = all.length - MOST_PATHS;
  return listed([...all.slice(0, MOST_PATHS).map((path) => quoted(path, 120)), ...(more > 0 ? [counted(more, "other file")] : [])]);
}

/** Posts beyond these are only counted. */
const MOST_SLUGS = 10;

function slugs(all: readonly string[]): string {
  const more = all.length - MOST_SLUGS;
  return listed([...all.slice(0, MOST_SLUGS).map((slug) => `\`${slug}\``), ...(more > 0 ? [`${more} more`] : [])]);
}
