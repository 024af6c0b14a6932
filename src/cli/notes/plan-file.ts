/** A plan as JSON, from a file or from a running app: what `presstime notes` needs of it, and nothing believed that was not looked at. */
import { z } from "zod";
import type { Person } from "../../desk/facts/person.js";
import type { RepositoryFacts } from "../../desk/facts/snapshot.js";
import type { JudgedCampaign, JudgedPost } from "../../desk/judged.js";
import { STAGES } from "../../desk/stage.js";
import { isDay, isZone, zonesMeant, type Instant, type Zone } from "../../desk/time/zone.js";

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .transform((text) => text as Instant);
const day = z.string().refine(isDay);
const texts = z.array(z.string());
/** Plans of a desk whose zone was read before abbreviations were asked back are read still. */
const zone = z.string().refine((name) => isZone(name) || zonesMeant(name).length > 0);

const announcement = z
  .object({
    slot: instant,
    at: instant,
    by: z.string().nullable().default(null),
    why: z.string(),
    earlier: z.literal("unknown").optional(),
  })
  .transform(({ earlier, ...told }) => ({ ...told, ...(earlier && { earlier }) }));

const post = z.object({
  slug: z.string(),
  title: z.string(),
  campaign: z.string().nullable(),
  promised: z.boolean(),
  byline: texts,
  stage: z.enum(STAGES),
  turn: z.enum(["byline", "reviewer", "coordinator", "nobody"]),
  waitingFor: texts,
  reasons: texts.default([]),
  stopped: z.object({ by: z.string(), why: z.string(), at: instant }).nullable(),
  announced: z.array(announcement).default([]),
  asked: z
    .array(
      z.object({
        login: z.string(),
        why: z.string().default(""),
        at: instant.nullable().default(null),
        answered: z.enum(["approves", "requests changes", "comments"]).nullable().default(null),
        away: day.exactOptional(),
      }),
    )
    .default([]),
  leading: z.number().nullable().default(null),
  slot: z
    .object({
      at: instant,
      by: z.string().nullable().default(null),
      why: z.string(),
      draftBy: instant,
      reviewBy: instant,
      lateness: z.enum(["on time", "draft late", "review late", "slot missed", "past the deadline"]),
    })
    .nullable(),
  live: z
    .object({ at: instant.nullable(), by: z.string().nullable(), pull: z.number().nullable(), path: z.string().nullable() })
    .nullable(),
});

const campaign = z.object({
  name: z.string(),
  deadline: instant,
  board: z.object({ number: z.number(), url: z.string() }).nullable(),
  slugs: texts,
  live: z.number(),
  // As in the plan: what is left out here is lost to the count.
  inTime: z.number().optional(),
  dropped: z.number(),
  total: z.number(),
  buffer: z
    .object({ days: z.number(), used: z.number(), third: z.enum(["green", "amber", "red"]) })
    .nullable()
    .default(null),
  conflict: z.object({ says: z.string(), slugs: texts, waysOut: texts }).nullable().default(null),
  ahead: z
    .object({
      free: z.array(instant),
      closed: z.array(
        z.object({ kind: z.enum(["holiday", "closed", "freeze"]), from: day, to: day, why: z.string(), since: instant, until: instant }),
      ),
    })
    .default({ free: [], closed: [] }),
});

const plan = z.object({
  at: instant.nullable().default(null),
  posts: z.array(post).max(10_000),
  campaigns: z.array(campaign).max(100),
});

const repository = z.object({
  owner: z.string(),
  name: z.string(),
  url: z.string(),
  defaultBranch: z.string(),
  archived: z.boolean(),
  private: z.boolean().default(true),
});

/** What a running app gives: the plan of its last look, with the desk's zone and people. */
const view = z.object({
  plan,
  // Of no use to those who read a plan without it.
  repository: repository.nullable().catch(null).default(null),
  zone,
  people: z.array(z.object({ login: z.string(), name: z.string(), zone })).max(1000),
});

export interface PlanFile {
  /** When it was made; null when it does not say. */
  readonly at: Instant | null;
  /** Null when the plan came without. */
  readonly repository: RepositoryFacts | null;
  readonly posts: readonly JudgedPost[];
  readonly campaigns: readonly JudgedCampaign[];
  /** The desk's; null when the plan came without. */
  readonly zone: Zone | null;
  readonly people: readonly Person[];
}

/** Throws with words for people when `text` is no plan. */
export function readPlanFile(text: string): PlanFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error("The input is not JSON. Give a plan that was saved from /api/OWNER/NAME/plan.json.");
  }
  const isView = typeof json === "object" && json !== null && "plan" in json;
  const read = isView
    ? view.safeParse(json)
    : plan.transform((bare) => ({ plan: bare, repository: null, zone: null, people: [] })).safeParse(json);
  if (!read.success) {
    const where = read.error.issues[0]?.path.join(".") ?? "";
    throw new Error(
      `The JSON is not a plan${where ? `: \`${where}\` is missing or has the wrong form` : ""}. Save the plan again from /api/OWNER/NAME/plan.json.`,
    );
  }
  const quiet = { submissions: [], approvals: { by: [], needed: 0 }, findings: [] };
  const { zone, people, repository: whose, plan: found } = read.data;
  return {
    at: found.at,
    repository: whose,
    zone,
    people: people.map((one) => ({ aliases: [], beats: [], capacity: 0, away: [], ...one })),
    campaigns: found.campaigns.map(({ inTime, ...one }) => ({ ...one, ...(inTime !== undefined && { inTime }) })),
    posts: found.posts.map((one) => ({ ...quiet, ...one })),
  };
}
