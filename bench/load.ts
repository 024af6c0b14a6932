/** Sends deliveries to a server on this machine: a bounded number, as fast as they are taken, or so many a second. */
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { GithubThere } from "./github-process.js";

export interface Load {
  readonly url: string;
  /** Each is sent with a GUID of its own. */
  readonly letter: Pick<GithubThere, "headers" | "text">;
}

interface Answered {
  readonly perSecond: number;
  /** Milliseconds each delivery took to be answered, from when it was to be sent. */
  readonly took: readonly number[];
}

/** So many deliveries over so many connections, each sent when the one before it was answered. Throws on any answer but 2xx. */
export async function asFastAsTaken(load: Load, deliveries: number, connections: number): Promise<Answered> {
  const send = sender(load, connections);
  const took: number[] = [];
  let left = deliveries;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const sent = performance.now();
        await send();
        took.push(performance.now() - sent);
      }
    }),
  );
  return { perSecond: deliveries / ((performance.now() - start) / 1_000), took };
}

/** So many deliveries a second, whether those before were answered or not: a server that is late for one is late for those behind it too. */
export async function atRate(load: Load, perSecond: number, seconds: number): Promise<Answered> {
  const send = sender(load, 64);
  const start = performance.now();
  const took: Promise<number>[] = [];
  for (let sent = 0; sent < perSecond * seconds;) {
    const now = performance.now();
    for (; sent < perSecond * seconds && start + (sent * 1_000) / perSecond <= now; sent++) {
      const due = start + (sent * 1_000) / perSecond;
      took.push(send().then(() => performance.now() - due));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const all = await Promise.all(took);
  return { perSecond: all.length / ((performance.now() - start) / 1_000), took: all };
}

function sender({ url, letter }: Load, connections: number): () => Promise<void> {
  const to = new URL("/api/github/webhooks", url);
  if (to.hostname !== "127.0.0.1") throw new Error(`Unexpected host ${to.hostname}, expected this machine`);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const body = Buffer.from(letter.text);
  return () =>
    new Promise((resolve, reject) => {
      const headers = { ...letter.headers, "x-github-delivery": randomUUID(), "content-length": body.length };
      const sending = request(to, { method: "POST", agent, headers, timeout: 30_000 }, (response) => {
        const { statusCode = 0 } = response;
        response.resume().once("end", () => {
          if (statusCode >= 200 && statusCode < 300) resolve();
          else reject(new Error(`Unexpected answer ${statusCode} to a delivery, expected 2xx`));
        });
      });
      sending.once("error", reject);
      sending.once("timeout", () => {
        sending.destroy(new Error("Unexpected silence for 30 s, expected an answer to a delivery"));
      });
      sending.end(body);
    });
}
