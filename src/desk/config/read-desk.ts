/** Reads a desk file: YAML to a Desk, or everything that is wrong with it at once, each with its line. START HERE. */
import type { Desk, Lead, SiteFolders } from "../facts/desk.js";
import { FILE_START, type Finding } from "../facts/finding.js";
import type { HolidayBook } from "../facts/holidays.js";
import { findPerson, type Person } from "../facts/person.js";
import { isDay, readWhen } from "../time/zone.js";
import { deskLintOf } from "./lint-schema.js";
import { calendarRemarks } from "./rules/calendar.js";
import { globRemarks } from "./rules/globs.js";
import { lintRemarks, type KnownRule } from "./rules/lint.js";
import { peopleRemarks } from "./rules/people.js";
import { pathRemarks } from "./rules/paths.js";
import { planRemarks } from "./rules/promises.js";
import { slotRemarks } from "./rules/slots.js";
import { weekdayRemarks } from "./rules/weekdays.js";
import { timeRemarks } from "./rules/times.js";
import { deskSchema, POST_GLOBS, type DeskFile } from "./schema.js";
import { shapeFindings } from "./shape.js";
import { rawDeskOf } from "./yaml/raw-values.js";
import { told, type Pending } from "./yaml/remark.js";
import { readDeskText } from "./yaml/yaml-text.js";

/** `desk` is null when a finding is an error. */
export interface DeskReading {
  readonly desk: Desk | null;
  readonly findings: readonly Finding[];
}

const MOST_FINDINGS = 100;

const NO_BOOK: HolidayBook = { unlisted: () => null, daysOf: () => [] };

/**
 * Never throws for what the text says. Findings come in the order of the file, a hundred at most.
 * Without a book of holidays every country is taken as it is written, and no day is known to be a holiday.
 * Without `rules`, what it sets of the linter is believed: they are handed in because loading them takes a desk's reader ten times as long.
 */
export function readDesk(text: string, rules: readonly KnownRule[] = [], holidays: HolidayBook = NO_BOOK): DeskReading {
  const read = readDeskText(text);
  if (read.value === undefined) return { desk: null, findings: bounded(read.findings) };
  if (typeof read.value !== "object" || read.value === null || Array.isArray(read.value))
    return { desk: null, findings: bounded([...read.findings, notADesk(read.value)]) };

  const parsed = deskSchema.safeParse(read.value);
  const raw = rawDeskOf(read.value);
  const shaped = parsed.success ? deskOf(parsed.data) : null;
  const strict = [
    ...globRemarks(raw.globs),
    ...peopleRemarks(raw),
    ...calendarRemarks(raw, holidays),
    ...timeRemarks(raw),
    ...planRemarks(raw),
    ...weekdayRemarks(raw),
    ...pathRemarks(raw, raw.globs.length > 0 ? raw.globs.map((glob) => glob.text) : POST_GLOBS),
  ];
  // What slots there are is worked out only when all that they follow from is right.
  const sound = shaped && strict.every(({ severity }) => severity !== "error");
  const remarks = sound ? [...strict, ...slotRemarks(raw, shaped, holidays)] : strict;
  const findings: readonly Pending[] = [
    ...read.findings,
    ...(parsed.success ? [] : shapeFindings(parsed.error.issues, read)),
    ...(rules.length > 0 ? lintRemarks(read, rules) : []),
    ...remarks.map(({ said, ...remark }): Pending => ({ ...remark, place: () => read.placeOf(said.path, "value") })),
  ];
  const good = parsed.success && findings.every(({ severity }) => severity !== "error");
  return { desk: good ? shaped : null, findings: bounded(findings) };
}

function notADesk(value: unknown): Finding {
  const what = value === null ? "empty file" : Array.isArray(value) ? "list" : "single value";
  const message = `Unexpected ${what}, expected a mapping such as \`zone: Europe/London\`; docs/config.md lists the keys`;
  return { rule: "desk-value", severity: "error", message, place: FILE_START };
}

/** Errors come before warnings when there are too many; then all are put in the order of the file. */
function bounded(findings: readonly Pending[]): Finding[] {
  const kept = findings.toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error")).slice(0, MOST_FINDINGS);
  const left = findings.length - kept.length;
  const sorted = kept.map(told).sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  if (left === 0) return sorted;
  const message = `Unexpected ${left} more findings, expected none; mend these first`;
  return [...sorted, { rule: "desk-limit", severity: "error", message, place: FILE_START }];
}

function deskOf(file: DeskFile): Desk {
  const people = file.people.flatMap(({ login, name, aliases, zone, beats, capacity, away, holidays }): Person[] =>
    login === undefined
      ? []
      : [{ login, name: name ?? login, aliases, zone: zone ?? file.zone, beats, capacity, away, holidays: holidays ?? null }],
  );
  const teams = file.people.flatMap(({ login, name, aliases }) => (login === undefined && name !== undefined ? [{ name, aliases }] : []));
  const folders = typeof file.site === "object" ? siteFoldersOf(file.site) : null;
  // The rules have seen to it that each name means one person and each time can be read; what is left out here cannot happen.
  const logins = (names: readonly string[]) => [...new Set(names.flatMap((name) => findPerson(people, name)?.login ?? []))];
  const instants = (when: string | undefined) => {
    const read = when === undefined ? null : readWhen(when, null);
    return read?.kind === "instant" ? read.at : null;
  };
  return {
    zone: file.zone,
    posts: file.posts,
    people,
    coordinators: logins(file.coordinators),
    review: {
      approvals: file.review.approvals,
      ask: file.review.ask,
      conversations: file.review.conversations,
      draftTitles: file.review.draft_titles,
      ...(file.review.teams && { teams: file.review.teams }),
    },
    ...(teams.length > 0 && { teams }),
    site: (typeof file.site === "object" ? file.site.generator : file.site) ?? null,
    ...(folders && { siteFolders: folders }),
    slots: file.slots,
    calendar: {
      holidays: file.calendar.holidays,
      closed: file.calendar.closed.flatMap(({ from, to = from, why = "" }) => (isDay(from) && isDay(to) ? [{ from, to, why }] : [])),
      extra: file.calendar.extra.flatMap((when) => instants(when) ?? []),
      freezes: file.calendar.freezes.flatMap(({ from, to, why = "", pass }) => {
        const [begins, ends] = [instants(from), instants(to)];
        return begins && ends ? [{ from: begins, to: ends, why, pass: logins(pass) }] : [];
      }),
      byline: file.calendar.byline ?? null,
      beatGap: file.calendar.beat_gap,
    },
    lint: deskLintOf(file.lint),
    lead: file.lead,
    reminders: file.reminders,
    ...(file.checks === "all" && { checksOnAll: true as const }),
    merge: {
      atSlot: file.merge.at_slot,
      method: file.merge.method,
      missed: file.merge.missed,
      checks: file.merge.checks,
      ...(file.merge.would_not_show === "warn" && { wouldNotShow: "warn" }),
      fixDates: file.merge.mend_dates,
    },
    campaigns: file.campaigns.flatMap(({ name, deadline, starts, lead, buffer, together, posts }) => {
      const ends = instants(deadline);
      if (!ends) return [];
      return {
        name,
        deadline: ends,
        starts: instants(starts),
        lead: ownLead(lead, file.lead),
        buffer,
        together,
        posts: posts.map(({ slug, also, path, title, byline, beats, after, series, slot, not_before, lead: own }) => ({
          slug,
          also,
          ...(path !== undefined && { path }),
          title,
          byline: logins(byline),
          beats,
          after,
          ...(series !== undefined && { series }),
          pinned: instants(slot),
          notBefore: instants(not_before),
          lead: ownLead(own, ownLead(lead, file.lead) ?? file.lead),
        })),
      };
    }),
  };
}

/** Where each generator keeps what it publishes as it is; Jekyll publishes every folder. */
const STATIC = {
  jekyll: [],
  hugo: ["static", "assets"],
  zola: ["static"],
  astro: ["public"],
  docusaurus: ["static"],
  plain: ["static", "public", "assets"],
} as const;

function siteFoldersOf({ generator, root, static: published }: Exclude<DeskFile["site"], string | undefined>): SiteFolders | null {
  if (root === undefined && published === undefined) return null;
  return { root: root ?? null, static: published ?? STATIC[generator ?? "plain"] };
}

/** Of a length that is left out, that of what stands above. */
function ownLead(own: { readonly draft?: number | undefined; readonly review?: number | undefined } | undefined, above: Lead): Lead | null {
  return own ? { draft: own.draft ?? above.draft, review: own.review ?? above.review } : null;
}
