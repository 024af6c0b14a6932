/** The door for deliveries: signatures verified by octokit's webhooks, and what was signed handed over. */
import { Webhooks } from "@octokit/webhooks";
import type { Logger } from "../log.js";
import type { AppSettings } from "../settings/settings.js";
import type { Arrival } from "./receive.js";
import { createWebhookEndpoint, type WebhookEndpoint } from "./webhook-endpoint.js";

/** `receive` gets every delivery that was signed with the App's secret. */
export function createWebhooks(
  { webhookSecret }: Pick<AppSettings, "webhookSecret">,
  receive: (arrival: Arrival) => Promise<void>,
  log: Logger,
): WebhookEndpoint {
  const webhooks = new Webhooks({ secret: webhookSecret });
  return createWebhookEndpoint({ isSigned: (text, signature) => webhooks.verify(text, signature), receive, log });
}
