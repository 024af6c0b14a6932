/** A desk file tried out before it is committed: its season on the page, and what its people would hear. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { runSeason, type RunningSeason } from "../../../sandbox/replay/run-season.js";
import { startSeason, type StandingSeason } from "../../../sandbox/replay/start-season.js";
import { ownSeason } from "../../../sandbox/season/own-season.js";
import type { Play } from "../../../sandbox/season/play.js";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import { DAY, plus, readInstant } from "../../../src/desk/time/zone.js";
import { createLog } from "../../../src/log.js";

const TEXT = `zone: Europe/Berlin
people:
  - { login: ada, name: Ada Lovelace }
  - { login: grace, name: Grace Hopper }
coordinators: [grace]
campaigns:
  - name: Engines
    deadline: 2027-03-31T09:00[Europe/Berlin]
    posts:
      - { slug: on-engines, title: On engines, byline: [ada] }
`;
const NOW = readInstant("2027-03-03T10:00:00Z");

function tried(): Play {
  const { desk } = readDesk(TEXT);
  if (!desk) throw new Error("Unexpected desk with errors, expected a good one");
  return ownSeason({ text: TEXT, desk, file: "plan.yml", now: NOW });
}

let standing: StandingSeason;
let running: RunningSeason;

beforeAll(async () => {
  const log = createLog({ level: "warn", secrets: [] });
  standing = await startSeason(
    { databaseUrl: "sqlite:presstime.db", port: 0, host: null, publicUrl: null, pages: "local", logLevel: "warn" },
    log,
    tried(),
  );
  running = await runSeason({ log, play: tried() });
}, 120_000);

afterAll(() => Promise.all([standing.close(), running.close()]));

describe("a desk file tried out", () => {
  it("[SE19] stands on the page with its posts and slots, as of now, and says that it is a try-out", async () => {
    const page = await (await fetch(`${standing.url}/`)).text();
    expect(page).toContain("A try-out of plan.yml");
    expect(page).toContain("On engines");
    expect(page).toContain("2027-03-03T10:00:00Z");
    expect(page).not.toContain("OSCON");
  });

  it("[SE19] shows the reminders that its people would get, when the clock moves", async () => {
    await running.advanceTo(plus(NOW, 20 * DAY));
    const { github, season } = running;
    const said = github.threads(season.repo).flatMap(({ conversation }) => conversation.map((entry) => JSON.stringify(entry)));
    expect(said.filter((body) => body.includes("@ada"))).not.toEqual([]);
  }, 120_000);
});
