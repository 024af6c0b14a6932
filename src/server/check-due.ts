/** When a look is due that a check or a commit status asks for: dozens of them may come in a minute, and most are of heads that bring no post. */
import { HOUR, latest, MINUTE, plus, type Instant } from "../desk/time/zone.js";
import { PULL_TOLD, WATCHED, type Ledger, type ToldPull, type Watched } from "../store/ledger.js";

/** Such looks are at least so far from the look before, unless a slot is near. */
const APART = MINUTE;
const NEAR = HOUR;

/** Null where it changes nothing that is looked at. */
export async function checkDue(ledger: Pick<Ledger, "cached">, repository: number, sha: string, at: Instant): Promise<Instant | null> {
  const key = String(repository);
  const watched = (await ledger.cached(WATCHED, [key])).get(key) as Watched | undefined;
  // No look has said yet what matters.
  if (!watched) return at;
  if (!watched.heads.includes(sha)) {
    const told = (await ledger.cached(PULL_TOLD, [key])).get(key) as ToldPull | undefined;
    const isNew = watched.hasDesk && told?.head === sha && !watched.others.includes(sha);
    if (!isNew) return null;
  }
  const isNear = watched.slots.some((slot) => plus(slot, -NEAR) <= at && at <= plus(slot, NEAR));
  return isNear ? at : latest([at, plus(watched.at, APART)]);
}
