/** What is still missing before a post can go live, in one short sentence each. */
import type { Finding } from "../facts/finding.js";
import type { OpenConversation } from "../facts/open-conversations.js";
import type { Missing } from "../stage.js";
import { quoted } from "../text/quoted.js";
import { atWallTime, sayDay, sayWhen, timeOf, type Day, type Zone } from "../time/zone.js";
import { counted, listed, sayChoice } from "./phrases.js";
import { plainly } from "./plainly.js";
import { sayWithout } from "./going-live.js";

export function sayMissing(missing: Missing, zone: Zone): string {
  switch (missing.kind) {
    case "held":
      return `${missing.by} put it on hold${because(missing.why)}; \`/unhold\` ends the hold`;
    case "dropped":
      return `${missing.by} took it out of the campaign with \`/drop\`${because(missing.why)}; \`/unhold\` brings it back`;
    case "no pull request":
      return `no pull request adds it ${missing.takenOff.length > 0 ? "now" : "yet"}${sayEnded(missing)}`;
    case "namesakes":
      return missing.paths.length === 1
        ? `the file ${quoted(missing.paths[0] ?? "")} has the same name, but I do not count it as this post: it existed before the post was planned, or somebody who is not an author added it. If it is this post, add ${quoted(`path: ${missing.paths[0] ?? ""}`, 200)} to the post in \`.github/presstime.yml\``
        : `the files ${listed(missing.paths.slice(0, 3).map((path) => quoted(path)))} have the same name, but I do not count them as this post: they existed before the post was planned, or somebody who is not an author added them. If one of them is this post, add \`path:\` and that file to the post in \`.github/presstime.yml\``;
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
      return `an answer to the comments of ${listed(missing.by)}. The writer replies here or pushes a change; then I ask ${listed(missing.by)} for a review again`;
    case "conversations":
      return `${sayOpenConversations(missing.open)}: answer, then press “Resolve conversation”. The post goes live after that`;
    case "look again":
      return `another review by ${listed(missing.by)}: ${missing.changed.length > 0 ? `${sayPaths(missing.changed)} changed after the last review` : "GitHub cannot show what has changed after the last review"}`;
    case "approvals":
      return `${counted(missing.needed, "approval")} by somebody who is not one of its authors (${missing.got} so far)${missing.asked.length > 0 ? `; asked: ${listed(missing.asked)}` : ""}`;
    case "teams":
      return `GitHub has asked ${counted(missing.count, "team")} too${missing.codeOwner ? ", because CODEOWNERS names it" : ""}: a review by a member counts like any other`;
    case "code owners":
      return `the rules of the branch ask for an approval by a code owner: ${sayOwners(missing)}`;
    case "not counted":
      return missing.changed
        ? `the approval by ${missing.login} does not count any more: ${sayPaths(missing.changed)} changed after it`
        : `the review by ${missing.login} does not count, because ${missing.why}`;
    case "nobody to ask":
      return `a reviewer is missing. ${missing.why} A coordinator can name one with \`/cc @person\``;
    case "away":
      return sayAway(missing, zone);
    case "nobody to write":
      return missing.named.length === 0
        ? "the post has no author: a coordinator can add one to `byline` in the plan, or write `/drop`"
        : `I cannot remind an author: ${listed(missing.named.map((one) => plainly(one, 60)))} ${missing.named.length === 1 ? "is" : "are"} not on the desk. A coordinator can add ${missing.named.length === 1 ? "this person" : "them"} to \`people\` in the desk file, choose another author, or write \`/drop\``;
    case "no coordinator":
      return missing.back
        ? `all coordinators are away; ${missing.back.login} is the first to return, after ${sayLast(missing.back.until, zone)}`
        : "the desk has no coordinator; add one under `coordinators` in `.github/presstime.yml`";
    case "conflicts":
      return "the branch conflicts with the default branch and cannot be merged";
    case "unpublished flag":
      return `${quoted(missing.says, 60)} in line ${missing.line} of ${quoted(missing.path, 120)} hides it from readers; change it or remove the line`;
    case "would not show":
      return `readers would not see it at its slot: ${plainly(missing.why, 300)}. ${sayWayOut(missing.way)}`;
    case "fork gone":
      return "the fork of this pull request was deleted, so nobody can change it. Open a new pull request with the post";
    case "too many files":
      return "GitHub lists only the first 3,000 files of this pull request, so I may not see all posts. Put the posts into a smaller pull request";
    case "not read yet":
      return "I have not read all of its pull request yet; I go on by myself";
    case "too many posts":
      return `this pull request brings ${missing.read + missing.unread} posts, and I read only ${missing.read} posts of one pull request. Nobody has checked the other ${missing.unread}: put them into further pull requests`;
    case "waits for":
      return `${slugs(missing.slugs)} must be live first`;
    case "waits in vain":
      return `it must go live after ${slugs(missing.slugs)}, but ${missing.slugs.length === 1 ? "that post was dropped or is" : "these posts were dropped or are"} not in the plan. A coordinator can remove ${slugs(missing.slugs)} from \`after\` in the plan (or write \`/undo\` where somebody wrote \`/after\`), or bring ${missing.slugs.length === 1 ? "the post" : "the posts"} back with ${listed(
        missing.slugs.slice(0, 3).map((slug) => `\`/unhold ${slug}\``),
      )}`;
    case "embargo":
      return `it may not go live before ${sayWhen(missing.until, zone)}`;
    case "freeze":
      return `nothing goes live during the freeze${because(missing.why)}, which ends ${sayWhen(missing.to, zone)}`;
    case "checks":
      return CHECKS[missing.verdict];
    case "queued":
      return "it is in the merge queue of the branch; GitHub merges it from there, and nobody has to do anything";
    case "not mergeable":
      return missing.is === "unknown"
        ? "GitHub has not finished checking whether it can be merged; nobody has to do anything"
        : "GitHub does not allow the merge: the branch of the pull request is behind the default branch. Press “Update branch”";
    case "missed":
      return `it did not go live at its slot of ${sayWhen(missing.at, zone)}, because Presstime or GitHub was not available then. A coordinator merges it, or gives it another slot with \`/slot WHEN\``;
    case "together":
      return `it goes live together with ${slugs(missing.slugs)}${missing.at === null ? "" : `, on ${sayWhen(missing.at, zone)}`}`;
    case "set":
      return missing.live.length > 0
        ? `${slugs(missing.live)} of the same campaign ${missing.live.length === 1 ? "is" : "are"} live, but ${slugs(missing.slugs)} cannot go live yet`
        : `it goes live together with ${slugs(missing.slugs)}, which ${missing.slugs.length === 1 ? "is" : "are"} not ready`;
    case "no slot":
      return "no slot is free; a coordinator can give it one with `/slot WHEN`";
    case "dated":
      return `the date in its text is ${sayDay(missing.from, zone)}; it waits for that day`;
    case "dated later":
      return `the date in its text is ${sayDay(missing.from, zone)}, which is after its slot: write the day of the slot, or choose a later slot with \`/slot WHEN\``;
    case "date unclear":
      return `the date ${quoted(missing.says, 60)} in its text does not exist: write the day of its slot`;
    case "beside":
      return `#${missing.pull} also adds ${nameOf(missing)}${sayBeside(missing, zone)}`;
    case "slot":
      return missing.merges
        ? `it will be merged on ${sayWhen(missing.at, zone)}`
        : `it can be merged from ${sayDay(missing.at, zone)} on; then I ask a coordinator to merge it`;
    case "may go":
      return `it can go live now${missing.coordinators.length > 0 ? `: ${listed(missing.coordinators, "or")} can merge it` : ": a coordinator can merge it"}`;
    case "refused":
      return `GitHub refused ${missing.what}: ${plainly(missing.why, 300)}`;
  }
}

/** Whatever it is, a slot to which the text fits is a way out too. */
function sayWayOut(way: Extract<Missing, { readonly kind: "would not show" }>["way"]): string {
  const fix =
    way === null ? "Correct it" : way.kind === "rename" ? `Rename the file to ${quoted(way.to, 200)}` : `Write ${quoted(way.to, 120)}`;
  return `${fix}, or choose another slot with \`/slot WHEN\``;
}

function sayOwners({ people, teams }: Extract<Missing, { readonly kind: "code owners" }>): string {
  const asked = [...people, ...(teams > 0 ? [`somebody of the ${counted(teams, "team")} that GitHub has asked`] : [])];
  return listed(asked, "or");
}

function sayDraft(title: Extract<Missing, { readonly kind: "draft" }>["title"]): string {
  if (!title) return "the pull request is a draft; press “Ready for review” when the post is ready";
  const begins = `title begins with ${quoted(title.says, 60)}`;
  return title.alone
    ? `the pull request counts as a draft: its ${begins}. Take that out of the title when the post is ready for review`
    : `the pull request is a draft, and its ${begins}. When the post is ready for review, take that out of the title and press “Ready for review”`;
}

/** What a check says of a line, in the notice: `line 3: Unexpected date 2014-07-30, expected …`. */
export function sayRemark({ message, place: { line, column } }: Finding): string {
  return `${line === 1 && column === 1 ? "" : `line ${line}: `}${plainly(message, 300)}`;
}

/** Of an approval, in a list of what one may want to correct. */
export function sayToSettle(open: readonly OpenConversation[]): string {
  return `${sayOpenConversations(open)}: when you agree, press “Resolve conversation”`;
}

/** `2 open conversations that djs55 and avsm started on …` */
function sayOpenConversations(open: readonly OpenConversation[]): string {
  const by = [...new Set(open.map((one) => one.by))];
  return `${counted(open.length, "open conversation")} that ${listed(by)} started on ${sayPaths([...new Set(open.map(({ path }) => path))])}`;
}

/** Starts with what joins it to the post. */
function sayBeside({ which, slug, correction }: Extract<Missing, { readonly kind: "beside" }>, zone: Zone): string {
  const it = correction ? "that change" : `\`${slug}\``;
  switch (which.kind) {
    case "held":
      return `, which ${which.by} put on hold: remove ${it} from this pull request, or end the hold with \`/unhold ${slug}\``;
    case "dropped":
      return `, which ${which.by} dropped: remove ${it} from this pull request, or bring it back with \`/unhold ${slug}\``;
    case "led":
      return which.by === null
        ? `, which is live already: remove ${it} from this pull request`
        : `, but Presstime uses #${which.by} for it: remove ${it} from this pull request, or close #${which.by}`;
    case "not ready":
      return ", which is not ready, and one merge publishes both. To publish this post alone, move it to its own pull request";
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
  const said = [...were(takenOff, "merged; later the post was removed from the site"), ...were(closed, "closed without merging")];
  return said.length > 0 ? ` (${said.join("; ")})` : "";
}

function sayAway({ login, until, as }: Extract<Missing, { readonly kind: "away" }>, zone: Zone): string {
  const gone = until === null ? `${login} is not on the desk any more` : `${login} is away until ${sayLast(until, zone)}`;
  return as === "writer"
    ? `${gone}: a coordinator can ask somebody else to write it, give it another slot with \`/slot\`, or write \`/drop\``
    : `${login} asked for changes and ${until === null ? "is not on the desk any more" : `is away until ${sayLast(until, zone)}`}. The changes have been made: a coordinator can check them and dismiss the review by ${login}`;
}

/** The last day of a leave. */
function sayLast(day: Day, zone: Zone): string {
  return sayDay(atWallTime(day, "12:00", zone), zone);
}

function because(why: string): string {
  return why === "" ? "" : ` (“${plainly(why, 200)}”)`;
}

const CHECKS = {
  failing: "other checks fail; correct what they report. It goes live when they pass",
  running: "other checks are still running; it goes live when they pass",
  overdue: "other checks are still running after a long time: check whether they hang, and start them again",
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
