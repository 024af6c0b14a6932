/** What may have been made before an answer was lost, and cannot be taken back: reads that do not show it are believed when they can be behind no more. */
import { instant, plus } from "../../desk/time/zone.js";
import type { Outcome } from "../outcome.js";
import { DOUBTED } from "../read/read-cache.js";
import type { Target } from "./target.js";

/** Milliseconds that reads may be behind. */
const BEHIND = 30_000;

/** Null once it may be made again. */
export async function untilShown({ cache, id, now }: Target, effect: string): Promise<Outcome | null> {
  const at = instant(now());
  const key = `${id}:${effect}`;
  const since = (await cache.find(DOUBTED, [key])).get(key) ?? at;
  if (since === at) await cache.keep(DOUBTED, new Map([[key, at]]));
  const until = plus(since, BEHIND);
  return until > at ? { kind: "later", at: until, by: "outage", why: "GitHub may not show yet what it has made" } : null;
}
