/** The server itself: health, pages, failures, and its end. */
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createLog } from "../../src/log.js";
import { createListener, type Pages } from "../../src/server/create-listener.js";
import { answerHealth, type Readiness } from "../../src/server/health.js";
import { PATIENCE, startServer, type RunningServer } from "../../src/server/start-server.js";

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close(0)));
});

interface Opened {
  readonly pages?: Pages;
  readonly readiness?: Readiness;
  readonly port?: number;
  readonly host?: string;
  readonly patience?: typeof PATIENCE;
}

async function open({ pages, readiness = () => Promise.resolve([]), port = 0, host = "127.0.0.1", patience = PATIENCE }: Opened = {}) {
  const lines: string[] = [];
  const log = createLog({ level: "info", secrets: [], destination: { write: (line) => void lines.push(line) } });
  const webhooks = () => Promise.reject(new Error("a fault inside: /etc/presstime"));
  const listener = createListener({ webhooks, pages: pages ?? null, publicUrl: "https://desk.test", readiness, log });
  const server = await startServer({ port, host, listener: () => listener, log, patience });
  running.push(server);
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(server.url + path, init);
    return [response.status, await response.text()] as const;
  };
  return { server, lines, ask };
}

describe("the server", () => {
  it("[SV12] /healthz says that the process lives, /readyz whether it can take a delivery", async () => {
    let reasons: readonly string[] = [];
    const { ask } = await open({ readiness: () => Promise.resolve(reasons) });
    expect(await ask("/healthz")).toEqual([200, "alive\n"]);
    expect(await ask("/readyz?verbose")).toEqual([200, "ready\n"]);
    reasons = ["it is draining", "no wakes are taken"];
    expect(await ask("/readyz")).toEqual([503, "Not ready: it is draining; no wakes are taken.\n"]);
    expect(await ask("/healthz")).toEqual([200, "alive\n"]);
  });

  it("[SV12] a ledger that fails, or does not answer, makes the process not ready", async () => {
    const { ask } = await open({ readiness: () => Promise.reject(new Error("password authentication failed")) });
    expect(await ask("/readyz")).toEqual([503, "Not ready: Presstime cannot connect to its database.\n"]);
    expect(await answerHealth("/readyz", { readiness: () => new Promise(() => undefined) }, 5)).toMatchObject({
      code: 503,
      text: "Not ready: the database does not answer.",
    });
  });

  it("[SV12] a request that is malformed is answered 400, and is no error of ours", async () => {
    const { server, lines } = await open({ pages: { fetch: () => new Response("a page") } });
    const { port } = new URL(server.url);
    const odd = [
      "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: desk.test/x?y\r\n\r\n",
      "GET / HTTP/1.0\r\n\r\n",
      "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET /\\..\\.. HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ];
    for (const request of odd) expect([request, await firstLine(Number(port), request)]).toEqual([request, "HTTP/1.1 400 Bad Request"]);
    expect(await firstLine(Number(port), "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")).toBe("HTTP/1.1 200 OK");
    expect(lines).toEqual([]);
  });

  it("[SV11] a sender who does not end a body, or a head, within the limit is hung up on, by Node's own clock", async () => {
    expect(PATIENCE).toMatchObject({ requestTimeout: 10_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 });
    const { server, lines } = await open({
      pages: { fetch: () => new Response("a page") },
      patience: { ...PATIENCE, requestTimeout: 20, headersTimeout: 20, connectionsCheckingInterval: 5 },
    });
    const { port } = new URL(server.url);
    for (const begun of ["POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf", "POST /x HTTP/1.1\r\nHost:"])
      expect(await firstLine(Number(port), begun)).toBe("HTTP/1.1 408 Request Timeout");
    expect(lines).toEqual([]);
  });

  it("[SV10] a fault of our own is told to the log alone", async () => {
    const pages: Pages = {
      fetch: () => {
        throw new Error("a fault of a page: /etc/presstime");
      },
    };
    const { ask, lines } = await open({ pages });
    for (const path of ["/api/github/webhooks", "/", "/somewhere"]) {
      expect(await ask(path)).toEqual([500, "Presstime could not do this now. Try again in a minute. The error is in the log.\n"]);
    }
    expect(lines).toHaveLength(3);
    expect(lines.join("")).toContain("a fault of a page: /etc/presstime");
  });

  it("[SV12] pages get everything else, forms included, but no form larger than a megabyte", async () => {
    const pages: Pages = {
      fetch: async (request) => new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`),
    };
    const { ask } = await open({ pages });
    expect(await ask("/mirage/mirage-www?x=1")).toEqual([200, "GET /mirage/mirage-www "]);
    expect(await ask("/clock", { method: "POST", body: "by=1d" })).toEqual([200, "POST /clock by=1d"]);
    expect(await ask("/clock", { method: "POST", body: "x".repeat(1024 * 1024 + 1) })).toEqual([
      413,
      expect.stringMatching(/^The request is larger/),
    ]);
  });

  it("[SV12] without pages there is nothing but webhooks and health", async () => {
    const { ask } = await open();
    expect(await ask("/")).toEqual([404, "There is nothing at this address.\n"]);
  });

  it("[SV16] a request that has begun is answered before the server closes, and no new one is taken", async () => {
    let finish = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      finish = () => undefined;
      pages.fetch = () => {
        resolve();
        return new Promise(
          (give) =>
            (finish = () => {
              give(new Response("done"));
            }),
        );
      };
    });
    const { server } = await open({ pages });
    const slow = fetch(`${server.url}/slow`);
    await begun;
    let closed = false;
    const closing = server.close(60_000).then(() => (closed = true));
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    expect(closed).toBe(false);
    finish();
    expect(await (await slow).text()).toBe("done");
    await closing;
    expect(closed).toBe(true);
  });

  it("[SV16] a request that never ends is hung up on at the limit", async () => {
    const begun = new Promise<void>((resolve) => {
      pages.fetch = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const { server } = await open({ pages });
    const hanging = expect(fetch(`${server.url}/slow`)).rejects.toThrow();
    await begun;
    await server.close(5);
    await hanging;
  });

  it("[SV16] a connection kept open for a next request does not hold the server up", async () => {
    const { server } = await open();
    const first = await new Promise<IncomingMessage>((resolve) => {
      httpRequest(`${server.url}/healthz`, { headers: { connection: "keep-alive" } }, resolve).end();
    });
    first.resume();
    await new Promise((resolve) => first.on("end", resolve));
    const started = performance.now();
    await server.close(60_000);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it("[SV17] a port that is taken, and an address of another machine, are told with the remedy", async () => {
    const { server } = await open();
    const port = Number(new URL(server.url).port);
    await expect(open({ port })).rejects.toThrow(/^Another program uses port \d+\. .*PORT/);
    await expect(open({ host: "203.0.113.7" })).rejects.toThrow(/^This machine has no address `203.0.113.7` \(HOST\)\./);
  });
});

const pages: { fetch: Pages["fetch"] } = { fetch: () => new Response("") };

/** Of the answer to what is sent as it stands. */
function firstLine(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    let answer = "";
    socket.setEncoding("latin1").on("error", reject);
    socket.on("data", (text: string) => {
      answer += text;
      if (!answer.includes("\r\n")) return;
      socket.destroy();
      resolve(answer.split("\r\n")[0] ?? "");
    });
  });
}
