/** What GitHub does not let us read: said with the remedy, asked for less and less often, and at once when GitHub tells that it changed. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import { createSandbox } from "../../sandbox/sandbox.js";
import type { Permissions } from "../../sandbox/state/installation.js";
import { between, type Instant, MINUTE } from "../../src/desk/time/zone.js";
import { startPresstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN } from "../world/desk-file.js";
import { examinerHere } from "../world/examiner-here.js";
import { settingsFor } from "../world/settings-for.js";

let world: World | null = null;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(async () => {
  await world?.closes();
  world = null;
});

const NO_CONTENTS: Permissions = { checks: "write", issues: "write", pull_requests: "write", statuses: "read" };
const ALL: Permissions = { ...NO_CONTENTS, contents: "write" };

const pageOf = async ({ app }: World, path: string) => (await fetch(app.url + path)).text();

/** Minutes between the looks since then. */
function waits({ github }: World, from: number): readonly number[] {
  const times = github.requests
    .slice(from)
    .flatMap(({ body, at }) => (JSON.stringify(body ?? "").includes("query Look(") ? [at as Instant] : []));
  return times.slice(1).map((at, n) => Math.round(between(times[n] ?? at, at) / MINUTE));
}

describe("a permission that nobody has granted yet", () => {
  it("[WK401] is asked for less and less often, from a minute to an hour", async () => {
    const here = await open({ permissions: NO_CONTENTS });
    await here.passes("4 hours");
    expect(waits(here, 0)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it("[WK401] brings the board in the second in which it is granted, however long the app was to wait", async () => {
    const here = await open({ permissions: NO_CONTENTS });
    await here.passes("4 hours");
    here.github.permits(here.repo, ALL);
    await here.settles();
    expect(here.board().title).toContain("OSCON 2014");
    expect(await here.page()).not.toContain("does not let");
    expect(await pageOf(here, "/readyz?verbose")).toBe("ready\n");
  });

  it("[RV500] and that it takes to ask somebody is a refusal of nobody: who was to be asked is asked once it is granted", async () => {
    const here = await open({ permissions: { ...ALL, pull_requests: "read" } });
    const number = here.submits("samoht", IRMIN.slug);
    await here.passes("10 minutes");
    expect(here.pull(number).pull.requested).toEqual([]);
    expect(await here.page()).toContain("does not have the permission");
    here.github.permits(here.repo, ALL);
    await here.passes("1 hours");
    expect(here.pull(number).pull.requested).toEqual(["djs55"]);
  });

  it("[SV400] is told on the page, to who asks whether all is well, and in the log: in words, with the remedy", async () => {
    const here = await open({ permissions: NO_CONTENTS });
    const told =
      /GitHub does not let Presstime read mirage\/mirage-www: Resource not accessible by integration\. .*accepts the permissions/;
    expect(await here.page()).toMatch(told);
    expect(await here.page("/")).toMatch(told);
    expect(await here.page()).not.toContain("Nothing to show yet");
    expect(await pageOf(here, "/readyz?verbose")).toMatch(/^ready\nGitHub does not let Presstime read/);
    expect(await pageOf(here, "/readyz")).toBe("ready\n");
    expect(here.log.join("\n")).toMatch(told);
  });

  it("[SV400] that was taken away is told above what was seen last", async () => {
    const here = await open();
    here.github.permits(here.repo, NO_CONTENTS);
    await here.settles();
    const page = await here.page();
    expect(page).toContain("GitHub does not let Presstime read");
    expect(page).toContain("OSCON 2014");
  });
});

describe("an installation", () => {
  it.each([
    ["for some minutes", "10 minutes"],
    ["so long that its repositories were forgotten", "5 hours"],
  ])("[WK401] that was suspended %s is taken up at once when it is not any more, though GitHub names no repository", async (_, span) => {
    const here = await open({ sweepEvery: 60 * MINUTE });
    here.github.suspends(here.repo, true);
    const number = here.submits("samoht", "stray");
    await here.passes(span);
    here.github.suspends(here.repo, false);
    await here.settles();
    await here.passes("1 minute");
    expect(here.notice(number)).toContain("not in the plan");
  });

  it("[WK401] that reaches a repository again ends its rest", async () => {
    const here = await open({ repository: { private: true } });
    const { id: installation } = here.github.installation(here.repo);
    here.github.removesFromInstallation(here.repo);
    await here.ledger.wake([{ id: here.repo.id, installation, owner: "mirage", name: "mirage-www" }], here.at);
    await here.passes("3 hours");
    const number = here.submits("samoht", "stray");
    here.github.installs(here.repo);
    await here.settles();
    expect(here.notice(number)).toContain("not in the plan");
  });
});

describe("an App", () => {
  it.each([
    ["key", () => ({ privateKey: otherKey() })],
    ["APP_ID", () => ({ appId: 999 })],
  ])("[SV401] with a wrong %s is not ready, and says so with the remedy", async (_, wrong) => {
    const github = await createSandbox();
    await github.listen();
    github.createRepository({ owner: "mirage", name: "mirage-www", files: { "README.md": "# Mirage\n" } });
    const app = await startPresstime(
      { ...settingsFor(github, "sqlite::memory:", "info"), ...wrong() },
      { clock: github.clock, pace: false, examiner: examinerHere(), log: createLog({ level: "silent", secrets: [] }) },
    );
    try {
      await app.idle();
      const answer = await fetch(`${app.url}/readyz`);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toMatch(/^Not ready: .*rejects the App's credentials.*Set APP_ID and PRIVATE_KEY/);
    } finally {
      await app.close();
      await github.close();
    }
  });
});

describe("an Enterprise Server", () => {
  it.each(["3.13.4", "2.22.0", "enterprise-server@3.9.1"])(
    "[SV600] of version %s is too old: that is said, and the work begins once it is updated",
    async (version) => {
      const here = await open({ start: false, sweepEvery: 15 * MINUTE });
      here.github.trouble.isEnterprise(version);
      const number = here.submits("samoht", "stray");
      await here.starts();
      await here.settles();
      const answer = await fetch(`${here.app.url}/readyz`);
      expect([answer.status, await answer.text()]).toEqual([
        503,
        expect.stringContaining(
          `GitHub Enterprise Server ${version.replace(/^.*@/, "")} is too old: Presstime works with version 3.14 and later.`,
        ),
      ]);
      expect(here.log.join("")).toContain("is too old: Presstime works with version 3.14");
      here.github.trouble.isEnterprise("3.14.0");
      await here.passes("20 minutes");
      expect((await fetch(`${here.app.url}/readyz`)).status).toBe(200);
      expect(here.notice(number)).toContain("not in the plan");
    },
  );

  it("[SV600] of a later version is like github.com", async () => {
    const here = await open({ start: false });
    here.github.trouble.isEnterprise("4.0.1");
    await here.starts();
    await here.settles();
    expect((await fetch(`${here.app.url}/readyz`)).status).toBe(200);
  });
});

function otherKey(): string {
  return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
