/** Who pushed what: kept from the delivery that tells it, since no commit does. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { systemClock } from "../../src/clock.js";
import { WAKES } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { createListener } from "../../src/server/create-listener.js";
import { createWebhooks } from "../../src/server/create-webhooks.js";
import { createReceiver } from "../../src/server/receive.js";
import { startServer, type RunningServer } from "../../src/server/start-server.js";
import { ledgerOnPaper } from "./ledger-on-paper.js";
import { about, APP, SECRET, signed, type SignedDelivery } from "./signed-delivery.js";

let running: RunningServer | null = null;
afterEach(async () => {
  await running?.close(0);
  running = null;
});

const [NONE, ONE, TWO] = ["0", "1", "2"].map((digit) => digit.repeat(40));
const person = { sender: { login: "djs55", type: "User" } };

async function open() {
  const ledger = ledgerOnPaper();
  const log = createLog({ level: "silent", secrets: [SECRET] });
  const own = () => ({ id: APP.appId, login: "presstime[bot]" });
  const receive = createReceiver({ ledger, clock: systemClock, own, rules: WAKES, log, woken: () => undefined });
  const webhooks = createWebhooks(APP, receive, log);
  const listener = createListener({ webhooks, pages: null, publicUrl: "https://desk.test", readiness: () => Promise.resolve([]), log });
  running = await startServer({ port: 0, host: "127.0.0.1", listener: () => listener, log });
  const { url } = running;
  return { ledger, send: async (delivery: SignedDelivery) => (await fetch(`${url}/api/github/webhooks`, signed(delivery))).status };
}

describe("who pushed a head", () => {
  it("[SV22] is kept before the delivery is answered, of branches and of pull requests from forks, and so is what one was opened with", async () => {
    const { ledger, send } = await open();
    const push = about({ ...person, ref: "refs/heads/irmin", before: NONE, after: ONE });
    const synchronize = about({ ...person, action: "synchronize", before: ONE, after: TWO, pull_request: { number: 186 } });
    const opened = about({ ...person, pull_request: { number: 186, head: { sha: ONE } } });
    expect(await send({ id: "1", name: "push", body: push })).toBe(200);
    expect(await send({ id: "2", name: "pull_request", body: opened })).toBe(200);
    expect(await send({ id: "3", name: "pull_request", body: synchronize })).toBe(200);
    expect(Object.fromEntries(ledger.kept)).toEqual({
      [`pushed 1 7:${ONE}`]: { by: "djs55", before: null },
      "opened with 1 7:186": ONE,
      "pull told 1 7": { number: 186, head: ONE },
      [`pushed 1 7:${TWO}`]: { by: "djs55", before: ONE },
    });
  });

  it("[SV22] is nobody where a bot pushed, and not kept of tags, of branches that go, of another App's, or of what is not signed", async () => {
    const { ledger, send } = await open();
    const push = { ref: "refs/heads/irmin", before: ONE, after: TWO };
    const bot = { sender: { login: "renovate[bot]", type: "Bot" } };
    await send({ id: "1", name: "push", body: about({ ...person, ...push, ref: "refs/tags/v1" }) });
    await send({ id: "2", name: "push", body: about({ ...person, ...push, after: NONE }) });
    await send({ id: "3", name: "push", body: about({ ...person, ...push }), appId: 8 });
    expect(await send({ id: "4", name: "push", body: about({ ...person, ...push }), secret: "another secret of theirs" })).toBe(400);
    expect([...ledger.kept]).toEqual([]);
    await send({ id: "5", name: "push", body: about({ ...bot, ...push }) });
    expect([...ledger.kept.values()]).toEqual([{ by: null, before: ONE }]);
  });

  it("[SV22] that cannot be kept is not acknowledged", async () => {
    const { ledger, send } = await open();
    ledger.before = () => Promise.reject(new Error("disk full"));
    expect(await send({ name: "push", body: about({ ...person, ref: "refs/heads/irmin", before: ONE, after: TWO }) })).toBe(503);
    expect(ledger.written).toEqual([]);
  });

  it("[SV22] and that a conversation on lines was answered, edited, deleted or closed is kept by its delivery, of each the latest", async () => {
    const { ledger, send } = await open();
    const told = () => ledger.kept.get("threads stirred 1 7:186");
    const pull = { pull_request: { number: 186 } };
    expect(await send({ id: "5", name: "pull_request_review_comment", body: about({ ...person, ...pull, action: "edited" }) })).toBe(200);
    expect(told()).toBe("5");
    expect(await send({ id: "6", name: "pull_request_review_thread", body: about({ ...person, ...pull, action: "resolved" }) })).toBe(200);
    expect(told()).toBe("6");
    expect(await send({ id: "7", name: "pull_request_review", body: about({ ...person, ...pull, action: "submitted" }) })).toBe(200);
    expect(told()).toBe("6");
  });
});
