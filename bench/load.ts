/** Sends deliveries to a server on this machine: a bounded number, as fast as they are taken, or so many a second; and asks for its health as often. */
import { randomUUID } from "node:crypto";
import { Agent, request, type RequestOptions } from "node:http";
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

/** So many deliveries a second. */
export function atRate(load: Load, perSecond: number, seconds: number): Promise<Answered> {
  return paced(sender(load, 64), perSecond, seconds);
}

/** `/healthz` so many times a second. */
export function healthAtRate(url: string, perSecond: number, seconds: number): Promise<Answered> {
  const to = new URL("/healthz", local(url));
  const agent = agentFor(64);
  return paced(() => answered(to, { method: "GET", agent }), perSecond, seconds);
}

/** Whether those before were answered or not: a server that is late for one is late for those behind it too. */
async function paced(send: () => Promise<void>, perSecond: number, seconds: number): Promise<Answered> {
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
  const to = new URL("/api/github/webhooks", local(url));
  const agent = agentFor(connections);
  const body = Buffer.from(letter.text);
  return () => {
    const headers = { ...letter.headers, "x-github-delivery": randomUUID(), "content-length": body.length };
    return answered(to, { method: "POST", agent, headers }, body);
  };
}

/** Lets go of what rests before the server does, so that no request meets a connection that is just being closed. */
function agentFor(maxSockets: number): Agent {
  return new Agent({ keepAlive: true, maxSockets, timeout: 3_000 });
}

function local(url: string): string {
  const { hostname } = new URL(url);
  if (hostname !== "127.0.0.1") throw new Error(`Unexpected host ${hostname}, expected this machine`);
  return url;
}

function answered(to: URL, options: RequestOptions, body?: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request(to, { ...options, timeout: 30_000 }, (response) => {
      const { statusCode = 0 } = response;
      response.resume().once("end", () => {
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new Error(`Unexpected answer ${statusCode} of ${to.pathname}, expected 2xx`));
      });
    });
    asking.once("error", reject);
    asking.once("timeout", () => {
      asking.destroy(new Error(`Unexpected silence of ${to.pathname} for 30 s, expected an answer`));
    });
    asking.end(body);
  });
}
