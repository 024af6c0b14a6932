/** Deliveries of webhooks that failed, and having GitHub send them again: https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks */
import { readInstant, type Instant } from "../desk/time/zone.js";
import type { Client } from "./client.js";
import { unavailable } from "./read/unavailable.js";
import { failureOf } from "./request-failure.js";

export interface FailedDelivery {
  /** Of one attempt; as text, since GitHub's numbers have outgrown 53 bits. */
  readonly id: string;
  /** The same for every attempt. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
}

export interface HookDeliveries {
  /** Those since `since` of which no attempt succeeded, newest first, each once. Throws `Unavailable`. */
  failed(since: Instant): AsyncIterable<FailedDelivery>;
  /** Has it sent again, under the same guid. Throws `Unavailable`, or octokit's error when GitHub will not send that one again. */
  redeliver(id: string): Promise<void>;
}

interface Attempt extends FailedDelivery {
  readonly ok: boolean;
}

export function createDeliveries(app: () => Promise<Client>, now: () => Date): HookDeliveries {
  return {
    async *failed(since) {
      const attempts = await listAttempts(await app(), since).catch((error: unknown) => {
        throw unavailable(error, "The list of deliveries", now());
      });
      const settled = new Set(attempts.filter(({ ok }) => ok).map(({ guid }) => guid));
      for (const { id, guid, event, action } of attempts) {
        if (settled.has(guid)) continue;
        settled.add(guid);
        yield { id, guid, event, action };
      }
    },
    async redeliver(id) {
      try {
        const { rest } = await app();
        // As text: GitHub's numbers have outgrown 53 bits.
        await rest.apps.redeliverWebhookDelivery({ delivery_id: id as unknown as number });
      } catch (error) {
        throw failureOf(error, now()).kind === "later" ? unavailable(error, `Delivery ${id}`, now()) : error;
      }
    },
  };
}

/** Newest first, as GitHub lists them; it keeps three days. */
async function listAttempts(client: Client, since: Instant): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for await (const { data } of client.paginate.iterator(client.rest.apps.listWebhookDeliveries, { per_page: 100 })) {
    const recent = data.filter(({ delivered_at }) => readInstant(delivered_at) >= since);
    attempts.push(
      ...recent.map(({ id, guid, event, action, status_code }) => {
        const ok = status_code >= 200 && status_code < 300;
        return { id: String(id), guid, event, action, ok };
      }),
    );
    if (recent.length < data.length) break;
  }
  return attempts;
}
