/** The HTTP server: health, webhooks and pages on one port, with limits of its own and an end that loses nothing. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "../log.js";
import { answer, FAILED, NOT_FOUND, refuse } from "./answer.js";
import { answerHealth, type Readiness } from "./health.js";
import { readBody, type Room } from "./read-body.js";
import { WEBHOOK_PATH, type WebhookDoor } from "./webhook-door.js";

/** What shows pages: a Hono app, or anything else with its `fetch`. */
export interface Pages {
  fetch(request: Request): Response | Promise<Response>;
}

export interface ServerOptions {
  readonly port: number;
  /** Null means every address of the machine. */
  readonly host: string | null;
  readonly webhooks: WebhookDoor;
  readonly pages: Pages | null;
  readonly readiness: Readiness;
  readonly log: Logger;
}

export interface RunningServer {
  /** `http://localhost:3000`, without a slash at its end. */
  readonly url: string;
  /** Stops accepting at once; resolves when the last request is answered, or `limitMs` later by hanging up on it. */
  close(limitMs: number): Promise<void>;
}

/** A form on a page is small; nothing else is sent to pages. */
const LARGEST_FORM = 1024 * 1024;
const ROOM_FOR_FORMS = 16 * LARGEST_FORM;

/** Rejects with what to do about it when the port cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const listener = createListener(options);
  let closing = false;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 }, (request, response) => {
    // A connection that is kept open for a next request would keep the server open too.
    response.once("close", () => {
      if (closing)
        setImmediate(() => {
          server.closeIdleConnections();
        });
    });
    listener(request, response).catch((error: unknown) => {
      options.log.error({ err: error }, "A request failed");
      answer(response, FAILED);
    });
  });
  await listen(server, options);
  return {
    url: urlOf(server),
    close: (limitMs) => {
      closing = true;
      return closeServer(server, limitMs);
    },
  };
}

function createListener({ webhooks, pages, readiness, log }: ServerOptions) {
  const room: Room = { left: ROOM_FOR_FORMS };
  const showPage =
    pages &&
    getRequestListener((request) => pages.fetch(request), {
      overrideGlobalObjects: false,
      errorHandler: (error) => {
        log.error({ err: error }, "A page failed");
        return new Response(`${FAILED.text}\n`, { status: FAILED.code });
      },
    });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? "/").split("?", 1)[0]?.replace(/\/+$/, "") ?? "";
    if (path === WEBHOOK_PATH) return webhooks(request, response);
    const health = await answerHealth(path, readiness);
    if (health) {
      answer(response, health);
      return;
    }
    if (!showPage) {
      answer(response, NOT_FOUND);
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      const body = await readBody(request, LARGEST_FORM, room);
      if (body.kind !== "whole") {
        refuse(request, response, { code: 413, text: `Unexpected size of the request, expected at most ${LARGEST_FORM} bytes.` });
        return;
      }
      Object.assign(request, { rawBody: body.bytes });
    }
    await showPage(request, response);
  };
}

function listen(server: Server, { port, host }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(sayWhyNot(error, port, host));
    });
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve);
  });
}

function sayWhyNot(error: NodeJS.ErrnoException, port: number, host: string | null): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`Unexpected neighbour on port ${port}, expected it to be free: stop that program, or set PORT to another.`, {
        cause: error,
      });
    case "EACCES":
      return new Error(`Unexpected refusal of port ${port}, expected one that this user may use: set PORT to one above 1023.`, {
        cause: error,
      });
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Error(`Unexpected HOST \`${host ?? ""}\`, expected an address of this machine: leave it unset for all of them.`, {
        cause: error,
      });
    default:
      return error;
  }
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const everyAddress = address === "::" || address === "0.0.0.0" || address === "127.0.0.1" || address === "::1";
  if (everyAddress) return `http://localhost:${port}`;
  return family === "IPv6" ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

function closeServer(server: Server, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = setTimeout(() => {
      server.closeAllConnections();
    }, limitMs);
    server.close(() => {
      clearTimeout(hangUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
