/**
 * The endpoint of webhooks: bounded in size, answered in words of ours, and 2xx only when the delivery is written down. The signature is
 * verified (`create-webhooks.ts`), then `receive.ts` writes. START HERE.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "../log.js";
import { sendAnswer, NOT_FOUND, refuse, type PlainAnswer } from "./answer.js";
import { readBody, roomOf } from "./read-body.js";
import { isPayload } from "./delivery.js";
import type { Arrival } from "./receive.js";

export const WEBHOOK_PATH = "/api/github/webhooks";

/** GitHub sends no more than this: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
export const LARGEST_DELIVERY = 25 * 1024 * 1024;

export type WebhookEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface WebhookEndpointOptions {
  /** Whether that text was signed with the App's secret. */
  readonly isSigned: (text: string, signature: string) => Promise<boolean>;
  readonly receive: (arrival: Arrival) => Promise<void>;
  readonly log: Logger;
  /** Bytes in one delivery. */
  readonly limit?: number;
  /** Bytes in all large deliveries that are being read. */
  readonly room?: number;
}

/** Nearly all deliveries are smaller. They have room of their own, so that nobody who sends large ones keeps them out. */
const SMALL = 1024 * 1024;
const ROOM_FOR_SMALL = 64 * SMALL;

export function createWebhookEndpoint(options: WebhookEndpointOptions): WebhookEndpoint {
  const { log, limit = LARGEST_DELIVERY } = options;
  const [small, large] = [roomOf(ROOM_FOR_SMALL), roomOf(options.room ?? 8 * limit)];
  return async (request, response) => {
    const delivery = headerOf(request, "x-github-delivery");
    const name = headerOf(request, "x-github-event");
    const isSmall = Number(request.headers["content-length"] ?? Infinity) <= SMALL;
    const body = await readBody(request, isSmall ? SMALL : limit, isSmall ? small : large);
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
      case "whole":
        try {
          const refusal = await takeIn(request, body.bytes, options);
          if (refusal) log.warn({ delivery, name, code: refusal.code, says: refusal.text }, "Refused a webhook.");
          sendAnswer(response, refusal ?? { code: 200, text: "ok" });
        } catch (error) {
          log.error({ err: error, delivery, name }, "Presstime could not store a webhook in its database.");
          sendAnswer(response, NOT_STORED);
        }
    }
  };
}

const NOT_STORED: PlainAnswer = {
  code: 503,
  text: "Presstime could not store this webhook. Send it again in a minute. The error is in the log.",
  headers: { "retry-after": "60" },
};

/** Null when it was taken in; else why not. */
async function takeIn(request: IncomingMessage, bytes: Buffer, { isSigned, receive }: WebhookEndpointOptions): Promise<PlainAnswer | null> {
  if (request.method !== "POST") return { ...NOT_FOUND, text: "This address accepts only POST." };
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? ""))
    return { code: 415, text: "The content type is not application/json. Choose application/json in the App's webhook settings." };
  const [name, id, signature] = ["x-github-event", "x-github-delivery", "x-hub-signature-256"].map((one) => headerOf(request, one));
  if (!name || !id || !signature || !EVENT_NAME.test(name))
    return {
      code: 400,
      text: "One of the headers X-GitHub-Event, X-GitHub-Delivery and X-Hub-Signature-256 is missing, or is not as GitHub writes it.",
    };
  const text = bytes.toString();
  if (text === "" || !(await isSigned(text, signature)))
    return {
      code: 400,
      text: "The signature was not made with this App's webhook secret. Compare WEBHOOK_SECRET with the App's settings.",
    };
  const payload = parsed(text);
  if (!isPayload(payload)) return { code: 400, text: "The body is not JSON as GitHub sends it." };
  await receive({ id, name, payload, appId: targetOf(request) });
  return null;
}

const EVENT_NAME = /^[a-z][a-z0-9_]{0,99}$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The App that it was sent to, from `X-GitHub-Hook-Installation-Target-ID`; null when it does not say. */
function targetOf(request: IncomingMessage): number | null {
  if (headerOf(request, "x-github-hook-installation-target-type") !== "integration") return null;
  const id = headerOf(request, "x-github-hook-installation-target-id");
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : null;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
