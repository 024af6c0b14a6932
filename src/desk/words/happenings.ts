/** Happenings: each effect in the past tense, for the page that tells what was done last. */
import type { Announce, Effect } from "../effect.js";
import { isInQueue } from "../facts/merge-queue.js";
import { isUnassignable } from "../facts/unassignable.js";
import { sayDay, timeOf, type Instant, type Zone } from "../time/zone.js";
import { counted, listed } from "./phrases.js";

/** Plain text, no Markdown. `refused` is GitHub's reason when it would not have it. */
export function sayDone(effect: Effect, refused: string | null, zone: Zone): string {
  if (effect.kind === "merge" && isInQueue(refused)) return `added #${effect.pull} to the merge queue of the branch`;
  if (isUnassignable(refused)) return "";
  return refused === null
    ? sayEffect(effect, zone, "done")
    : `could not do this, because GitHub refused it (${refused}): ${sayEffect(effect, zone, "not done")}`;
}

/** What was done, or what was not: `asked djs55 to review #3`, `ask djs55 to review #3`. */
function sayEffect(effect: Effect, zone: Zone, was: "done" | "not done"): string {
  const verb = (past: string, plain: string) => (was === "done" ? past : plain);
  switch (effect.kind) {
    case "notice":
      return `${effect.comment ? verb("updated", "update") : verb("wrote", "write")} the notice on #${effect.pull}`;
    case "check":
      return `${verb("updated", "update")} the check ${effect.name} on #${effect.pull}: ${effect.title}`;
    case "ask":
      return `${verb("asked", "ask")} ${listed(effect.logins)} to review #${effect.pull}`;
    case "withdraw":
      return `${verb("cancelled", "cancel")} the review request to ${listed(effect.logins)} on #${effect.pull}`;
    case "assign":
      return `${verb("assigned", "assign")} ${effect.login} to #${effect.issue}`;
    case "labels":
      return `${verb("labelled", "label")} #${effect.pull}: ${listed([...effect.add.map((name) => `+${name}`), ...effect.remove.map((name) => `−${name}`)])}`;
    case "unsay":
      return `${verb("removed", "remove")} ${counted(effect.comments.length, "comment")} on #${effect.issue} that Presstime had written twice`;
    case "board":
      if (effect.double) return `${verb("closed", "close")} a board of ${effect.campaign} that Presstime had opened twice`;
      return `${effect.issue ? verb("updated", "update") : verb("opened", "open")} the board of ${effect.campaign}`;
    case "remind":
      return `${verb("reminded", "remind")} ${effect.to} on #${effect.issue} of ${counted(effect.about.length, "post")}: ${listed(effect.about)}`;
    case "reply":
      return `${verb("answered", "answer")} on #${effect.issue}`;
    case "react":
      return `${verb("reacted", "react")} to a command on #${effect.issue}`;
    case "suggest":
      return `${verb("suggested", "suggest")} ${counted(effect.comments.length, "fix", "fixes")} on #${effect.pull}`;
    case "resolve":
      return `${verb("resolved", "resolve")} ${counted(effect.marks.length, "suggestion")} on #${effect.pull}`;
    case "foresee":
      return "";
    case "commit":
      return `${verb("committed", "commit")} to #${effect.pull}: ${effect.message.split("\n")[0] ?? ""}`;
    case "update":
      return `${verb("updated", "update")} the branch of #${effect.pull} from its base`;
    case "merge":
      return `${verb("merged", "merge")} #${effect.pull}: ${listed(effect.slugs)} ${verb("went live", "would go live")}`;
    case "announce":
      return sayAnnounced(effect, zone);
  }
}

/** `planned irmin for Fri 18 July 12:00. …`, or `moved irmin from … to …, as amirmc asked. …`. */
function sayAnnounced({ slug, slot, was, by, why, recovered }: Announce, zone: Zone): string {
  const say = (at: Instant) => `${sayDay(at, zone)} ${timeOf(at, zone)}`;
  if (recovered?.at(-1)?.slot === slot)
    return `found on the board that ${slug} was planned for ${say(slot)} (Presstime’s own record was lost)`;
  const move = was ? `moved ${slug} from ${say(was)} to ${say(slot)}` : `planned ${slug} for ${say(slot)}`;
  return `${move}${by === null ? "" : `, as ${by} asked`}. ${why}`;
}
