/** A plan as JSON, from a file or from a running app: what `presstime notes` needs of it, and nothing believed that was not looked at. */
import { z } from "zod";
import type { JudgedCampaign, JudgedPost } from "../desk/judged.js";
import { STAGES } from "../desk/stage.js";
import type { Instant } from "../desk/zone.js";

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .transform((text) => text as Instant);
const texts = z.array(z.string());

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
  slot: z
    .object({
      at: instant,
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
  dropped: z.number(),
  total: z.number(),
});

const plan = z.object({ posts: z.array(post).max(10_000), campaigns: z.array(campaign).max(100) });

export interface PlanFile {
  readonly posts: readonly JudgedPost[];
  readonly campaigns: readonly JudgedCampaign[];
}

/** Throws with words for people when `text` is no plan. */
export function readPlanFile(text: string): PlanFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error("Unexpected text that is not JSON, expected a plan as /api/OWNER/NAME/plan.json gives it");
  }
  const read = plan.safeParse(json);
  if (!read.success) {
    const where = read.error.issues[0]?.path.join(".") ?? "";
    throw new Error(`Unexpected JSON${where ? ` at ${where}` : ""}, expected a plan with its posts and campaigns`);
  }
  const quiet = { submissions: [], leading: null, announced: [], asked: [], approvals: { by: [], needed: 0 }, findings: [] };
  return { campaigns: read.data.campaigns, posts: read.data.posts.map((one) => ({ ...quiet, ...one })) };
}
