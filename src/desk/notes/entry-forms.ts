/** The forms in which people write whose a post is, in one entry: each finds it in a text, or does not. */
import { looksLikeName } from "./names.js";
import { areKnown, readField, type EntryField } from "./read-field.js";
import { beginsWork } from "./read-work.js";
import { isKnown, mayBeName, type Acquaintances } from "./whose.js";

export type OwnerPlace =
  | "before colon"
  | "after colon"
  | "before dash"
  | "after dash"
  | "in brackets"
  | "brackets first"
  | "by"
  | "login first"
  | "login"
  | "does"
  | "lead"
  | "after comma";

/** What one form found in a text: `text` is what remains of it. */
interface Found {
  readonly text: string;
  readonly field: EntryField;
  readonly place: OwnerPlace;
  readonly slug?: string | null;
  readonly rest?: string;
}

type Form = (text: string, known: Acquaintances, habits: ReadonlySet<OwnerPlace>) => Found | null;

/** Behind owners in brackets: a slug as code, and a note. */
export const BEHIND = /^\s*(?:`([A-Za-z0-9][A-Za-z0-9._-]{0,119})`)?\s*(?:(?:[:–—→]|->|-\s)\s*(.*)|[.,;]?)$/su;

/** Whether a field at this place is taken for what it says. */
function fits(field: EntryField | null, place: OwnerPlace, habits: ReadonlySet<OwnerPlace>): field is EntryField {
  if (!field) return false;
  if (field.sure !== "looks") return true;
  return place === "in brackets" || place === "by" || habits.has(place);
}

/** Who writes it with somebody who is named before. */
export const TOGETHER = /^co-?(?:author|writ)/iu;

const BRACKETS = /(^|\s)[([]([^()[\]]{1,200})[)\]]/gu;

/** `Title (A/B)`, `Title [A]: note`, `[A] Title`; known people first, then what looks like some. */
const inBrackets: Form = (text, known, habits) => {
  const all = [...text.matchAll(BRACKETS)]
    .filter(([, , inside = ""]) => !TOGETHER.test(inside))
    .map((match) => ({ match, field: readField(match[2] ?? "", known) }));
  const ways = [(field: EntryField) => field.sure !== "looks", () => true];
  for (const isMeant of ways) {
    for (const { match, field } of all) {
      if (!field || !isMeant(field)) continue;
      const before = text.slice(0, match.index).trim();
      const behind = text.slice(match.index + match[0].length);
      const end = BEHIND.exec(behind);
      if (before === "" ? fits(field, "brackets first", habits) && behind.trim() !== "" : end && fits(field, "in brackets", habits)) {
        if (before === "") return { text: behind.replace(/^\s*[:–—-]?\s*/u, ""), field, place: "brackets first" };
        const rest = end?.[2] ?? "";
        const keeps = field.names.length === 0 && !field.open && rest !== "";
        return keeps
          ? { text: `${before}${behind}`, field, place: "in brackets" }
          : { text: before, field, place: "in brackets", slug: end?.[1] ?? null, rest };
      }
    }
  }
  return null;
};

/** "Maria (release day!)": who it is, and a note behind. */
export function withNote(text: string, known: Acquaintances): { readonly field: EntryField | null; readonly note: string } {
  const whole = readField(text, known);
  const [, head = "", note = ""] = whole ? [] : (/^(.*\S)\s+\(([^()]*)\)$/su.exec(text.trim()) ?? []);
  const field = head === "" ? null : readField(head, known);
  return areKnown(field) ? { field, note } : { field: whole, note: "" };
}

const DASHES = /\s+(?:[–—|→·]|-{1,3}>?|=>)\s+|\s*—\s*/u;

/** `Title - A`, `A – Title`, `Title — A — note`. */
const besideDash: Form = (text, known, habits) => {
  const parts = text.split(new RegExp(`(${DASHES.source})`, "u"));
  const count = (parts.length + 1) / 2;
  const upTo = (index: number) =>
    parts
      .slice(0, Math.max(0, 2 * index - 1))
      .join("")
      .trim();
  const from = (index: number) =>
    parts
      .slice(2 * index)
      .join("")
      .trim();
  if (count < 2) return null;
  const read = Array.from({ length: count }, (_, index) => withNote(parts[2 * index] ?? "", known));
  const fields = read.map(({ field }) => field);
  const [first, last] = [fields[0] ?? null, fields.at(-1) ?? null];
  const after = (index: number, field: EntryField): Found => {
    const rest = [read[index]?.note ?? "", from(index + 1)].filter((part) => part !== "").join(". ");
    return { text: upTo(index), field, place: "after dash", rest };
  };
  const before = (field: EntryField): Found => ({ text: from(1), field, place: "before dash", rest: read[0]?.note ?? "" });
  if (last && last.sure !== "looks") return after(count - 1, last);
  if (first && first.sure !== "looks") return before(first);
  const inside = fields.findIndex((field, index) => index > 0 && field !== null && (field.open || areKnown(field)));
  const meant = fields[inside];
  if (meant) return after(inside, meant);
  // "Title – A: note"
  for (let index = 1; index < count; index += 1) {
    const [, head = "", note = ""] = /^([^:]{1,200}):\s+(.*)$/su.exec(from(index)) ?? [];
    const field = head === "" ? null : readField(head, known);
    if (areKnown(field)) return { text: upTo(index), field, place: "after dash", rest: note };
  }
  if (fits(first, "before dash", habits)) return before(first);
  // A name behind a dash is nobody's subject; before it, it may be.
  if (last && !looksLikeName(upTo(count - 1))) return after(count - 1, last);
  return null;
};

/** `A: Title`, `Title: A`. */
const besideColon: Form = (text, known, habits) => {
  const [first, last] = [text.search(/:\s/u), text.lastIndexOf(": ")];
  if (first < 1) return null;
  const before = readField(text.slice(0, first), known);
  const { field: after, note } = withNote(text.slice(last + 1), known);
  if (before && (fits(before, "before colon", habits) || beginsWork(text.slice(first + 1).trim())))
    return { text: text.slice(first + 1).trim(), field: before, place: "before colon" };
  if (after && fits(after, "after colon", habits))
    return { text: text.slice(0, last).trim(), field: after, place: "after colon", rest: note };
  return null;
};

const MARKED =
  /^(.*\S)[\s,;.]+((?:(?:written |drafted )?by|owners?:|authors?:|writers?:|assignees?:|assigned to:?|due:?|deadline:?|publish(?:ed)?:?)\s.{1,200})$/isu;

/** `Title by A`, `Title, owner: A`, `Title, due by Friday`; a note may follow. */
const marked: Form = (text, known) => {
  const [, before = "", tail = ""] = MARKED.exec(text) ?? [];
  const [, head = "", rest = ""] = /^(.+?)(?:[.;]\s+|\s+[–—-]\s+)(\S.*)$/su.exec(tail) ?? [];
  const whole = before === "" ? null : readField(tail, known);
  const field = whole ?? (head === "" ? null : readField(head, known));
  if (!field) return null;
  const word = before.split(/\s+/u).at(-1)?.toLowerCase();
  // "Step by Step" is nobody's.
  const echo = field.sure !== "known" && field.names.some((name) => name.toLowerCase() === word);
  const title = field.day === null ? before : before.replace(/[\s,;–—-]+(?:(?:a |first )?draft|due|ready|done|out|live)$/iu, "");
  return echo ? null : { text: title.replace(/[\s,;–—-]+$/u, ""), field, place: "by", rest: whole ? "" : rest };
};

const LOGINS = "@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:(?:\\s*[,/&+]\\s*|\\s+and\\s+|\\s+)@[A-Za-z0-9][A-Za-z0-9-]{0,38}){0,19}";
const LOGINS_FIRST = new RegExp(`^(${LOGINS})(?:\\s*[:,–—-]+)?\\s+(?!(?:and|with)\\s|[&/+])(\\S.*)$`, "su");
const LOGINS_LAST = new RegExp(`^(.*\\S)\\s+(${LOGINS})(?:[.,;]?$|\\s*[,;]\\s+(\\S.*)$|\\s+\\(([^()]*)\\)$)`, "su");
/** "Interview with @ada" is of her, and perhaps not by her. */
const OF_THEM = /\s(?:with|of|for|to|about|from|on|and|cc)$/iu;

/** `@login Title`, `Title @login @login`, `Title @login, a note`. */
const logins: Form = (text, known) => {
  const [, ahead, after = ""] = LOGINS_FIRST.exec(text) ?? [];
  const [, before = "", behind, note, inBrackets] = LOGINS_LAST.exec(text) ?? [];
  const said = ahead ?? behind;
  const field =
    said === undefined
      ? null
      : readField(
          said
            .replace(/\s+@/gu, ", @")
            .replace(/,\s*,/gu, ",")
            .replace(/([/&+]|and),/gu, "$1"),
          known,
        );
  if (!field) return null;
  if (ahead !== undefined) return { text: after, field, place: "login first" };
  return OF_THEM.test(before) ? null : { text: before.replace(/[\s,;:–—-]+$/u, ""), field, place: "login", rest: note ?? inBrackets ?? "" };
};

const DOES =
  /^(?:to|will|shall|should|must|owns?|takes?|took|is|are|has|have|had|wants?|volunteers?|volunteered|offers?|offered|promised|promises|agreed|needs?|would|plans?|writes?|drafts?|does|do|can|starts?|started|finishes|finish|works?|working|writing|drafting)$/iu;

/** `A to draft "Title"`, `A and B will write …`, `A owns the docs post`. */
const does: Form = (text, known) => {
  const words = text.split(/\s+/u);
  for (let count = 1; count <= Math.min(8, words.length - 2); count += 1) {
    if (!DOES.test(words[count] ?? "")) continue;
    const field = readField(words.slice(0, count).join(" "), known);
    if (field?.day === null && (field.open || areKnown(field) || beginsWork(words.slice(count).join(" "))))
      return { text: words.slice(count).join(" "), field, place: "does" };
  }
  return null;
};

/** `Title, A`: known people only. */
const afterComma: Form = (text, known) => {
  const at = text.lastIndexOf(", ");
  const field = at > 0 ? readField(text.slice(at + 1), known) : null;
  return areKnown(field) ? { text: text.slice(0, at).trim(), field, place: "after comma" } : null;
};

/** In the order in which they are tried. */
export const FORMS: readonly Form[] = [inBrackets, besideDash, besideColon, marked, does, logins, afterComma];

/** What stands where a name may stand, and looks like one, in an entry that nobody was found for. */
export function mayOwn(text: string, known: Acquaintances): string[] {
  const beside = [...text.split(DASHES), ...text.split(/:\s/u), ...Array.from(text.matchAll(BRACKETS), (match) => match[2] ?? "")];
  const names = beside.map((part) => part.trim()).filter((part) => part !== text.trim() && mayBeName(part, known) && !isKnown(part, known));
  return [...new Set(names)];
}
