/** What changes seldom, and no delivery tells of: asked for once a day. */
import { DAY, HOUR, plus } from "../../desk/time/zone.js";
import { answeredInTheEnd } from "./answered-in-the-end.js";
import type { Daily, Kind } from "./read-cache.js";
import type { ReadScope } from "./scope.js";

/** What was told before, or null, where GitHub does not tell: it is asked again within the hour then. */
export async function askedDaily<Told>(
  scope: ReadScope,
  kind: Kind<Daily<Told>>,
  about: string,
  ask: () => Promise<Told>,
): Promise<Told | null> {
  const { cache, id, at } = scope;
  const key = `${id}:${about}`;
  const known = (await cache.find(kind, [key])).get(key);
  if (known && known.againAt > at) return known.told;
  const answer = await answeredInTheEnd(scope, `${kind.name} ${about}`, ask);
  const told = answer ?? known?.told ?? null;
  await cache.keep(kind, new Map([[key, { told, againAt: plus(at, answer === null ? HOUR : DAY) }]]));
  return told;
}
