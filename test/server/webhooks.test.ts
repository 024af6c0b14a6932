/** The endpoint of webhooks: what is let in, what is answered, and what a stranger can cost. */
import { request as httpRequest, type ClientRequest } from "node:http";
import { createRequire } from "node:module";
import { afterEach, describe, expect, it } from "@jest/globals";
import { Webhooks } from "@octokit/webhooks";
import { systemClock } from "../../src/clock.js";
import { WAKES } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { createListener } from "../../src/server/create-listener.js";
import { createWebhooks } from "../../src/server/create-webhooks.js";
import { createReceiver } from "../../src/server/receive.js";
import { startServer, type RunningServer } from "../../src/server/start-server.js";
import { LARGEST_DELIVERY } from "../../src/server/webhook-endpoint.js";
import { ACCESS_NEWS, installationKey } from "../../src/store/ledger.js";
import { ledgerOnPaper } from "./ledger-on-paper.js";
import { about, APP, SECRET, signed, type SignedDelivery } from "./signed-delivery.js";

const PATH = "/api/github/webhooks";
const OTHER = { id: 8, installation: 9, owner: "Mirage", name: "ocaml-tls" };

let running: RunningServer | null = null;

afterEach(async () => {
  await running?.close(0);
  running = null;
});

async function open(limitMs?: number) {
  const ledger = ledgerOnPaper([OTHER, { ...OTHER, id: 99, owner: "xapi" }]);
  const lines: string[] = [];
  const log = createLog({ level: "trace", secrets: [SECRET], destination: { write: (line) => void lines.push(line) } });
  let wakes = 0;
  const receive = createReceiver({
    ledger,
    clock: systemClock,
    own: () => ({ id: APP.appId, login: "presstime[bot]" }),
    rules: WAKES,
    log,
    woken: () => void (wakes += 1),
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  const webhooks = createWebhooks(APP, receive, log);
  const listener = createListener({ webhooks, pages: null, publicUrl: "https://desk.test", readiness: () => Promise.resolve([]), log });
  const server = await startServer({ port: 0, host: "127.0.0.1", listener: () => listener, log });
  running = server;
  const send = async (delivery: SignedDelivery) => {
    const response = await fetch(server.url + PATH, signed(delivery));
    const retryAfter = response.headers.get("retry-after");
    return { code: response.status, text: await response.text(), ...(retryAfter !== null && { retryAfter }) };
  };
  return { ledger, lines, server, send, wakes: () => wakes };
}

describe("the door for webhooks", () => {
  it("[SV9] a delivery is answered only when its wake is committed", async () => {
    const { ledger, send, wakes } = await open();
    let commit = (): void => undefined;
    ledger.before = () => new Promise((resolve) => (commit = resolve));
    let answered = false;
    const reached = new Promise<void>((resolve) => {
      const before = ledger.before;
      ledger.before = () => {
        resolve();
        return before();
      };
    });
    const sending = send({ name: "issues", body: about() }).then((answer) => {
      answered = true;
      return answer;
    });
    await reached;
    expect(answered).toBe(false);
    expect(ledger.written).toEqual([]);
    commit();
    expect(await sending).toEqual({ code: 200, text: "ok\n" });
    expect(ledger.written).toMatchObject([{ delivery: "d-1", repository: { id: 7, owner: "mirage", name: "mirage-www" } }]);
    expect(wakes()).toBe(1);
  });

  it("[SV9] a delivery that cannot be written down is answered 503 with when to send it again, without the reason", async () => {
    const { ledger, lines, send, wakes } = await open();
    ledger.before = () => Promise.reject(new Error("disk full at /var/lib/presstime"));
    const answer = await send({ name: "issues", body: about() });
    expect(answer).toEqual({
      code: 503,
      text: "Presstime could not store this webhook. Send it again in a minute. The error is in the log.\n",
      retryAfter: "60",
    });
    expect(lines.join("")).toContain("disk full at /var/lib/presstime");
    expect(wakes()).toBe(0);
  });

  it("[SV9] a ledger that does not answer makes the delivery fail, before GitHub hangs up", async () => {
    const { ledger, send } = await open(20);
    ledger.before = () => new Promise(() => undefined);
    expect((await send({ name: "issues", body: about() })).code).toBe(503);
  });

  it("[SV9] the same delivery again is answered alike and wakes nobody", async () => {
    const { ledger, send, wakes } = await open();
    await send({ name: "issues", body: about() });
    expect((await send({ name: "issues", body: about() })).code).toBe(200);
    expect(ledger.written).toHaveLength(1);
    expect(wakes()).toBe(1);
  });

  it("[SV9] a delivery about nothing we follow is remembered, and wakes nobody", async () => {
    const { ledger, send, wakes } = await open();
    expect((await send({ name: "star", body: about() })).code).toBe(200);
    expect((await send({ name: "nothing_known", id: "d-2", body: about() })).code).toBe(200);
    expect((await send({ name: "issues", id: "d-3", body: { repository: "odd" } })).code).toBe(200);
    expect(ledger.written.map(({ delivery, repository }) => [delivery, repository])).toEqual([
      ["d-1", null],
      ["d-2", null],
      ["d-3", null],
    ]);
    expect(wakes()).toBe(0);
  });

  it("[SV13] a push to an owner's .github repository wakes all known repositories of that owner", async () => {
    const { ledger, send } = await open();
    const repository = { id: 70, full_name: "mirage/.github", default_branch: "main" };
    await send({ name: "push", body: about({ ref: "refs/heads/main", repository }) });
    expect(ledger.written.map((one) => one.repository?.id)).toEqual([8, 70]);
  });

  it("[LG22] a delivery that names thousands writes one word about them all, beside their wakes", async () => {
    const { ledger, send } = await open();
    const repositories_added = Array.from({ length: 10_000 }, (_, n) => ({ id: 1_000 + n, full_name: `mirage/blog-${n}` }));
    const body = { action: "added", installation: { id: 9 }, sender: { login: "samoht" }, repositories_added };
    expect((await send({ name: "installation_repositories", body })).code).toBe(200);
    expect(ledger.written).toHaveLength(10_000);
    expect([...ledger.kept.keys()]).toEqual([`${ACCESS_NEWS} ${installationKey(9)}`]);
  });

  it("[SV10] a wrong signature is refused, and nothing is written down", async () => {
    const { ledger, lines, send } = await open();
    const answer = await send({
      name: "issues",
      body: about({ private: "words of a private repository" }),
      secret: "another-secret-altogether",
    });
    expect(answer.code).toBe(400);
    expect(answer.text).toMatch(/^The signature was not made with this App's webhook secret/);
    expect(ledger.written).toEqual([]);
    expect(lines.join("")).not.toContain("words of a private repository");
    expect(lines.join("")).not.toContain("sha256=");
  });

  it.each([
    ["another hash", "sha1=0123456789abcdef0123456789abcdef01234567"],
    ["no hash at all", "sha256="],
    ["a hash without its name", "0".repeat(64)],
    ["a right length", `sha256=${"0".repeat(64)}`],
    ["eight kilobytes", `sha256=${"0".repeat(8_000)}`],
    ["letters outside ASCII", `sha256=${"é".repeat(64)}`],
  ])("[SV10] a signature of %s is a wrong one", async (_, signature) => {
    const { ledger, server } = await open();
    const { headers, ...init } = signed({ name: "issues", body: about() });
    const response = await fetch(server.url + PATH, { ...init, headers: { ...(headers as object), "x-hub-signature-256": signature } });
    expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(/^The signature was not made with/)]);
    expect(ledger.written).toEqual([]);
  });

  it("[SV10] what is signed and is no JSON is refused as that", async () => {
    const { ledger, server } = await open();
    const body = "payload=%7B%7D";
    const signature = await new Webhooks({ secret: SECRET }).sign(body);
    const { headers } = signed({ name: "issues", body: about() });
    const response = await fetch(server.url + PATH, {
      method: "POST",
      body,
      headers: { ...(headers as object), "x-hub-signature-256": signature },
    });
    expect([response.status, await response.text()]).toEqual([400, "The body is not JSON as GitHub sends it.\n"]);
    expect(ledger.written).toEqual([]);
  });

  it.each([["null"], ["5"], ['"x"'], ["[]"]])("[SV10] a signed `%s` is no delivery", async (body) => {
    const { ledger, lines, server } = await open();
    const signature = await new Webhooks({ secret: SECRET }).sign(body);
    const { headers } = signed({ name: "issues", body: about() });
    const answer = await fetch(server.url + PATH, {
      method: "POST",
      body,
      headers: { ...(headers as object), "x-hub-signature-256": signature },
    });
    expect([answer.status, await answer.text()]).toEqual([400, "The body is not JSON as GitHub sends it.\n"]);
    expect(ledger.written).toEqual([]);
    expect(lines.join("")).not.toContain('"error"');
  });

  it.each(["__proto__", "Issues", "issues/x", "1"])("[SV10] an event named `%s` is none of GitHub's", async (name) => {
    const { ledger, send } = await open();
    expect(await send({ name, body: about() })).toMatchObject({ code: 400, text: expect.stringContaining("X-GitHub-Event") });
    expect(ledger.written).toEqual([]);
  });

  it("[SV10] every webhook that GitHub gives as an example is let in, and so is one of a name that nobody has heard of", async () => {
    const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as { name: string; examples: unknown[] }[];
    const { send } = await open();
    const all = [
      ...examples.flatMap(({ name, examples: bodies }) => bodies.map((body) => ({ name, body }))),
      { name: "new_in_2030", body: {} },
    ];
    for (const [index, delivery] of all.entries())
      expect({ name: delivery.name, ...(await send({ ...delivery, id: `d-${index}` })) }).toMatchObject({ name: delivery.name, code: 200 });
    expect(all.length).toBeGreaterThan(300);
  });

  it("[SV10] a repository with a name that none can have is none of GitHub's, wherever it stands", async () => {
    const { ledger, send } = await open();
    const repository = { id: 7, full_name: "mirage/www\u0000" };
    for (const body of [about({ repository }), about({ repositories_added: [repository] })])
      expect((await send({ name: "issues", body })).code).toBe(400);
    expect(ledger.written).toEqual([]);
  });

  it("[SV11] strangers who send much and end nothing keep no small delivery out", async () => {
    const { server, send, ledger } = await open();
    const stalled = await Promise.all(Array.from({ length: 6 }, () => stallAt(server.url + PATH, LARGEST_DELIVERY - 1)));
    expect((await send({ name: "issues", body: about() })).code).toBe(200);
    expect(ledger.written).toHaveLength(1);
    for (const request of stalled) request.destroy();
  });

  it("[SV10] what is not a signed delivery is refused in plain words", async () => {
    const { server } = await open();
    const { headers } = signed({ name: "issues", body: about() });
    const ask = async (init: RequestInit) => {
      const response = await fetch(server.url + PATH, init);
      return [response.status, (await response.text()).trim()];
    };
    expect(await ask({})).toEqual([404, "This address accepts only POST."]);
    expect(
      await ask({ method: "POST", body: "a=b", headers: { ...(headers as object), "content-type": "application/x-www-form-urlencoded" } }),
    ).toEqual([415, expect.stringContaining("not application/json")]);
    expect(await ask({ method: "POST", body: "{}", headers: { "content-type": "application/json" } })).toEqual([
      400,
      expect.stringContaining("X-Hub-Signature-256 is missing"),
    ]);
  });

  it("[SV15] a delivery for another App is acknowledged, ignored and told to the log", async () => {
    const { ledger, lines, send } = await open();
    expect((await send({ name: "issues", body: about(), appId: 43 })).code).toBe(200);
    expect(ledger.written).toEqual([]);
    expect(lines.join("")).toContain("another GitHub App");
  });

  it("[SV11] a delivery that says it is too large is refused before a byte of it is read", async () => {
    const { server, ledger } = await open();
    const answer = await stream(server.url + PATH, { total: 1024, announced: LARGEST_DELIVERY + 1 });
    expect(answer.code).toBe(413);
    expect(answer.text).toMatch(/^The webhook is larger than 26214400 bytes/);
    expect(ledger.written).toEqual([]);
  });

  it("[SV11] a delivery that turns out too large is refused while it comes, and memory stays flat", async () => {
    const { server } = await open();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const answer = await stream(server.url + PATH, {
      total: 400 * 1024 * 1024,
      watch: () => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)),
    });
    expect(answer.code).toBe(413);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(3 * LARGEST_DELIVERY);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it("[SV11] a delivery of GitHub's largest size is let in", async () => {
    const { send, ledger } = await open();
    const body = about({ filler: "" });
    const filler = "x".repeat(LARGEST_DELIVERY - JSON.stringify(body).length);
    expect((await send({ name: "issues", body: { ...body, filler } })).code).toBe(200);
    expect(ledger.written).toHaveLength(1);
  });
});

/** Sends so many bytes of one that says it is of GitHub's largest size, and then no more. Resolves when they are sent, or refused. */
function stallAt(url: string, bytes: number): Promise<ClientRequest> {
  const headers = { ...(signed({ name: "issues", body: {} }).headers as object), "content-length": LARGEST_DELIVERY };
  const request = httpRequest(url, { method: "POST", headers });
  return new Promise((resolve) => {
    const done = () => {
      resolve(request);
    };
    request.on("response", done).on("error", done);
    request.write(Buffer.alloc(bytes, "x"), done);
  });
}

interface Streamed {
  readonly total: number;
  readonly announced?: number;
  readonly watch?: () => void;
}

/** Sends `total` bytes in pieces, as long as the server takes them; resolves with the answer, which may come first. */
function stream(url: string, { total, announced, watch }: Streamed): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const piece = Buffer.alloc(64 * 1024, "x");
    const headers = { ...(signed({ name: "issues", body: {} }).headers as object), ...(announced ? { "content-length": announced } : {}) };
    const request = httpRequest(url, { method: "POST", headers });
    let sent = 0;
    let answered = false;
    const more = () => {
      while (!answered && sent < total) {
        sent += piece.length;
        watch?.();
        if (!request.write(piece)) {
          request.once("drain", more);
          return;
        }
      }
      if (!answered && !announced) request.end();
    };
    request.on("response", (response) => {
      answered = true;
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({ code: response.statusCode ?? 0, text });
        request.destroy();
      });
    });
    request.on("error", (error) => {
      if (!answered) reject(error);
    });
    more();
  });
}
