/** Who is shown which pages: at which address, from which machine, of which repositories. Through real sockets. */
import { request, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.js";
import { startPresstime, type Presstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import type { Settings } from "../../src/settings/settings.js";
import { examinerHere } from "../world/examiner-here.js";
import { settingsFor } from "../world/settings-for.js";

let github: Sandbox;
let app: Presstime;
afterEach(async () => {
  await app.close();
  await github.close();
});

const DESK = "zone: Europe/London\ncoordinators: [amirmc]\npeople:\n  - {login: amirmc, name: Amir}\n";

async function open(more: Partial<Settings> = {}): Promise<void> {
  github = await createSandbox();
  await github.listen();
  const files = { "README.md": "# Read me\n", ".github/presstime.yml": DESK };
  github.createRepository({ owner: "mirage", name: "open-blog", files });
  github.createRepository({ owner: "mirage", name: "secret-blog", files, private: true });
  github.createRepository({ owner: "mirage", name: "no-blog", files: { "README.md": "# Read me\n" } });
  app = await startPresstime(
    { ...settingsFor(github, "sqlite::memory:", "info"), ...more },
    { clock: github.clock, pace: false, examiner: examinerHere(), log: createLog({ level: "silent", secrets: [] }) },
  );
  await app.idle();
}

interface Answer {
  readonly code: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${app.url}${path}`, { method, headers }, (response) => {
      text(response).then((body) => {
        resolve({ code: response.statusCode, headers: response.headers, body });
      }, reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("pages", () => {
  it("[SV24] answer at PUBLIC_URL and the loopback's names alone; webhooks and health answer at any", async () => {
    await open({ publicUrl: "https://desk.example.org" });
    for (const host of ["desk.example.org", "localhost", "127.0.0.1:3000", "[::1]:3000"])
      expect([host, (await ask("/mirage/open-blog", { host })).code]).toEqual([host, 200]);
    for (const host of ["evil.example", "desk.example.org.evil.example", "localhost.evil.example", "127.0.0.1.evil.example"]) {
      for (const path of ["/", "/mirage/open-blog", "/api/mirage/open-blog/plan.json", "/mirage/open-blog/people/amirmc.ics"]) {
        const { code, body } = await ask(path, { host });
        expect([host, path, code]).toEqual([host, path, 421]);
        expect(body).toContain("set PUBLIC_URL");
      }
      expect((await ask("/healthz", { host })).code).toBe(200);
      expect((await ask("/readyz", { host })).code).toBe(200);
      expect((await ask("/api/github/webhooks", { host }, "POST")).code).toBe(415);
    }
  });

  it("[SV25] of private repositories are shown to this machine alone, and not through a proxy", async () => {
    await open({ publicUrl: "https://desk.example.org" });
    const pages = ["/mirage/secret-blog", "/api/mirage/secret-blog/plan.json", "/mirage/secret-blog/people/amirmc.ics"];
    for (const path of pages) expect([path, (await ask(path)).code]).toEqual([path, 200]);
    const others: readonly Readonly<Record<string, string>>[] = [
      { host: "desk.example.org" },
      { "x-forwarded-for": "198.51.100.7" },
      { forwarded: "for=198.51.100.7" },
      { "x-real-ip": "198.51.100.7" },
    ];
    for (const headers of others) {
      for (const path of pages) expect([headers, path, (await ask(path, headers)).code]).toEqual([headers, path, 404]);
      // What remains is the one repository that everybody may see.
      const { body } = await ask("/", headers);
      expect(body).not.toContain("secret-blog");
      expect((await ask("/mirage/open-blog", headers)).code).toBe(200);
    }
  });

  it("[SV25] of private repositories are not shown through a proxy that tells nothing, as nginx does by itself", async () => {
    await open();
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.end(`GET /mirage/secret-blog HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it("[SV25] of private repositories are shown to everybody where PAGES=open says so", async () => {
    await open({ publicUrl: "https://desk.example.org", pages: "open" });
    expect((await ask("/mirage/secret-blog", { host: "desk.example.org", "x-forwarded-for": "198.51.100.7" })).code).toBe(200);
  });

  it("[SV25] name no repository that has no desk, whoever asks", async () => {
    await open();
    expect((await ask("/")).body).not.toContain("no-blog");
    expect((await ask("/mirage/no-blog")).code).toBe(404);
  });

  it("[WB5] are asked for again before they are shown again, and kept by no proxy", async () => {
    await open();
    for (const path of ["/", "/mirage/open-blog", "/api/mirage/open-blog/plan.json", "/mirage/open-blog/people/amirmc.ics"])
      expect((await ask(path)).headers["cache-control"]).toBe("private, no-cache");
  });
});
