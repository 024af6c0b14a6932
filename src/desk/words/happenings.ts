/** Happenings: each effect in the past tense, for the page that tells what was done last. */
import type { Announce, Effect } from "../effect.js";
import { sayDay, timeOf, type Instant, type Zone } from "../time/zone.js";
import { counted, listed } from "./phrases.js";

/** Plain text, no Markdown. `refused` is GitHub's reason when it would not have it. */
export function sayDone(effect: Effect, refused: string | null, zone: Zone): string {
  return refused === null ? sayEffect(effect, zone) : `tried, and GitHub refused (${refused}): ${sayEffect(effect, zone)}`;
}

function sayEffect(effect: Effect, zone: Zone): string {
  switch (effect.kind) {
    case "notice":
      return `${effect.comment ? "brought the notice up to date" : "wrote the notice"} on #${effect.pull}`;
    case "check":
      return `set ${effect.name} on #${effect.pull}: ${effect.title}`;
    case "ask":
      return `asked ${listed(effect.logins)} to review #${effect.pull}`;
    case "withdraw":
      return `took back the request to ${listed(effect.logins)} on #${effect.pull}`;
    case "labels":
      return `labelled #${effect.pull}: ${listed([...effect.add.map((name) => `+${name}`), ...effect.remove.map((name) => `−${name}`)])}`;
    case "board":
      return effect.issue ? `brought the board of ${effect.campaign} up to date` : `opened the board of ${effect.campaign}`;
    case "remind":
      return `reminded ${effect.to} on #${effect.issue} of ${counted(effect.about.length, "post")}: ${listed(effect.about)}`;
    case "reply":
      return `answered on #${effect.issue}`;
    case "react":
      return `reacted to a command on #${effect.issue}`;
    case "suggest":
      return `suggested ${counted(effect.comments.length, "fix", "fixes")} on #${effect.pull}`;
    case "resolve":
      return `closed ${counted(effect.marks.length, "suggestion")} on #${effect.pull}`;
    case "foresee":
      return "";
    case "commit":
      return `committed to #${effect.pull}: ${effect.message.split("\n")[0] ?? ""}`;
    case "merge":
      return `merged #${effect.pull}: ${listed(effect.slugs)} went live`;
    case "announce":
      return sayAnnounced(effect, zone);
  }
}

/** `planned irmin for Fri 18 July 12:00. …`, or `moved irmin from … to …, as amirmc asked. …`. */
function sayAnnounced({ slug, slot, was, by, why, recovered }: Announce, zone: Zone): string {
  const say = (at: Instant) => `${sayDay(at, zone)} ${timeOf(at, zone)}`;
  if (recovered?.at(-1)?.slot === slot) return `read back from the board where ${slug} was planned: ${say(slot)}`;
  const move = was ? `moved ${slug} from ${say(was)} to ${say(slot)}` : `planned ${slug} for ${say(slot)}`;
  return `${move}${by === null ? "" : `, as ${by} asked`}. ${why}`;
}
