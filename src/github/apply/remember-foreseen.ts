/** Remembering what the app would set in a text, before anybody sets it, so that it voids no review and makes nobody a writer. */
import { FORESEEN, type ForeseenFix } from "../read/read-cache.js";
import type { Target } from "./target.js";

/** Of one pull request, the newest: each is one text for one slot. */
const MOST_KEPT = 50;

export async function rememberForeseen({ cache, id }: Target, pull: number, fixes: readonly ForeseenFix[]): Promise<void> {
  const key = `${id}:${pull}`;
  const before = (await cache.find(FORESEEN, [key])).get(key) ?? [];
  const known = new Set(before.map((one) => JSON.stringify(one)));
  const news = fixes.filter((one) => !known.has(JSON.stringify(one)));
  if (news.length > 0) await cache.keep(FORESEEN, new Map([[key, [...before, ...news].slice(-MOST_KEPT)]]));
}
