/** `presstime start`, as a process of its own. */
import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";

/** Runs TypeScript from source, as tests do. */
const FROM_SOURCE = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(pathToFileURL(resolve("src/examine/source-loader.mjs")).href)})`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "presstime-start-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** The command with nothing in its environment but what is given, in an empty folder. */
function presstime(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["--import", FROM_SOURCE, resolve("src/cli/presstime.ts"), ...words], {
    cwd: folder,
    env: { PATH: "", ...env },
  });
  return { child, ended: once(child, "close") as Promise<[number | null, NodeJS.Signals | null]> };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

describe("presstime start", () => {
  it("[SV20] without credentials shows a page at once, from a sandbox, and ends well on SIGTERM", async () => {
    const port = await freePort();
    const { child, ended } = presstime(["start"], { PORT: String(port), LOG_LEVEL: "warn" });
    const complaints = text(child.stderr);
    let url = "";
    for await (const line of createInterface(child.stdout)) {
      url = /^\s+(http:\S+)$/.exec(line)?.[1] ?? "";
      if (url) break;
    }
    expect(url).toBe(`http://localhost:${port}`);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Presstime");
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.stdout.resume();
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(await complaints).toBe("");
  });

  it("[SE19] tries a desk file out, and says what is wrong with one that has errors, or that credentials are in the way", async () => {
    await writeFile(join(folder, "bad.yml"), "zone: Nowhere/Else\n");
    await writeFile(join(folder, "good.yml"), "zone: Europe/London\n");
    const bad = presstime(["start", "--desk", "bad.yml"], { PORT: "0" });
    expect([await text(bad.child.stderr), await bad.ended]).toEqual([
      expect.stringMatching(/^bad\.yml:1:7: error: [^]*\nbad\.yml has errors; they are listed above\./),
      [2, null],
    ]);
    const credentials = {
      APP_ID: "12",
      PRIVATE_KEY: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      WEBHOOK_SECRET: "a-secret-of-more-than-sixteen",
    };
    const real = presstime(["start", "--desk", "good.yml"], { PORT: "0", ...credentials });
    expect([await text(real.child.stderr), await real.ended]).toEqual([expect.stringMatching(/Unset APP_ID/), [2, null]]);
  });

  it("[SV2] names everything that is missing, and ends with 2", async () => {
    const { child, ended } = presstime(["start"], { APP_ID: "12", WEBHOOK_SECRET: "development" });
    const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(await ended).toEqual([2, null]);
    expect(said).toBe("");
    expect(complaints.trim().split("\n")).toEqual([
      expect.stringMatching(/^Set PRIVATE_KEY or PRIVATE_KEY_PATH\./),
      expect.stringMatching(/^WEBHOOK_SECRET is a well-known example value\./),
    ]);
  });

  it("[SV1] reads a file .env beside it; what the environment says comes first", async () => {
    await writeFile(join(folder, ".env"), "APP_ID=not-a-number\nPORT=many\n");
    const { child, ended } = presstime(["start"], { PORT: "0", PRIVATE_KEY: "x", WEBHOOK_SECRET: "a-secret-of-more-than-sixteen" });
    const complaints = await text(child.stderr);
    expect(await ended).toEqual([2, null]);
    expect(complaints).toMatch(/^APP_ID is `not-a-number`\. Write the App's number/m);
    expect(complaints).not.toContain("PORT");
  });

  it("[SV17] says in one line that the port is taken", async () => {
    const taken = createServer().listen(0, "localhost");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { child, ended } = presstime(["start"], { PORT: String(port) });
    const complaints = await text(child.stderr);
    expect(await ended).toEqual([2, null]);
    expect(complaints.trim()).toMatch(/^Another program uses port \d+\. .*$/);
    taken.close();
  });

  it("[SV7] presstime settings writes the .env to fill in", async () => {
    const { child, ended } = presstime(["settings"]);
    expect(await text(child.stdout)).toContain("\nWEBHOOK_SECRET=\n");
    expect(await ended).toEqual([0, null]);
  });
});
