/** What the file's name says: its day, where sites read one there. */
import { FILE_START } from "../facts/finding.js";
import type { Case } from "./date-question.js";
import { dayInPath, isYearTypo } from "./day-written.js";
import type { Disagreement } from "./disagreement.js";

export function aboutName(one: Case): readonly Disagreement[] {
  const { post, habits, slotDay } = one;
  const named = dayInPath(post.path);
  const finding = { rule: "slot-date", place: FILE_START } as const;
  if (!named) return habits.needsDayInName ? nameless(one) : [];
  if (named.day === slotDay) return [];
  const fieldCounts = post.dates.some((date) => habits.dates.includes(date.key.toLowerCase()));
  const isDate = habits.datesFromName && !fieldCounts;
  const inAddress = habits.nameInAddress && !post.address.some(({ key }) => key.toLowerCase() === "slug");
  const holds = isDate && habits.gates !== null && named.day !== null && named.day > slotDay;
  const broken = named.day === null && habits.needsDayInName;
  const what = named.day !== null && isYearTypo(named.day, slotDay) ? `year in ${named.text}` : `day ${named.text}`;
  const message = `Unexpected ${what} in the file's ${isFolder(post.path, named.start) ? "path" : "name"}, expected ${slotDay}, the day of its slot`;
  const tail = holds ? `; ${habits.name} would not show it before` : inAddress ? "; it is part of the post's address" : "";
  const severity = isDate || inAddress || broken ? "error" : "warning";
  const to = `${post.path.slice(0, named.start)}${named.as(slotDay)}${post.path.slice(named.end)}`;
  return [
    {
      finding: { ...finding, severity, message: message + tail },
      grave: holds || inAddress || broken,
      hides: holds || broken,
      moved: one.wasSlot(named.day),
      // Only there every file is named so; elsewhere a folder, or links to the file, may depend on its name.
      fix: habits.needsDayInName && !isFolder(post.path, named.start) ? { kind: "rename", to } : null,
    },
  ];
}

/** Jekyll takes for posts only what is named after a day: https://jekyllrb.com/docs/posts/#creating-posts */
function nameless({ post, slotDay }: Case): readonly Disagreement[] {
  const slash = post.path.lastIndexOf("/") + 1;
  const name = `${slotDay}-${post.path.slice(slash)}`;
  const draft = /(?:^|\/)_drafts\//.test(post.path);
  const message = draft
    ? `Unexpected folder _drafts, expected _posts/${name} by its slot; Jekyll shows no drafts`
    : `Unexpected file name without a day, expected ${name}, the day of its slot; Jekyll shows no post without one`;
  return [
    {
      finding: { rule: "slot-date", severity: "error", message, place: FILE_START },
      grave: true,
      hides: true,
      moved: false,
      fix: draft ? null : { kind: "rename", to: post.path.slice(0, slash) + name },
    },
  ];
}

/** Whether the day is in a folder's name rather than the file's. */
function isFolder(path: string, start: number): boolean {
  return start <= path.lastIndexOf("/");
}
