/** Who pushed what, in a delivery: GitHub tells it but once, since a commit holds only the names that its writer gave it. */
import { OPENED_WITH, PULL_TOLD, PUSHED, type CacheEntry, type Pushed, type ToldPull } from "../../store/ledger.js";
import type { DeliveryBody } from "../delivery.js";

/** No commit: what GitHub writes where a branch was not there before, or is gone. */
const NONE = /^0+$/;

/**
 * A push to a branch, whoever opens a pull request of it later; one to a pull request, of a fork too; the head that one is opened with; and
 * which one was told of last, so that a look need not find out what there is to be asked about it.
 * https://docs.github.com/webhooks/webhook-events-and-payloads#push and `#pull_request`
 */
export function pushTold(
  name: string,
  { action, ref, repository, sender, before, after, pull_request: pull }: DeliveryBody,
): readonly CacheEntry[] {
  if (!repository) return [];
  const told: CacheEntry[] = [];
  if (name === "pull_request" && pull?.number !== undefined && pull.head) {
    const value: ToldPull = { number: pull.number, head: pull.head.sha };
    told.push({ kind: PULL_TOLD, key: String(repository.id), value });
    if (action === "opened") told.push({ kind: OPENED_WITH, key: `${repository.id}:${pull.number}`, value: pull.head.sha });
  }
  const isPush = name === "push" ? (ref?.startsWith("refs/heads/") ?? false) : name === "pull_request" && action === "synchronize";
  if (!isPush || !sender || after === undefined || NONE.test(after)) return told;
  const by = sender.type === "Bot" || sender.login.endsWith("[bot]") ? null : sender.login;
  const value: Pushed = { by, before: before === undefined || NONE.test(before) ? null : before };
  return [...told, { kind: PUSHED, key: `${repository.id}:${after}`, value }];
}
