/** The log: an operator may paste it anywhere. */
import { generateKeyPairSync } from "node:crypto";
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createLog, passwordsIn } from "../src/log.js";

/** Runs TypeScript from source, as tests do. */
const FROM_SOURCE = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(pathToFileURL(resolve("src/examine/source-loader.mjs")).href)})`;

const KEY = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const SECRET = 'a "secret" with \\ in it';
const DATABASE = "postgres://presstime:p%40ss-w0rd!@db.example.org/presstime";

function logTo(lines: string[], secrets: readonly string[] = [KEY, SECRET, ...passwordsIn(DATABASE)]) {
  return createLog({ level: "trace", secrets, destination: { write: (line) => void lines.push(line) } });
}

describe("the log", () => {
  it("[SV23] that cannot be written ends nothing", async () => {
    const script = `import { createLog } from ${JSON.stringify(resolve("src/log.ts"))};
      process.stdin.once("data", () => {
        const log = createLog({ level: "info", secrets: [] });
        for (let n = 0; n < 100; n += 1) log.info({ n }, "A line that nobody reads");
        setImmediate(() => { process.stderr.write("alive"); process.exit(); });
      });`;
    const child = spawn(process.execPath, ["--import", FROM_SOURCE, "--input-type=module", "--eval", script], { env: {} });
    const said = text(child.stderr);
    child.stdout.destroy();
    child.stdin.write("go");
    expect(await said).toBe("alive");
  }, 60_000);

  it("[SV8] an error that carries its request shows neither token nor key nor password", () => {
    const lines: string[] = [];
    const log = logTo(lines);
    const token = `ghs_${"a1B2".repeat(9)}`;
    const failure = Object.assign(new Error(`connect ${DATABASE}: no; key ${KEY}; ${SECRET}; p@ss-w0rd!`), {
      status: 401,
      request: { headers: { authorization: `token ${token}` } },
      event: { payload: SECRET },
    });
    log.error({ err: new AggregateError([failure], "several", { cause: failure }) }, `also here: ${token}`);
    log.error(failure);
    log.warn({ options: { headers: { authorization: `Bearer eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjE3MDAwMDAwfQ.c2lnbmF0dXJl` } } }, "asked");
    log.info({ env: { PRIVATE_KEY: KEY, DATABASE_URL: DATABASE } }, SECRET);
    log.info({ body: JSON.stringify({ inner: JSON.stringify({ secret: SECRET, key: KEY }) }) });

    const text = lines.join("");
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    const keyLine = KEY.split("\n")[3] ?? "";
    for (const secret of [token, "eyJ", keyLine, "p%40ss", "p@ss", "with \\", "in it"]) expect(text).not.toContain(secret);
    expect(text).toContain("[hidden]");
    expect(text).toContain("connect postgres://presstime:[hidden]@db.example.org/presstime");
    expect(text).toContain('"status":401');
  });

  it("[SV8] a secret is hidden wherever it is put, however deep and in whatever text", () => {
    const secret = fc.string({ minLength: 6, maxLength: 40 }).filter((text) => !"[hidden]".includes(text));
    const around = fc.string({ maxLength: 10 });
    fc.assert(
      fc.property(secret, around, around, fc.integer({ min: 0, max: 4 }), (hidden, before, after, depth) => {
        const lines: string[] = [];
        // The field's own name, the time and the level are no secrets.
        const usual: string[] = [];
        const nested = (text: string) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ x: inner }), text);
        logTo(lines, [hidden]).info({ x: nested(`${before}${hidden}${after}`) });
        logTo(usual, []).info({ x: nested("") });
        const spelt = JSON.stringify(hidden).slice(1, -1);
        fc.pre(!(usual[0] ?? "").includes(spelt));
        expect((lines[0] ?? "").replaceAll("[hidden]", "\n")).not.toContain(spelt);
      }),
    );
  });

  it("[SV8] keys and tokens that nobody configured are hidden by their shape", () => {
    const lines: string[] = [];
    const log = logTo(lines, []);
    log.info({
      a: KEY,
      b: `github_pat_${"x1".repeat(20)}`,
      c: { Authorization: "Basic dXNlcjpwYXNzd29yZDE=" },
      d: `v1.${"0a".repeat(20)}`,
    });
    expect(lines[0]).not.toMatch(/MII|x1x1|dXNl|0a0a/);
  });

  it("[SV8] ordinary words stay readable", () => {
    const lines: string[] = [];
    logTo(lines).info({ repository: "mirage/mirage-www" }, "The token installation endpoint at https://api.github.com/app?x=a@b answered");
    expect(lines[0]).toContain("The token installation endpoint at https://api.github.com/app?x=a@b answered");
    expect(lines[0]).toContain('"repository":"mirage/mirage-www"');
  });

  it("[SV8] an error that quotes a whole delivery is cut", () => {
    const lines: string[] = [];
    logTo(lines).error({ err: new Error("x".repeat(1_000_000)) });
    logTo(lines).info({ body: { inner: "y".repeat(1_000_000) }, delivery: "d-1" }, "Refused a delivery");
    for (const line of lines) expect(line.length).toBeLessThan(30_000);
    expect(lines[0]).toContain("characters more");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ level: "info", delivery: "d-1", msg: "Refused a delivery" });
  });

  it("[SV8] a file's address holds no password", () => {
    expect(passwordsIn("sqlite:presstime.db")).toEqual([]);
    expect(passwordsIn(DATABASE)).toEqual(["p%40ss-w0rd!", "p@ss-w0rd!"]);
    expect(passwordsIn("postgres://db.example.org/presstime?user=me&password=p%40ss-w0rd")).toEqual(["p@ss-w0rd"]);
  });
});
