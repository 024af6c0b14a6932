/** Probot, as far as it is used: it verifies signatures and hands over what was signed. */
import { createNodeMiddleware, Probot } from "probot";
import type { Logger } from "../log.js";
import type { AppSettings } from "../settings/settings.js";
import type { Arrival } from "./receive.js";
import { createWebhookEndpoint, deliveredTo, WEBHOOK_PATH, type WebhookEndpoint } from "./webhook-endpoint.js";

/** Probot's webhooks, behind which `receive` gets every delivery that was signed with the App's secret. */
export async function createWebhooks(
  { appId, privateKey, webhookSecret, apiUrl }: AppSettings,
  receive: (arrival: Arrival) => Promise<void>,
  log: Logger,
): Promise<WebhookEndpoint> {
  // Probot logs a refused delivery whole, signature and all. The endpoint tells of it in a line of its own.
  const silent = log.child({}, { level: "silent" });
  const probot = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, log: silent });
  const middleware = await createNodeMiddleware(
    (app) => {
      app.onAny(async ({ id, name, payload }) => {
        try {
          await receive({ id, name, payload, appId: deliveredTo.getStore() ?? null });
        } catch (error) {
          log.error({ err: error, delivery: id, name }, "Presstime could not store a webhook in its database.");
          throw error;
        }
      });
    },
    { probot, webhooksPath: WEBHOOK_PATH },
  );
  return createWebhookEndpoint(middleware, { log });
}
