/** What the address fields say: a day in them, and a name by which nobody was promised the post. */
import type { Post, Written } from "../facts/post.js";
import { sameSlug, slugOfPath } from "../facts/slug.js";
import { isSlotDay, type Case } from "./date-question.js";
import { dayInPath } from "./day-written.js";
import type { Disagreement } from "./disagreement.js";
import { firstOf } from "../facts/first-of.js";
import { edit, rawOf } from "./fix-date.js";

export function aboutAddress(one: Case): readonly Disagreement[] {
  const wins = firstOf(one.post.address, one.site.habits.address);
  return wins ? [...aboutDay(wins, one), ...aboutSlug(wins, one)] : [];
}

function aboutDay(field: Written<string>, one: Case): readonly Disagreement[] {
  const { slotDay } = one;
  const raw = rawOf(field);
  const inside = raw === null ? null : withinQuotes(raw);
  const named = inside && dayInPath(inside.text);
  if (raw === null || !inside || !named || isSlotDay(named.day, one)) return [];
  const from = inside.start + named.start;
  const fix =
    field.line === null
      ? null
      : ({ kind: "edit", edit: edit(field.place, raw, from, inside.start + named.end, named.as(slotDay)), line: field.line } as const);
  const message = `Unexpected day ${named.text} in \`${field.key}\`, expected ${named.as(slotDay)}, the day of its slot; readers would find the post at an address that contains another day`;
  return [
    {
      finding: { rule: "slot-address", severity: "error", message, place: field.place },
      says: `its address contains another day (\`${named.text}\` in \`${field.key}\`)`,
      grave: true,
      moved: one.wasSlot(named.day),
      fix,
    },
  ];
}

function withinQuotes(raw: string): { readonly text: string; readonly start: number } {
  const quote = /^(["'])(.*)\1$/s.exec(raw);
  return quote ? { text: quote[2] ?? "", start: 1 } : { text: raw, start: 0 };
}

/** Only where the post itself is of two minds: its address says one name, and its file or another field the one that was promised. */
function aboutSlug(field: Written<string>, { post, promised }: Case): readonly Disagreement[] {
  const isPromised = (slug: string) => promised.some((one) => sameSlug(one, slug));
  const name = lastPart(field.value);
  if (name === null || isPromised(name) || !namesBeside(field, post).some(isPromised)) return [];
  const message = `Unexpected name \`${name}\` in \`${field.key}\`, expected \`${promised[0] ?? ""}\`, the slug in the plan`;
  return [
    {
      finding: { rule: "slot-address", severity: "warning", message, place: field.place },
      says: `its address contains another name (\`${name}\` in \`${field.key}\`)`,
      grave: false,
      moved: false,
      fix: null,
    },
  ];
}

function namesBeside(field: Written<string>, post: Post): readonly string[] {
  const others = post.address.filter((other) => other !== field).flatMap(({ value }) => lastPart(value) ?? []);
  return [...others, slugOfPath(post.path)];
}

/** Null for a pattern such as `/:year/:title/`, which names nothing itself. */
function lastPart(address: string): string | null {
  const last = address
    .replace(/[?#].*$/s, "")
    .split("/")
    .findLast((part) => part.trim() !== "" && !/^index\.\w+$/i.test(part));
  if (last === undefined || /[:{`]/.test(last)) return null;
  return slugOfPath(
    last
      .trim()
      .replace(/\.html?$/i, "")
      .slice(0, 120),
  );
}
