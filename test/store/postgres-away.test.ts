/** A PostgreSQL that is restarted under the app, that is away when the app starts, and that ends connections in use. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "@jest/globals";
import pg from "pg";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.js";
import { startPresstime, type Presstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import type { Settings } from "../../src/settings/settings.js";
import { about, signed } from "../server/signed-delivery.js";
import { BLOG, NOON } from "./facts.js";
import { startPostgres, type PostgresServer } from "./postgres.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

let github: Sandbox;
let address: string;
let said: string[];
let presstime: Presstime | null = null;
beforeEach(async () => {
  github = await createSandbox();
  await github.listen();
  address = await server.database();
  said = [];
});
afterEach(async () => {
  await github.close();
  await presstime?.close();
  presstime = null;
});

function settings(): Settings {
  const { app } = github;
  return {
    appId: app.id,
    privateKey: app.privateKey,
    webhookSecret: app.webhookSecret,
    apiUrl: github.url,
    databaseUrl: address,
    port: 0,
    host: "127.0.0.1",
    publicUrl: null,
    pages: "local",
    logLevel: "debug",
  };
}

async function start(): Promise<Presstime> {
  const log = createLog({ level: "debug", secrets: [], destination: { write: (line) => void said.push(line) } });
  presstime = await startPresstime(settings(), { clock: github.clock, log, pace: false });
  return presstime;
}

async function readiness({ url }: Presstime): Promise<number> {
  return (await fetch(`${url}/readyz`)).status;
}

/** Asks again until it is so; jest's own limit ends what never comes. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}

/** The pool may still hand out connections that ended. */
async function answered<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    const [answer] = await Promise.allSettled([ask()]);
    if (answer.status === "fulfilled") return answer.value;
  }
}

async function signIn(): Promise<pg.Client> {
  const client = new pg.Client(address);
  // Of a server that goes away.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function endConnections(): Promise<void> {
  const client = await signIn();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
  );
  await client.end();
}

it("[LG20] that ends connections while they are in use fails those queries, and the next ones are answered", async () => {
  const { ledger } = await start();
  for (let times = 0; times < 5; times += 1) {
    const asked = Array.from({ length: 40 }, (_, n) => ledger.receive(`guid-${times}-${n}`, BLOG, NOON));
    const [answers] = await Promise.all([Promise.allSettled(asked), endConnections()]);
    const again = (n: number) => answered(() => ledger.receive(`guid-${times}-${n}`, BLOG, NOON));
    for (const [n, { status }] of answers.entries()) if (status === "fulfilled") expect(await again(n)).toBe("seen");
  }
});

it("[LG20] that is restarted ends nothing: the app is not ready meanwhile, and ready again by itself", async () => {
  const app = await start();
  expect(await readiness(app)).toBe(200);
  const asked = Promise.allSettled(Array.from({ length: 40 }, (_, n) => app.ledger.receive(`guid-${n}`, BLOG, NOON)));
  await server.away();
  await asked;
  await until(async () => (await readiness(app)) === 503);
  await server.again();
  await until(async () => (await readiness(app)) === 200);
  expect(await app.ledger.receive("guid-after", BLOG, NOON)).toBe("new");
});

it("[SV9] that is away has deliveries answered 503 with when to send them again, and one line of the log says why", async () => {
  const app = await start();
  await server.away();
  said = [];
  const answer = await fetch(
    `${app.url}/api/github/webhooks`,
    signed({ name: "star", body: about(), secret: github.app.webhookSecret, appId: github.app.id }),
  );
  expect([answer.status, answer.headers.get("retry-after"), await answer.text()]).toEqual([
    503,
    "60",
    "Presstime could not store this webhook. Send it again in a minute. The error is in the log.\n",
  ]);
  await server.again();
  const lines = said.filter((line) => line.includes("could not store a webhook"));
  expect(lines).toEqual([expect.stringMatching(/"level":"error".*(?:ECONNREFUSED|ENOENT|terminat)/)]);
});

it("[LG21] that is away when the app starts is waited for, in words with the remedy and without the password", async () => {
  await server.away();
  const starting = start();
  await until(() => said.some((line) => line.includes("cannot reach PostgreSQL")));
  await server.again();
  expect(await readiness(await starting)).toBe(200);
  expect(said.join("")).toContain("start it, or correct the host in DATABASE_URL");
  expect(said.join("")).not.toContain("not a secret");
});

it("[LG21] that is restarted while its tables are looked after is waited for too", async () => {
  await (await start()).close();
  const [keeper, watcher] = await Promise.all([signIn(), signIn()]);
  await keeper.query("begin");
  await keeper.query("lock table presstime_migrations in access exclusive mode");
  const waits = async () => (await watcher.query("select from pg_stat_activity where wait_event_type = 'Lock'")).rowCount !== 0;
  said = [];
  const starting = start();
  await until(waits);
  await server.away();
  await until(() => said.some((line) => line.includes("cannot reach PostgreSQL")));
  await server.again();
  expect(await readiness(await starting)).toBe(200);
});
