/** The agenda as JSON, as docs/feeds.md describes it: a change of a name here is a change for those who read it. */
import type { JudgedCampaign } from "../../desk/judged.js";
import type { Occasion } from "../../desk/outlook/agenda.js";
import { writeZoned, type Instant, type Zone } from "../../desk/time/zone.js";
import { slipOf } from "../../desk/tracking/slip.js";

export function calendarJson(at: Instant, zone: Zone, campaigns: readonly JudgedCampaign[], occasions: readonly Occasion[]): string {
  const told = {
    at,
    zone,
    campaigns: campaigns.map(({ name, deadline, live, inTime = live, dropped, total, buffer, conflict, ahead }) => ({
      name,
      deadline,
      live,
      inTime,
      dropped,
      total,
      buffer,
      conflict,
      free: ahead.free,
      closed: ahead.closed.map(({ kind, from, to, why }) => ({ kind, from, to, why })),
    })),
    occasions: occasions.map((one) => occasionJson(one, zone)),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function occasionJson({ kind, at, standing, campaign, post, changes, since }: Occasion, zone: Zone): object {
  const common = { kind, at, wall: writeZoned(at, zone), standing, campaign };
  if (!post) return common;
  const { slug, title, byline, stage } = post;
  const slip = slipOf(post, zone);
  return { ...common, slug, title, byline, stage, changes, since, first: slip?.first ?? null, days: slip?.days ?? null };
}
