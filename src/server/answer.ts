/** Plain answers to requests: a code and one line of text, whatever went wrong inside. */
import type { IncomingMessage, ServerResponse } from "node:http";

export interface PlainAnswer {
  readonly code: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What people and GitHub are told of our own failures; the reason is in the log, for it may hold what strangers should not read. */
export const FAILED: PlainAnswer = { code: 500, text: "Presstime could not do this now. Try again in a minute. The error is in the log." };
export const NOT_FOUND: PlainAnswer = { code: 404, text: "There is nothing at this address." };

export function sendAnswer(response: ServerResponse, { code, text, headers = {} }: PlainAnswer): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(code, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(`${text}\n`);
}

/** How long a refused sender may go on, so that it sees the answer: closing on unread bytes resets the connection, and the answer is lost. */
const GRACE_MS = 1_000;

/** Answers a request whose body was not read to its end, throws away what still comes for a moment, then hangs up. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: PlainAnswer): void {
  sendAnswer(response, { ...refusal, headers: { ...refusal.headers, connection: "close" } });
  request.resume();
  const hangUp = setTimeout(() => request.destroy(), GRACE_MS).unref();
  request.once("close", () => {
    clearTimeout(hangUp);
  });
}
