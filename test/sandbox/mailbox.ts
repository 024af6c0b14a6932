/** An App's endpoint for tests: keeps every webhook it gets and answers as it is told. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Mail {
  readonly name: string;
  readonly action: string | null;
  readonly guid: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Mailbox {
  readonly url: string;
  readonly mails: Mail[];
  /** `pull_request opened`, `push`, … in the order received. */
  names(): readonly string[];
  /** The status of the answers from now on. */
  answer: number;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
      const action = typeof body.action === "string" ? body.action : null;
      mails.push({
        name: String(request.headers["x-github-event"]),
        action,
        guid: String(request.headers["x-github-delivery"]),
        headers: request.headers,
        text,
        body,
      });
      response.writeHead(mailbox.answer).end("received");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const mailbox: Mailbox = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    mails,
    names: () => mails.map(({ name, action }) => (action === null ? name : `${name} ${action}`)),
    answer: 200,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return mailbox;
}
