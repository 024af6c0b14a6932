/** Slips, end to end: what people were told stays told, through edits of the plan and the loss of the database. */
import { rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import ICAL from "ical.js";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const open = async (options: WorldOptions = {}) => (world = await openWorld(options));

const pinned = (slot: string, more: object = {}) => ({
  campaigns: [{ ...CAMPAIGN, deadline: "2014-08-01T09:00[Europe/London]", posts: [{ ...IRMIN, slot, ...more }] }],
});
const [FRIDAY, TUESDAY] = ["2014-07-18T12:00[Europe/London]", "2014-07-22T12:00[Europe/London]"];

const row = () => /^\| (.*?) \| [^|\n]*<br>`introducing-irmin`/m.exec(boardText())?.[1];
const boardText = () => world.board().body;
/** How often the app wrote to GitHub. */
const writes = () => world.github.requests.filter(({ body }) => JSON.stringify(body ?? "").includes("mutation")).length;

async function loseTheDatabase(): Promise<void> {
  world.crashes();
  const file = world.database.replace(/^sqlite:/, "");
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  await world.starts();
  await world.settles();
  await world.passes("20 minutes");
}

describe("a post that moved", () => {
  it("[SL3] is told in the same words on the board, in the notice and on the pages, with who moved it", async () => {
    await open({ desk: pinned(FRIDAY) });
    world.rewritesDesk(pinned(TUESDAY));
    await world.settles();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.says("amirmc", number, "/slot 2014-07-25T15:00");
    await world.settles();
    expect(row()).toBe("planned Fri 18 July, now Fri 25 July 15:00 (+7 days, moved twice)");
    expect(world.notice(number)).toContain("(first planned for Fri 18 July: +7 days, moved twice)");
    expect(world.notice(number)).toContain("Moved by amirmc on Mon 7 July, from Tue 22 July 12:00.");
    expect(await world.page()).toContain("(+7 days, moved twice)");
    const page = await world.page(`/mirage/mirage-www/posts/${IRMIN.slug}`);
    expect(page).toContain("moved by <bdi>Amir Chaudhry</bdi>");
    expect(page).toMatch(/The post moved because the desk file was changed in commit/);
  });

  it("[SL4] is still known to have moved when the database is lost, and nothing is written twice for it", async () => {
    await open({ desk: pinned(FRIDAY) });
    world.rewritesDesk(pinned(TUESDAY));
    await world.settles();
    const before = boardText();
    expect(row()).toBe("planned Fri 18 July, now Tue 22 July 12:00 (+4 days, moved once)");
    await loseTheDatabase();
    expect(boardText()).toBe(before);
    expect((await world.ledger.memory(world.repo.id)).announced[IRMIN.slug]).toHaveLength(2);
    const written = writes();
    expect(written).toBeGreaterThan(0);
    await world.passes("2 hours");
    expect(writes()).toBe(written);
  });

  it("[SL5] is not said to have kept its slot when the board's record was lost with the database", async () => {
    await open({ desk: pinned(FRIDAY) });
    world.rewritesDesk(pinned(TUESDAY));
    await world.settles();
    // Somebody tidies up the hidden lines, which look like rubbish in the editor.
    world.crashes();
    world.github.as("amirmc").edits(world.repo, world.board().number, { body: boardText().replace(/<!-- slots[^]*?-->\n*/, "") });
    await loseTheDatabase();
    expect(row()).toContain("what was planned before Mon 7 July is not known");
  });

  it("[CF1] is in the campaign's calendar where it is now", async () => {
    await open({ desk: pinned(FRIDAY) });
    const slotIn = (text: string) =>
      new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents("vevent")
        .filter((one) => String(one.getFirstPropertyValue("summary")).startsWith("Goes live"))
        .map((one) => [
          String(one.getFirstPropertyValue("uid")),
          (one.getFirstPropertyValue("dtstart") as ICAL.Time).toJSDate().toISOString(),
          Number(one.getFirstPropertyValue("sequence")),
        ]);
    const [before] = slotIn(await world.page("/mirage/mirage-www/OSCON%202014.ics"));
    world.rewritesDesk(pinned(TUESDAY));
    await world.settles();
    const after = slotIn(await world.page("/mirage/mirage-www/OSCON%202014.ics"));
    expect(before?.slice(1)).toEqual(["2014-07-18T11:00:00.000Z", 0]);
    expect(after).toEqual([[before?.[0], "2014-07-22T11:00:00.000Z", 1]]);
  });
});
