/** When a look is due that a delivery asks for. Of checks and commit statuses dozens may come in a minute, and most are of heads that bring no post. */
import type { EmitterWebhookEventName } from "@octokit/webhooks";
import { earliest, HOUR, latest, MINUTE, plus, type Instant } from "../desk/time/zone.js";
import { PULL_TOLD, WATCHED, type Ledger, type ToldPull, type Watched } from "../store/ledger.js";

/** Such looks are at least so far from the look before, unless a slot is near. */
const APART = MINUTE;
const NEAR = HOUR;

/** By these alone a repository comes to have a desk; of all that happens where there is none, nothing is looked at. */
const BRINGS_DESK: ReadonlySet<string> = new Set<EmitterWebhookEventName>([
  "push",
  "repository",
  "installation",
  "installation_repositories",
]);

/**
 * Null where it changes nothing that is looked at. `sha` is the head of whose checks or statuses one has ended; `withDesk` are ids of
 * repositories that had a desk when they were asked about last, of which a thousand deliveries need not ask again.
 */
export async function lookDue(
  ledger: Pick<Ledger, "cached">,
  { name, repository, sha }: { readonly name: string; readonly repository: number; readonly sha?: string | undefined },
  at: Instant,
  withDesk: Set<number>,
): Promise<Instant | null> {
  if (sha === undefined && withDesk.has(repository)) return at;
  const key = String(repository);
  const watched = await lastWatched(ledger, repository);
  // No look has said yet what matters.
  if (!watched) return at;
  if (!watched.hasDesk) return BRINGS_DESK.has(name) ? at : null;
  withDesk.add(repository);
  if (sha === undefined) return at;
  if (!watched.heads.includes(sha)) {
    const told = (await ledger.cached(PULL_TOLD, [key])).get(key) as ToldPull | undefined;
    const isNew = told?.head === sha && !watched.others.includes(sha);
    if (!isNew) return null;
  }
  return isNear(watched, at) ? at : latest([at, plus(watched.at, APART)]);
}

/** What the last look found; undefined where there was none. */
export async function lastWatched(ledger: Pick<Ledger, "cached">, repository: number): Promise<Watched | undefined> {
  return (await ledger.cached(WATCHED, [String(repository)])).get(String(repository)) as Watched | undefined;
}

/** Whether a post goes live, or should have gone, within the hour. */
export function isNear({ slots }: Watched, at: Instant): boolean {
  return slots.some((slot) => plus(slot, -NEAR) <= at && at <= plus(slot, NEAR));
}

/** When the first of its slots comes near; null when none does. */
export function nearFrom({ slots }: Watched, at: Instant): Instant | null {
  return earliest(slots.map((slot) => plus(slot, -NEAR)).filter((from) => from > at));
}
