/** Dates in English prose that name another weekday than theirs: 15 July 2014 is a Tuesday. */

interface WrongWeekday {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** As it is written, on one line: `Monday, July 15th, 2014`. */
  readonly written: string;
  /** The weekday of that date. */
  readonly is: string;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "january february march april may june july august september october november december".split(" ");

/** Blanks, over the end of a line and through marks of emphasis too. */
const GAP = "[\\s*_>\\u0000]{1,8}";
const COMMA = "[*_\\u0000]{0,4},?";
const WEEKDAY = "(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const NUMBER = "\\d{1,2}(?:st|nd|rd|th)?";
const DATE = [
  `(?:the${GAP})?${NUMBER}(?:${GAP}of)?(?:${GAP}|-)${MONTH}(?:${COMMA}${GAP}|-)\\d{4}`,
  `${MONTH}${GAP}(?:the${GAP})?${NUMBER}${COMMA}${GAP}\\d{4}`,
  "\\d{4}([-/.])\\d{1,2}\\SAME\\d{1,2}",
].join("|");

const date = (group: number) => DATE.replace("\\SAME", `\\${group}`);
/** `Monday, July 15 2014` and `July 15 2014 (Monday)`. */
const SHAPES = [
  new RegExp(`\\b${WEEKDAY}(?:${COMMA}${GAP}(?:the${GAP}|on${GAP})?|${COMMA}${GAP}\\()(${date(3)})(?![\\d-])`, "giu"),
  new RegExp(`(?<![\\d-])(${date(2)})(?:${COMMA}${GAP})?\\(${WEEKDAY}\\)`, "giu"),
];

/** Without a year: whoever knows when the text was written tells it. */
const BARE = new RegExp(
  `\\b${WEEKDAY}${COMMA}${GAP}(?:the${GAP}|on${GAP})?(${NUMBER}(?:${GAP}of)?(?:${GAP}|-)${MONTH}|${MONTH}${GAP}(?:the${GAP})?${NUMBER})(?![\\d:]|${COMMA}(?:${GAP}|-)\\d{4}|[\\w-])`,
  "giu",
);

/** Longer texts are nobody's title or paragraph. */
const MOST = 200_000;

/**
 * In the order of the text. With the `year` in which it was written, dates without one are held against that year: told is what fits
 * neither it nor the years beside it.
 */
export function wrongWeekdays(text: string, year: number | null = null): readonly WrongWeekday[] {
  if (text.length > MOST) return [];
  const bare = year === null ? [] : bareDates(text, year);
  return [
    ...SHAPES.flatMap((shape, index) =>
      [...text.matchAll(shape)].flatMap((match): readonly WrongWeekday[] => {
        const [weekday, day] = index === 0 ? [match[1], match[2]] : [match[3], match[1]];
        const is = weekdayOf(day ?? "");
        // He sat, and they were wed: short names are names of days with a capital.
        if (!weekday || (/^[a-z]/u.test(weekday) && !/day/iu.test(match[0]))) return [];
        if (is === null || is.toLowerCase().startsWith(weekday.slice(0, 3).toLowerCase())) return [];
        const closes = index === 0 && match[0].includes("(") && text[match.index + match[0].length] === ")";
        const end = match.index + match[0].length + (closes ? 1 : 0);
        return [
          {
            start: match.index,
            end,
            written: asOneLine(text.slice(match.index, end)),
            is,
          },
        ];
      }),
    ),
    ...bare,
  ].toSorted((a, b) => a.start - b.start);
}

function bareDates(text: string, year: number): readonly WrongWeekday[] {
  return [...text.matchAll(BARE)].flatMap((match): readonly WrongWeekday[] => {
    const [whole, weekday = "", day = ""] = match;
    if (/^[a-z]/u.test(weekday) && !/day/iu.test(whole)) return [];
    const [is, ...others] = [year, year - 1, year + 1].map((one) => weekdayOf(`${day} ${one}`));
    const fits = (one: string | null | undefined) => one?.toLowerCase().startsWith(weekday.slice(0, 3).toLowerCase()) ?? false;
    if (!is || fits(is) || others.some(fits)) return [];
    return [{ start: match.index, end: match.index + whole.length, written: asOneLine(whole), is }];
  });
}

function asOneLine(written: string): string {
  return written.replace(/[*_\u0000]+/gu, "").replace(/[\s>]+/gu, " ");
}

/** Null for a day that is on no calendar. */
function weekdayOf(written: string): string | null {
  const numbers = (written.match(/\d+/gu) ?? []).map(Number);
  const word = /[a-z]{3,}/iu.exec(written.replace(/\bthe\b/giu, ""))?.[0].toLowerCase() ?? "";
  const [year = 0, month = 0, day = 0] =
    word === "" ? numbers : [numbers[1] ?? 0, MONTHS.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1, numbers[0] ?? 0];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return WEEKDAYS[at.getUTCDay()] ?? null;
}

/** In our grammar. */
export function sayWrongWeekday({ written, is }: WrongWeekday): string {
  return `Unexpected weekday in \`${written.replaceAll("`", "'")}\`, expected ${is}, or another date`;
}
