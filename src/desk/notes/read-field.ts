/** What a piece of an entry says beside its title: people, that it is nobody's yet, a day, that it is done. */
import { namesIn, saysNobody } from "./names.js";
import { isKnown, mayBeName, type Acquaintances } from "./whose.js";

export interface EntryField {
  readonly names: readonly string[];
  /** By what the names are taken for people: we know them, the notes say "owner:" or "by", or they only look so. Null when there are none. */
  readonly sure: "known" | "marked" | "looks" | null;
  /** It says that nobody has it yet. */
  readonly open: boolean;
  /** Names that the notes are not certain of: "Ada?", "Ada or Grace". */
  readonly perhaps: readonly string[];
  /** As written. */
  readonly day: string | null;
  readonly status: "done" | "dropped" | null;
}

const LONGEST = 200;
/** After "owner:" small letters are a name as well. */
const NAME_AFTER_MARK = /^(?:\p{L}{1,2}\.|\p{L}[\p{L}\p{M}'’-]*)(?: (?:\p{L}{1,2}\.|\p{L}[\p{L}\p{M}'’-]*)){0,3}$/u;
const MARK =
  /^(?:by|owners?|owned by|(?:co-?)?authors?|co-?(?:written|authored) by|writers?|written by|assignees?|assigned(?: to)?|who|lead(?:s|er)?|dri|responsible)(?:\s*[:=]\s*|\s+)(?=\S)/iu;
const OTHER_PART =
  /^(?:review(?:er|ers|ed by|s)?|editors?|edit(?:s|ed by)|cc|shepherd|sponsor|approvers?|translat(?:or|ed by)|illustrat(?:or|ed by))(?:\s*[:=]\s*|\s+)\S/iu;
const DONE = /^(?:(?:already )?(?:done|published|posted|live|shipped|out)|complete[d]?|finished|✅|✔️?|☑️?)!?$/iu;
const DROPPED = /^(?:dropped|cancel+ed|abandoned|withdrawn|rejected|skipped|won['’]?t do|❌)$/iu;

/** Null when it is not wholly that: it is then a part of the title, or a note. */
export function readField(text: string, known: Acquaintances): EntryField | null {
  if (text.length > LONGEST) return null;
  const { day, left } = takeDay(
    text
      .replace(/[^\S\n]+/gu, " ")
      .trim()
      .replace(/(?<=\p{L}{3}|\d)\.$/u, ""),
    known,
  );
  const names: string[] = [];
  const perhaps: string[] = [];
  let [open, marked, other] = [false, false, false];
  let status: EntryField["status"] = null;
  for (const part of saysNobody(left) ? [left] : namesIn(left)) {
    const mark = MARK.exec(part);
    if (mark) [marked, other] = [true, false];
    if (OTHER_PART.test(part)) other = true;
    const name = (mark ? part.slice(mark[0].length) : part).replace(/:$/u, "").trim();
    const maybe = name.endsWith("?") && !saysNobody(name) ? [name.replace(/[\s?]+$/u, "")] : name.split(/\s+or\s+/iu);
    if (other) continue;
    else if (isKnown(name, known)) names.push(name);
    else if (saysNobody(name)) open = true;
    else if (DONE.test(name)) status = "done";
    else if (DROPPED.test(name)) status = "dropped";
    else if (name !== maybe[0] && maybe.every((one) => isKnown(one, known) || mayBeName(one, known))) perhaps.push(...maybe);
    else if (mayBeName(name, known) || (marked && NAME_AFTER_MARK.test(name))) names.push(name);
    else return null;
  }
  // Beside somebody known stand others.
  const someKnown = names.some((name) => isKnown(name, known));
  const sure = names.length === 0 ? null : someKnown ? "known" : marked ? "marked" : "looks";
  if (!sure && !open && perhaps.length === 0 && day === null && status === null && !other) return null;
  return { names, sure, open, perhaps, day, status };
}

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
const NTH = "\\d{1,2}(?:st|nd|rd|th)?";
const DATE = [
  `(?:${WEEKDAY},? )?\\d{4}-\\d{2}-\\d{2}`,
  `(?:${WEEKDAY},? )?${NTH}(?: of)? ${MONTH}(?:,? \\d{4})?`,
  `(?:${WEEKDAY},? )?${MONTH} ${NTH}(?:,? \\d{4})?`,
  `(?:${WEEKDAY} )?\\d{1,2}(?:/\\d{1,2}(?:/(?:\\d{4}|\\d{2}))?|\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})?)`,
  `(?:the )?(?:early|mid|late|end of|start of|beginning of)[ -](?:${MONTH}|(?:the |this |next )?(?:week|month|quarter))`,
  `(?:(?:this|next|the) )?week(?: of ${NTH} ${MONTH}| of ${MONTH} ${NTH}| \\d{1,2})`,
  `(?:this|the next|next) (?:week|month|quarter|sprint|meeting|call|release|${WEEKDAY})`,
  `eo[wmdq]|today|tomorrow|asap|q[1-4](?: \\d{4})?|${WEEKDAY}|${MONTH}(?: \\d{4})?`,
].join("|");
const TIME = "(?:(?:,| at)? \\d{1,2}(?::\\d{2}(?:am|pm)?|am|pm)(?: [A-Z]{2,4}\\b)?)?";
const BEFORE_DAY =
  "(?:(?:due|by|on|until|till?|before|for|eta|deadline|publish(?:e[sd]|ing)?|scheduled|planned|goes|go|live|out|slot|target|date|draft|ready|📅|🗓️?)(?: date)?:? )*";
const DAY = new RegExp(`(?:^|[,;/–—(-] ?| )(${BEFORE_DAY}(${DATE})${TIME})(?=$| ?[,;/–—)]| -)`, "iu");

/** People are called May and April as well: whom we know is no month. */
function takeDay(text: string, known: Acquaintances): { readonly day: string | null; readonly left: string } {
  const match = DAY.exec(text);
  const [, said = "", date = ""] = match ?? [];
  if (!match || isKnown(date, known)) return { day: null, left: text };
  const left = `${text.slice(0, match.index)} , ${text.slice(match.index + match[0].length)}`;
  return { day: said.trim(), left: left.replace(/^[\s,;/–—:-]+|[\s,;/–—:-]+$/gu, "") };
}

/** Whether these are people beyond doubt: known ones, or logins. */
export function areKnown(field: EntryField | null): field is EntryField {
  return field?.sure === "known";
}
