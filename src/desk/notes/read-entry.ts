/** Takes an entry of a list apart: what is left when owners, days and the like are taken off is its title. */
import { STAGES } from "../stage.js";
import { BEHIND, FORMS, TOGETHER, withNote, type OwnerPlace } from "./entry-forms.js";
import { looksLikeName } from "./names.js";
import type { Entry } from "./outline.js";
import { areKnown, readField, type EntryField } from "./read-field.js";
import { beginsWork } from "./read-work.js";
import { isKnown, type Acquaintances } from "./whose.js";

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
  // "Interview with @ada" is no two people.
  if (areKnown(whole) && (!/\swith\s/iu.test(text) || whole.names.every((name) => isKnown(name, known))))
    return { ...blank, title: "", ...ownersOf(whole), day: whole.day, place: "lead" };
  const [quote, quoted = ""] = lead === null ? (QUOTED_FIRST.exec(text) ?? []) : [];
  const first = lead ?? quote;
  const headed = first === undefined ? null : readLead(lead ?? quoted, text.slice(first.length), known, habits);
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
        place: reading.place ?? (speaksOfOwners ? found.place : null),
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
  if (field && field.sure !== "looks" && TOGETHER.test(reading.rest))
    return { ...reading, names: [...(reading.names ?? []), ...field.names], rest: "" };
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

const QUOTED_FIRST = /^["“„«]([^"“”„«»]{2,200})["“”»](?=.)/u;

/** What is set in bold, in italics, in quotes or as a link is the title, unless it is whose the entry is. */
function readLead(lead: string, behind: string, known: Acquaintances, habits: ReadonlySet<OwnerPlace>): EntryReading | null {
  const bare = lead.replace(/\s*[:–—-]$/u, "").trim();
  const colon = bare !== lead || /^\s*(?::|[–—-]\s)/u.test(behind);
  const base = { perhaps: [], slug: null, rest: "", day: null, status: null, place: null, certain: false } as const;
  const [, inside, after = ""] = /^\s*\(([^()]*)\)(.*)$/su.exec(behind) ?? [];
  const owners = inside === undefined ? null : readField(inside, known);
  const end = BEHIND.exec(after);
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
  const { field: behindIt, note } = withNote(tail, known);
  if (areKnown(behindIt)) {
    const { names, perhaps, day, status } = behindIt;
    return fromRest({ ...base, title: bare, names, perhaps, day, status, rest: note, place: "after dash", certain: true }, known);
  }
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
