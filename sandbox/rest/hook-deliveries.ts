/** The App's webhook deliveries, and sending them again: https://docs.github.com/en/rest/apps/webhooks */
import { notFound } from "../state/refusal.js";
import type { Delivery } from "../webhooks/deliveries.js";
import { asApp } from "./apps.js";
import { endpoint, numberParam, ok, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";

/** GitHub keeps deliveries for so long, on the sandbox's clock. */
const KEPT_MS = 3 * 24 * 3_600_000;
const PER_PAGE = 30;

export const hookDeliveries: readonly Endpoint[] = [
  endpoint("GET /app/hook/deliveries", listDeliveries),
  endpoint("GET /app/hook/deliveries/{delivery_id}", (call) => {
    asApp(call);
    return ok(deliveryShape(call, deliveryAt(call)));
  }),
  endpoint("POST /app/hook/deliveries/{delivery_id}/attempts", (call) => {
    asApp(call);
    call.deliveries.redeliver(deliveryAt(call));
    return { status: 202, body: {} };
  }),
];

function kept(call: Call): readonly Delivery[] {
  const from = call.world.clock.now().getTime() - KEPT_MS;
  return call.deliveries.made.filter((delivery) => Date.parse(delivery.deliveredAt) >= from);
}

/** Newest first; the cursor is the last id shown. */
function listDeliveries(call: Call): RestAnswer {
  asApp(call);
  const perPage = Math.min(100, Number(call.query.per_page ?? PER_PAGE));
  const before = Number(/^v1_(\d+)$/.exec(call.query.cursor ?? "")?.[1] ?? Number.MAX_SAFE_INTEGER);
  const { status } = call.query;
  const older = kept(call)
    .filter((delivery) => delivery.id < before)
    .filter((delivery) => status === undefined || (status === "success") === delivery.answered.code < 400)
    .reverse();
  const page = older.slice(0, perPage);
  const last = page.at(-1);
  const query = new URLSearchParams({ per_page: String(perPage), ...(status !== undefined && { status }), cursor: `v1_${last?.id ?? 0}` });
  const link = older.length > perPage ? { link: `<${call.world.apiBase}/app/hook/deliveries?${query.toString()}>; rel="next"` } : undefined;
  return ok(page.map(deliveryItemShape), link);
}

function deliveryAt(call: Call): Delivery {
  const id = numberParam(call, "delivery_id");
  const found = kept(call).find((delivery) => delivery.id === id);
  if (!found) throw notFound();
  return found;
}

function deliveryItemShape(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.answered.words,
    status_code: delivery.answered.code,
    event: delivery.name,
    action: delivery.action,
    installation_id: delivery.installation,
    repository_id: delivery.repository,
    throttled_at: null,
  };
}

function deliveryShape(call: Call, delivery: Delivery) {
  const sent: unknown = JSON.parse(delivery.text);
  return {
    ...deliveryItemShape(delivery),
    url: call.world.webBase,
    request: { headers: delivery.headers, payload: sent },
    response: { headers: delivery.answered.headers, payload: delivery.answered.body },
  };
}
