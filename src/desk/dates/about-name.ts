/** What the file's name says: its day, where sites read one there. */
import { FILE_START } from "../facts/finding.js";
import type { Post } from "../facts/post.js";
import { atWallTime, type Day } from "../time/zone.js";
import { sayHeld } from "./about-dates.js";
import { isSlotDay, type Case } from "./date-question.js";
import { dayInPath, isYearTypo } from "./day-written.js";
import type { Disagreement } from "./disagreement.js";
import type { SiteHabits } from "./site-habits.js";

export function aboutName(one: Case): readonly Disagreement[] {
  const { post, site, slot, slotDay, gateDay, zone } = one;
  const { habits } = site;
  const named = dayInPath(post.path);
  const finding = { rule: "slot-date", place: FILE_START } as const;
  const fieldCounts = post.dates.some((date) => habits.dates.includes(date.key.toLowerCase()));
  const isDate = habits.datesFromName && !fieldCounts;
  const wanted = isDate ? gateDay : slotDay;
  if (!named) return habits.needsDayInName ? nameless(one, wanted) : [];
  const from = isDate && habits.gates !== null && named.day !== null ? atWallTime(named.day, "00:00", site.zone) : null;
  const holds = from !== null && from > slot;
  if (!holds && isSlotDay(named.day, one)) return [];
  const folder = isFolder(post.path, named.start);
  const inAddress = folder
    ? habits.foldersInAddress && !replacesFolders(post, habits)
    : habits.nameInAddress && !hasAddress(post, ["slug"]);
  const broken = named.day === null && habits.needsDayInName;
  const what = named.day !== null && isYearTypo(named.day, wanted) ? `year in ${named.text}` : `day ${named.text}`;
  const whose = wanted === slotDay || named.day !== slotDay ? "the day of its slot" : "the day of its slot in the time zone of the site";
  const shown = named.day === slotDay ? wanted : slotDay;
  const message = `Unexpected ${what} in the file's ${folder ? "path" : "name"}, expected ${shown}, ${whose}`;
  const tail = holds ? sayHeld(habits, from, zone) : inAddress ? "; it is part of the post's address" : "";
  const severity = isDate || inAddress || broken ? "error" : "warning";
  const to = `${post.path.slice(0, named.start)}${named.as(wanted)}${post.path.slice(named.end)}`;
  return [
    {
      finding: { ...finding, severity, message: message + tail },
      says: `the day in its file name ${named.day === null ? "does not exist" : holds ? "is later" : "is another day"} (\`${named.text}\`)${holds ? sayHeld(habits, from, zone) : ""}`,
      grave: holds || inAddress || broken,
      ...(holds && named.day === slotDay && { hour: true }),
      moved: one.wasSlot(named.day),
      // Only there every file is named so; elsewhere a folder, or links to the file, may depend on its name.
      fix: habits.needsDayInName && !folder ? { kind: "rename", to } : null,
    },
  ];
}

/** Jekyll takes for posts only what is named after a day: https://jekyllrb.com/docs/posts/#creating-posts */
function nameless({ post }: Case, day: Day): readonly Disagreement[] {
  const slash = post.path.lastIndexOf("/") + 1;
  const name = `${day}-${post.path.slice(slash)}`;
  const draft = /(?:^|\/)_drafts\//.test(post.path);
  const message = draft
    ? `Unexpected folder _drafts, expected _posts/${name} before its slot; Jekyll does not show drafts`
    : `Unexpected file name without a day, expected ${name}, with the day of its slot; Jekyll shows only posts that have a day in the file name`;
  return [
    {
      finding: { rule: "slot-date", severity: "error", message, place: FILE_START },
      says: draft
        ? "it is in the folder `_drafts`, and Jekyll does not show drafts"
        : "its file name has no day, and Jekyll shows only posts that have a day in the file name",
      grave: true,
      moved: false,
      fix: draft ? null : { kind: "rename", to: post.path.slice(0, slash) + name },
    },
  ];
}

/** A slug is the last part of an address alone, but where it replaces what the file is called. */
function replacesFolders(post: Post, { address, nameInAddress }: SiteHabits): boolean {
  return hasAddress(
    post,
    address.filter((key) => key !== "slug" || nameInAddress),
  );
}

function hasAddress({ address }: Post, keys: readonly string[]): boolean {
  return address.some(({ key }) => keys.includes(key.toLowerCase()));
}

/** Whether the day is in a folder's name rather than the file's. */
function isFolder(path: string, start: number): boolean {
  return start <= path.lastIndexOf("/");
}
