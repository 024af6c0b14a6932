/** The desk: what `.github/presstime.yml` says. One schema gives the type, the defaults, the messages and the JSON Schema. */
import { z } from "zod";
import type { Person } from "./person.js";
import { isDay, isZone, type Day, type Instant } from "./zone.js";

const text = (limit: number) => z.string().trim().min(1).max(limit);
const slug = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/);
const zone = z.string().refine(isZone);
const day = z
  .string()
  .refine(isDay)
  .transform((value) => value as Day);

/** `Mon 12:00`: one place on the calendar each week, wall-clock in the desk's zone. */
const weekly = z.string().regex(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01]\d|2[0-3]):[0-5]\d$/);

const person = z.strictObject({
  login: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/),
  name: text(100).optional(),
  aliases: z.array(text(100)).max(20).default([]),
  zone: zone.optional(),
  beats: z.array(text(40)).max(40).default([]),
  capacity: z.int().min(0).max(50).default(3),
  away: z
    .array(z.strictObject({ from: day, to: day }))
    .max(50)
    .default([]),
});

const promised = z.strictObject({
  slug,
  also: z.array(slug).max(10).default([]),
  title: text(200),
  byline: z.array(text(100)).max(20).default([]),
  beats: z.array(text(40)).max(20).default([]),
  after: z.array(slug).max(20).default([]),
  slot: text(80).optional(),
});

const campaign = z.strictObject({
  name: text(80),
  deadline: text(80),
  posts: z.array(promised).max(2000).default([]),
});

export const deskSchema = z.strictObject({
  zone: zone.default("UTC"),
  posts: z.array(text(200)).min(1).max(20).default(["posts/**/*.md", "_posts/**/*.md", "content/posts/**/*.md", "content/blog/**/*.md"]),
  people: z.array(person).max(500).default([]),
  coordinators: z.array(text(100)).max(20).default([]),
  review: z.strictObject({ approvals: z.int().min(1).max(6).default(1), ask: z.int().min(0).max(6).default(2) }).prefault({}),
  slots: z.array(weekly).max(50).default(["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"]),
  lead: z.strictObject({ draft: z.int().min(0).max(60).default(3), review: z.int().min(0).max(60).default(1) }).prefault({}),
  reminders: z.strictObject({ every: z.int().min(1).max(60).default(2), hour: z.int().min(0).max(23).default(9) }).prefault({}),
  merge: z
    .strictObject({ at_slot: z.boolean().default(false), method: z.enum(["merge", "squash", "rebase"]).default("merge") })
    .prefault({}),
  campaigns: z.array(campaign).max(20).default([]),
});

export type DeskFile = z.output<typeof deskSchema>;

/** A desk as the rest of the desk uses it: every name resolved to a person, every time to an instant. */
export interface Desk {
  readonly zone: string;
  /** Globs of the files that are posts. */
  readonly posts: readonly string[];
  readonly people: readonly Person[];
  /** Logins. */
  readonly coordinators: readonly string[];
  readonly review: { readonly approvals: number; readonly ask: number };
  /** `Mon 12:00`, wall-clock in the desk's zone. */
  readonly slots: readonly string[];
  /** Working days: the draft is due `draft` of them before the review, the review `review` of them before the slot. */
  readonly lead: { readonly draft: number; readonly review: number };
  /** A reminder each `every` working days, at `hour` in the zone of the one reminded. */
  readonly reminders: { readonly every: number; readonly hour: number };
  /** Whether the app merges at the slot, and how; otherwise the coordinator is told that it may go. */
  readonly merge: { readonly atSlot: boolean; readonly method: "merge" | "squash" | "rebase" };
  readonly campaigns: readonly Campaign[];
}

export interface Campaign {
  readonly name: string;
  readonly deadline: Instant;
  /** In the plan's own order. */
  readonly posts: readonly Promised[];
}

/** A post that was promised; whether anything was written is the pull requests' to tell. */
export interface Promised {
  readonly slug: string;
  /** Other slugs it has gone by. */
  readonly also: readonly string[];
  readonly title: string;
  /** Logins of those who sign it; empty while nobody is named. */
  readonly byline: readonly string[];
  readonly beats: readonly string[];
  /** Slugs that must be live first. */
  readonly after: readonly string[];
  /** The slot the plan pins it to. */
  readonly pinned: Instant | null;
}
