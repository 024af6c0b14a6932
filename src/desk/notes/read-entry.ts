/** Takes an entry of a list apart, by the forms in which people write one: what is left when owners, days and the like are taken off is its title. */
import { STAGES } from "../stage.js";
import { looksLikeName } from "./names.js";
import type { Entry } from "./outline.js";
import { areKnown, readField, type EntryField } from "./read-field.js";
import { beginsWork } from "./read-work.js";
import { isKnown, mayBeName, type Acquaintances } from "./whose.js";

export interface EntryReading {
  /** Empty when the entry says nothing but whose it is, or when. */
  readonly title: string;
  /** Null when nothing says whose it is; empty when it says "nobody yet". As written. */
  readonly names: readonly string[] | null;
  /** Who may be meant besides. */
  readonly perhaps: readonly string[];
  /** Given in the notes as code behind the names; null when it is to be made from the title. */
  readonly slug: string | null;
  /** What follows the owners: a note, or posts of a group. */
  readonly rest: string;
  readonly day: string | null;
  readonly status: EntryField["status"];
  /** Where its owners stand. */
  readonly place: OwnerPlace | null;
  /** Nothing but the title can be in `title`: it was set apart, with its owners behind it. */
  readonly certain: boolean;
}

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

/** Longer ones are prose, and are not taken apart. */
export const LONGEST_ENTRY = 1000;

/** "AI" alone may be what a post is about; before a login it is an action item. */
const ACTION = /^(?:(?:ACTION(?: ITEM)?|TODO|Action(?: item| point)?|To-?do)\s*[:–-]|(?:AI|AP)\s*[:–-]?\s+(?=@))\s*(?=\S)/u;

/**
 * `habits` are the places where the owners of other entries of the list stand: what looks like a name there is one; elsewhere, before a
 * colon or a dash, it may as well be the subject.
 */
export function readEntry(
  { text, lead }: Pick<Entry, "text" | "lead">,
  known: Acquaintances,
  habits: ReadonlySet<OwnerPlace>,
): EntryReading {
  const blank: EntryReading = {
    title: text.trim(),
    names: null,
    perhaps: [],
    slug: null,
    rest: "",
    day: null,
    status: null,
    place: null,
    certain: false,
  };
  if (text.length > LONGEST_ENTRY) return blank;
  const action = ACTION.exec(text);
  if (action && lead === null) return readEntry({ text: text.slice(action[0].length), lead }, known, habits);
  // Who has the posts below it.
  const whole = readField(text, known);
  if (areKnown(whole)) return { ...blank, title: "", ...ownersOf(whole), day: whole.day, place: "lead" };
  const headed = lead === null ? null : readLead(lead, text.slice(lead.length), known, habits);
  if (headed?.certain) return headed;
  return takeApart(headed ?? { ...blank, title: withoutAddress(text) }, known, habits);
}

/** Each form in turn, until none finds anything more. A second finding of people may be owners or a part of the title. */
function takeApart(start: EntryReading, known: Acquaintances, habits: ReadonlySet<OwnerPlace>): EntryReading {
  let reading = start;
  for (let again = true; again;) {
    again = false;
    for (const form of FORMS) {
      const found = form(reading.title, known, habits);
      if (!found) continue;
      const { field } = found;
      const speaksOfOwners = field.names.length > 0 || field.open;
      if (speaksOfOwners && (reading.names?.length ?? 0) > 0) continue;
      reading = {
        ...reading,
        title: found.text,
        names: speaksOfOwners ? field.names : reading.names,
        perhaps: [...reading.perhaps, ...field.perhaps],
        slug: reading.slug ?? found.slug ?? null,
        rest: [found.rest ?? "", reading.rest].filter((part) => part !== "").join(". "),
        day: reading.day ?? field.day,
        status: reading.status ?? field.status,
        place: reading.place ?? (field.names.length > 0 ? found.place : null),
      };
      again = true;
      break;
    }
  }
  return fromRest(reading, known);
}

/** "TLS (Hannes): due 12 July": what follows may say more than a note does. */
function fromRest(reading: EntryReading, known: Acquaintances): EntryReading {
  const field = reading.rest === "" || isOurNote(reading.rest) ? null : readField(reading.rest, known);
  if (!field || field.sure === "looks" || (field.names.length > 0 && reading.names !== null)) return reading;
  return {
    ...reading,
    names: reading.names ?? (field.names.length > 0 || field.open ? field.names : null),
    perhaps: [...reading.perhaps, ...field.perhaps],
    day: reading.day ?? field.day,
    status: reading.status ?? field.status,
    rest: "",
  };
}

/** As `presstime notes` tells how a post stands: the people there are those it waits for. */
export function isOurNote(note: string): boolean {
  return STAGES.some((stage) => note === `${stage}.` || note.startsWith(`${stage}. `) || note.startsWith(`${stage} since `));
}

const AFTER = /^\s*(?:`([A-Za-z0-9][A-Za-z0-9._-]{0,119})`)?\s*(?:(?:[:–—→]|->|-\s)\s*(.*)|[.,;]?)$/su;

/** What is set in bold, in italics or as a link is the title, unless it is whose the entry is. */
function readLead(lead: string, behind: string, known: Acquaintances, habits: ReadonlySet<OwnerPlace>): EntryReading | null {
  const bare = lead.replace(/\s*[:–—-]$/u, "").trim();
  const colon = bare !== lead || /^\s*(?::|[–—-]\s)/u.test(behind);
  const base = { perhaps: [], slug: null, rest: "", day: null, status: null, place: null, certain: false } as const;
  const [, inside, after = ""] = /^\s*\(([^()]*)\)(.*)$/su.exec(behind) ?? [];
  const owners = inside === undefined ? null : readField(inside, known);
  const end = AFTER.exec(after);
  if (owners && end && (owners.names.length > 0 || owners.open))
    return {
      ...base,
      title: lead,
      ...ownersOf(owners),
      day: owners.day,
      slug: end[1] ?? null,
      rest: end[2] ?? "",
      place: "lead",
      certain: true,
    };

  const field = readField(bare, known);
  const tail = withoutAddress(behind.replace(/^\s*[:–—-]*\s*/u, ""));
  const tells = colon && beginsWork(tail);
  const isOwner =
    field && (field.sure === "known" || field.sure === "marked" || field.open || (field.sure === "looks" && (tells || habits.has("lead"))));
  if (isOwner) return { ...base, title: tail, ...ownersOf(field), day: field.day, place: "lead" };
  if (!colon && tail !== "") return null;
  const rest = readField(tail, known);
  if (rest && (rest.sure !== "looks" || !looksLikeName(bare)))
    return {
      ...base,
      title: bare,
      ...(rest.names.length > 0 || rest.open ? { names: rest.names } : { names: null }),
      perhaps: rest.perhaps,
      day: rest.day,
      status: rest.status,
      place: "after dash",
      certain: rest.names.length > 0,
    };
  const inTail = takeApart({ ...base, title: tail, names: null }, known, new Set());
  if (inTail.names !== null)
    return {
      ...base,
      title: bare,
      names: inTail.names,
      day: inTail.day,
      rest: inTail.title,
      perhaps: inTail.perhaps,
      place: "after dash",
      certain: true,
    };
  // "**Charrua** — how it is built" may be of Charrua, or by.
  return field ? null : { ...base, title: bare, names: null, day: inTail.day, rest: tail, certain: tail !== "" };
}

const ownersOf = ({ names, perhaps }: EntryField) => ({ names, perhaps });

/** Addresses and numbers of pull requests behind everything else. */
function withoutAddress(text: string): string {
  return text
    .replace(/(?:\s+(?:[–—-]\s+)?[([]?(?:https?:\/\/\S{1,400}|(?:[\w.-]{1,60}\/[\w.-]{1,60})?#\d{1,9})[)\]]?)+[.,;]?$/u, "")
    .trim();
}

/** Whether a field at this place is taken for what it says. */
function fits(field: EntryField | null, place: OwnerPlace, habits: ReadonlySet<OwnerPlace>): field is EntryField {
  if (!field) return false;
  if (field.sure !== "looks") return true;
  return place === "in brackets" || place === "by" || habits.has(place);
}

const BRACKETS = /(^|\s)[([]([^()[\]]{1,200})[)\]]/gu;

/** `Title (A/B)`, `Title [A]: note`, `[A] Title`; known people first, then what looks like some. */
const inBrackets: Form = (text, known, habits) => {
  const all = [...text.matchAll(BRACKETS)].map((match) => ({ match, field: readField(match[2] ?? "", known) }));
  const ways = [(field: EntryField) => field.sure !== "looks", () => true];
  for (const isMeant of ways) {
    for (const { match, field } of all) {
      if (!field || !isMeant(field)) continue;
      const before = text.slice(0, match.index).trim();
      const behind = text.slice(match.index + match[0].length);
      const end = AFTER.exec(behind);
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
function withNote(text: string, known: Acquaintances): { readonly field: EntryField | null; readonly note: string } {
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
  const [before, after] = [readField(text.slice(0, first), known), readField(text.slice(last + 1), known)];
  if (before && (fits(before, "before colon", habits) || beginsWork(text.slice(first + 1).trim())))
    return { text: text.slice(first + 1).trim(), field: before, place: "before colon" };
  if (after && fits(after, "after colon", habits)) return { text: text.slice(0, last).trim(), field: after, place: "after colon" };
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
const LOGINS_LAST = new RegExp(`^(.*\\S)\\s+(${LOGINS})[.,;]?$`, "su");

/** `@login Title`, `Title @login @login`. */
const logins: Form = (text, known) => {
  const [, ahead, after = ""] = LOGINS_FIRST.exec(text) ?? [];
  const [, before = "", behind] = LOGINS_LAST.exec(text) ?? [];
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
  return field
    ? {
        text: ahead === undefined ? before.replace(/[\s,;:–—-]+$/u, "") : after,
        field,
        place: ahead === undefined ? "login" : "login first",
      }
    : null;
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

const FORMS: readonly Form[] = [inBrackets, besideDash, besideColon, marked, does, logins, afterComma];

/** What stands where a name may stand, and looks like one, in an entry that nobody was found for. */
export function mayOwn(text: string, known: Acquaintances): string[] {
  const beside = [...text.split(DASHES), ...text.split(/:\s/u), ...Array.from(text.matchAll(BRACKETS), (match) => match[2] ?? "")];
  const names = beside.map((part) => part.trim()).filter((part) => part !== text.trim() && mayBeName(part, known) && !isKnown(part, known));
  return [...new Set(names)];
}
