/**
 * The endpoint of webhooks: bounded in size, answered in words of ours, and 2xx only when Probot's handlers came to an end. Probot
 * verifies the signature (`create-webhooks.ts`), then `receive.ts` writes the delivery down. START HERE.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "../log.js";
import { sendAnswer, FAILED, NOT_FOUND, refuse, type PlainAnswer } from "./answer.js";
import { HeldResponse } from "./held-response.js";
import { readBody, type Room } from "./read-body.js";

export const WEBHOOK_PATH = "/api/github/webhooks";

/** GitHub sends no more than this: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
export const LARGEST_DELIVERY = 25 * 1024 * 1024;

/** What `createNodeMiddleware` gives. */
type Middleware = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * The App that the delivery being handled was sent to, from `X-GitHub-Hook-Installation-Target-ID`; null when it does not say.
 * Probot passes its handlers no headers.
 */
export const deliveredTo = new AsyncLocalStorage<number | null>();

export type WebhookEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface WebhookEndpointOptions {
  readonly log: Logger;
  /** Bytes in one delivery. */
  readonly limit?: number;
  /** Bytes in all deliveries that are being read. */
  readonly room?: number;
}

export function createWebhookEndpoint(middleware: Middleware, options: WebhookEndpointOptions): WebhookEndpoint {
  const { log, limit = LARGEST_DELIVERY } = options;
  const room: Room = { left: options.room ?? 4 * limit };
  return async (request, response) => {
    const delivery = headerOf(request, "x-github-delivery");
    const name = headerOf(request, "x-github-event");
    const body = await readBody(request, limit, room);
    switch (body.kind) {
      case "cut off":
        log.warn({ delivery, name }, "The connection closed before a webhook was complete.");
        return;
      case "too large":
        log.warn({ delivery, name, limit }, "Refused a webhook, because it is too large.");
        refuse(request, response, {
          code: 413,
          text: `The webhook is larger than ${limit} bytes, which is GitHub's own limit.`,
        });
        return;
      case "too busy":
        log.warn({ delivery, name }, "Refused a webhook, because too many arrive at the same time.");
        refuse(request, response, {
          code: 503,
          text: "Too many requests at the same time. Send this one again in 10 seconds.",
          headers: { "retry-after": "10" },
        });
        return;
      case "whole": {
        const held = new HeldResponse(request);
        // The middleware takes a body that was read before, in the fields that serverless hosts put it in.
        Object.assign(request, { body: {}, rawBody: body.bytes });
        try {
          await deliveredTo.run(targetOf(request), () => middleware(request, held));
          const given = answerFrom(held);
          if (given.code >= 400) log.warn({ delivery, name, code: given.code, says: held.text.slice(0, 500) }, "Refused a webhook.");
          sendAnswer(response, given);
        } catch (error) {
          log.error({ err: error, delivery, name }, "Presstime could not process a webhook.");
          sendAnswer(response, FAILED);
        }
      }
    }
  };
}

function answerFrom(held: HeldResponse): PlainAnswer {
  switch (held.statusCode) {
    case 200:
      return { code: 200, text: "ok" };
    case 400:
      return { code: 400, text: complaintFrom(held.text) };
    case 404:
      return { ...NOT_FOUND, text: "This address accepts only POST." };
    case 415:
      return { code: 415, text: "The content type is not application/json. Choose application/json in the App's webhook settings." };
    default:
      // Also Probot's 202 after nine seconds: work that goes on unseen is not work that GitHub may forget about.
      return FAILED;
  }
}

/** Probot says `{"error": "Error: [@octokit/webhooks] signature does not match …"}`. */
function complaintFrom(text: string): string {
  if (/signature/i.test(text) && !/missing/i.test(text)) {
    return "The signature was not made with this App's webhook secret. Compare WEBHOOK_SECRET with the App's settings.";
  }
  if (/headers missing/i.test(text)) return "One of the headers X-GitHub-Event, X-GitHub-Delivery and X-Hub-Signature-256 is missing.";
  return "The body is not JSON as GitHub sends it.";
}

function targetOf(request: IncomingMessage): number | null {
  if (headerOf(request, "x-github-hook-installation-target-type") !== "integration") return null;
  const id = headerOf(request, "x-github-hook-installation-target-id");
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
