/** A conversation on lines that somebody spoke in, edited or closed, as a delivery tells it: GitHub dates the pull request anew for none but the first. */
import type { EmitterWebhookEventName } from "@octokit/webhooks";
import { STIRRED, type CacheEntry } from "../../store/ledger.js";
import type { Delivery } from "../delivery.js";

const TELLING: ReadonlySet<string> = new Set<EmitterWebhookEventName>(["pull_request_review_comment", "pull_request_review_thread"]);

export function threadStirred({ id, name, body }: Pick<Delivery, "id" | "name" | "body">): readonly CacheEntry[] {
  const number = body.pull_request?.number;
  if (!TELLING.has(name) || !body.repository || number === undefined) return [];
  return [{ kind: STIRRED, key: `${body.repository.id}:${number}`, value: id }];
}
