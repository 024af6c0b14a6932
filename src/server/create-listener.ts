/** Which request goes where: webhooks, health, pages. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "../log.js";
import { sendAnswer, FAILED, NOT_FOUND, refuse, type PlainAnswer } from "./answer.js";
import { answerHealth, type Readiness } from "./health.js";
import { readBody, roomOf, type Room } from "./read-body.js";
import { isOwnHost } from "./this-machine.js";
import { WEBHOOK_PATH, type WebhookEndpoint } from "./webhook-endpoint.js";

/** What shows pages: a Hono app, or anything else with its `fetch`. */
export interface Pages {
  /** The second tells whose request it is, as Hono's server for Node tells it. */
  fetch(request: Request, env: { readonly incoming: IncomingMessage }): Response | Promise<Response>;
}

interface ListenerOptions {
  readonly webhooks: WebhookEndpoint;
  /** Null shows no pages. */
  readonly pages: Pages | null;
  /** Where people reach them, such as `https://presstime.example.org`; they answer there and to this machine alone. */
  readonly publicUrl: string;
  readonly readiness: Readiness;
  /** What GitHub does not let us read, in words that name repositories: for whoever asks more than whether deliveries may come, and may know them. */
  readonly unread?: (request: IncomingMessage) => Promise<readonly string[]>;
  readonly log: Logger;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A form on a page is small; nothing else is sent to pages. */
const LARGEST_FORM = 1024 * 1024;
const ROOM_FOR_FORMS = 16 * LARGEST_FORM;

export function createListener({ webhooks, pages, publicUrl, readiness, unread, log }: ListenerOptions): Listener {
  const show = pages && pageListener(pages, log);
  const room = roomOf(ROOM_FOR_FORMS);
  return async (request, response) => {
    const [before = "", query = ""] = (request.url ?? "/").split("?", 2);
    const path = before.replace(/\/+$/, "");
    if (path === WEBHOOK_PATH) return webhooks(request, response);
    const isVerbose = new URLSearchParams(query).has("verbose");
    const health = await answerHealth(path, { readiness, ...(unread && isVerbose && { unread: () => unread(request) }) });
    if (health || !show) {
      sendAnswer(response, health ?? NOT_FOUND);
    } else if (!isAddress(request)) {
      refuse(request, response, MALFORMED);
    } else if (!isOwnHost(request.headers.host ?? "", publicUrl)) {
      refuse(request, response, misdirected(publicUrl));
    } else if (await takeForm(request, room)) {
      await show(request, response);
    } else {
      refuse(request, response, { code: 413, text: `The request is larger than ${LARGEST_FORM} bytes. Send a smaller one.` });
    }
  };
}

const MALFORMED: PlainAnswer = { code: 400, text: "The address or the Host header of this request is malformed." };

function misdirected(publicUrl: string): PlainAnswer {
  const { host } = new URL(publicUrl);
  return {
    code: 421,
    text: `Presstime shows its pages at ${host} and to its own machine. If people should open them at this address, set PUBLIC_URL to it and restart Presstime.`,
  };
}

/** A page's address as browsers write it, and a host in one word. */
function isAddress({ url = "", headers: { host = "" } }: IncomingMessage): boolean {
  return /^\/[^\\]*$/.test(url) && /^[\w.:[\]-]+$/.test(host) && URL.canParse(url, `http://${host}`);
}

function pageListener(pages: Pages, log: Logger): Listener {
  return getRequestListener((request, { incoming }) => pages.fetch(request, { incoming: incoming as IncomingMessage }), {
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      log.error({ err: error }, "Presstime could not make a page.");
      return new Response(`${FAILED.text}\n`, { status: FAILED.code });
    },
  });
}

/** Reads what a form sends, so that no page ever sees more; false when it is too large. */
async function takeForm(request: IncomingMessage, room: Room): Promise<boolean> {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const body = await readBody(request, LARGEST_FORM, room);
  if (body.kind !== "whole") return false;
  Object.assign(request, { rawBody: body.bytes });
  return true;
}
