/** The last look at each repository that was completed, kept in the ledger: how the desk tells a slot that nobody was there for. */
import type { Instant } from "../desk/time/zone.js";
import type { Ledger } from "../store/ledger.js";

/** The kind under which `Ledger.cache` keeps it; the key is the repository's id in decimal. */
const LOOKED = "looked";

/** Null when that is not known, as after the ledger was lost. */
export async function lastLook(ledger: Pick<Ledger, "cached">, repository: number): Promise<Instant | null> {
  const kept = (await ledger.cached(LOOKED, [String(repository)])).get(String(repository));
  return typeof kept === "string" ? (kept as Instant) : null;
}

/** To be called only when all that the look wanted was tried: a look that died before it told people of something was none. */
export async function noteLook(ledger: Pick<Ledger, "cache">, repository: number, at: Instant): Promise<void> {
  await ledger.cache(LOOKED, new Map([[String(repository), at]]), at);
}
