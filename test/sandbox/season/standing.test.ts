/** The season as `npm start` shows it: its pages, and the buttons of its clock. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startSeason, type StandingSeason } from "../../../sandbox/replay/start-season.js";
import { SEASON_NOTICE } from "../../../sandbox/season/open-season.js";
import { createLog } from "../../../src/log.js";

let season: StandingSeason;

beforeAll(async () => {
  season = await startSeason(
    { databaseUrl: "sqlite:presstime.db", port: 0, host: null, publicUrl: null, pages: "local", logLevel: "warn" },
    createLog({ level: "warn", secrets: [] }),
  );
}, 120_000);

afterAll(() => season.close());

const page = async (path: string) => (await fetch(season.url + path)).text();
const press = (button: string, origin = season.url) =>
  fetch(`${season.url}/`, { method: "POST", redirect: "manual", headers: { origin }, body: new URLSearchParams({ clock: button }) });
const time = async () => /datetime="([^"]+)"/.exec((await page("/")).split("It is")[1] ?? "")?.[1] ?? "";

describe("the season that stands", () => {
  it("[SE7] says on every page that it is a re-enactment", async () => {
    const pages = [
      "/",
      "/mirage/mirage-www",
      "/mirage/mirage-www/posts/introducing-irmin",
      "/github",
      "/github/mirage/mirage-www",
      "/github/mirage/mirage-www/issues/1",
      "/github/mirage/mirage-www/blob/main/README.md",
      "/nothing-here",
    ];
    for (const path of pages) expect([path, (await page(path)).includes(SEASON_NOTICE.slice(0, 60))]).toEqual([path, true]);
  });

  it("[SE11] moves by an hour, by a day, to the next thing to be seen, and back to the beginning", async () => {
    const begin = await time();
    expect(begin).toBe("2014-07-01T11:00:00Z");
    expect((await press("hour")).status).toBe(303);
    expect(await time()).toBe("2014-07-01T12:00:00Z");
    await press("day");
    expect(await time()).toBe("2014-07-02T12:00:00Z");
    await press("next");
    expect((await time()) > "2014-07-02T12:00:00Z").toBe(true);
    expect((await press("restart")).status).toBe(303);
    expect(await time()).toBe(begin);
  }, 120_000);

  it("[SE11] goes on by itself once it plays, until it is told to pause", async () => {
    const begin = await time();
    await press("play");
    while ((await time()) === begin) await new Promise(setImmediate);
    await press("pause");
    expect(await page("/")).toContain('value="play"');
  }, 60_000);

  it("[SE11] takes no press of a button from another site", async () => {
    const begin = await time();
    expect((await press("day", "https://elsewhere.example")).status).toBe(403);
    expect(await time()).toBe(begin);
  });

  it("[SE7] has no door for webhooks: those go to the app behind it", async () => {
    expect((await fetch(`${season.url}/api/github/webhooks`, { method: "POST", body: "{}" })).status).toBe(404);
  });
});
