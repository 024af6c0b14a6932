/** The command `presstime calendar`, from a checkout and from a running app's plan. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import ICAL from "ical.js";
import { registerCalendar } from "../../src/cli/calendar/calendar.js";
import { campaignFeed } from "../../src/web/feeds/feeds.js";
import { view } from "../web/sample-view.js";
import { paperConsole, run, type PaperConsole } from "./paper-console.js";

const DESK = `zone: Europe/London
people:
  - { login: ada, name: Ada Lovelace }
  - { login: grace, name: Grace Hopper }
calendar:
  holidays: [GB-ENG]
  closed: [{ from: 2014-08-28, to: 2014-08-29, why: the office moves }]
campaigns:
  - name: Engines 2014
    deadline: "2014-09-05T09:00[Europe/London]"
    buffer: 2
    posts:
      - { slug: on-engines, title: "On engines: \\e[31mred", byline: [ada], slot: "2014-08-26T12:00[Europe/London]" }
      - { slug: on-compilers, title: On compilers, byline: [grace], slot: "2014-08-27T12:00[Europe/London]" }
      - { slug: on-looms, title: On looms, byline: [ada] }
      - { slug: on-cards, title: On cards, byline: [ada], slot: "2014-09-02T12:00[Europe/London]" }
  - { name: Spring, deadline: "2015-03-30T09:00[Europe/London]" }
`;
const FILES: Readonly<Record<string, string>> = {
  ".github/presstime.yml": DESK,
  "posts/2014-08-01-on-looms.md": "---\ntitle: On looms\n---\nText.\n",
  "posts/cards.md": "---\ntitle: On cards\nslug: on-cards\ndraft: true\n---\nText.\n",
  ".git/config": '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:harbour/harbour-www.git\n',
};
const CLOCK = { now: () => new Date("2014-08-20T09:00:00Z") };

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "presstime-calendar-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Reads files of the disk, and what is given by name. */
const consoleWith = (given: Readonly<Record<string, string>> = {}): PaperConsole => {
  const paper = paperConsole(given);
  return { ...paper, read: (source) => (source in given ? paper.read(source) : readFile(source)) };
};
const calendar = async (line: readonly string[], given: Readonly<Record<string, string>> = {}, folder = root) => {
  const io = consoleWith(given);
  const said = await run(
    (program) => {
      registerCalendar(program, io, folder, CLOCK);
    },
    io,
    ["calendar", ...line],
  );
  return { out: said.out, err: said.err, code: said.code };
};

const TEXT = `Engines 2014
  Deadline Fri 5 September 2014, 09:00 (Europe/London). 1 of 4 live before the deadline.
  Buffer: 0 of 2 working days are used (green: enough reserve).
  Next free slots: Wed 20 August 12:00, Thu 21 August 12:00 and Fri 22 August 12:00.

Week of Mon 18 August 2014
  Tue 19  17:00  draft due   On engines: [31mred (Ada Lovelace)
  Wed 20  17:00  draft due   On compilers (Grace Hopper)
  Fri 22  17:00  review due  On engines: [31mred (Ada Lovelace)

Week of Mon 25 August 2014
  Mon 25         No slots on Mon 25 August: Summer bank holiday
  Tue 26  12:00  goes live   On engines: [31mred (Ada Lovelace); promised
  Tue 26  17:00  review due  On compilers (Grace Hopper)
  Wed 27  12:00  goes live   On compilers (Grace Hopper); promised
  Wed 27  17:00  draft due   On cards (Ada Lovelace)
  Thu 28         No slots from Thu 28 to Fri 29 August: the office moves

Week of Mon 1 September 2014
  Mon  1  17:00  review due  On cards (Ada Lovelace)
  Tue  2  12:00  goes live   On cards (Ada Lovelace); promised
  Fri  5  09:00  deadline    Engines 2014

Times are those of Europe/London.
`;

describe("presstime calendar", () => {
  it("[CF8] tells a checkout week by week, with holidays and closed days; a post that is there is live, a draft is not", async () => {
    expect(await calendar(["--campaign", "engines 2014"])).toEqual({ out: TEXT, err: "", code: 0 });
  });

  it("[CF8] plans as if it were another time", async () => {
    const { out } = await calendar(["--campaign", "Engines 2014", "--at", "2014-08-26T13:00"]);
    expect(out).toContain("Wed 27  12:00  goes live");
    expect(out).not.toContain("Summer bank holiday");
  });

  it("[CF7] tells what one person has to do, by login, name or alias", async () => {
    for (const name of ["grace", "@Grace", "Grace Hopper"]) {
      const { out, code } = await calendar(["--person", name]);
      expect(code).toBe(0);
      expect(out).toContain("draft due   On compilers");
      expect(out).not.toContain("On engines");
      expect(out).not.toContain("Spring");
    }
  });

  it("[CF7] gives JSON with each occasion, in UTC and on the desk's wall", async () => {
    const { out } = await calendar(["--format", "json", "--campaign", "Engines 2014"]);
    const told = JSON.parse(out) as { at: string; campaigns: readonly unknown[]; occasions: readonly Record<string, unknown>[] };
    expect(told).toMatchObject({
      at: "2014-08-20T09:00:00Z",
      zone: "Europe/London",
      campaigns: [
        {
          name: "Engines 2014",
          buffer: { days: 2, used: 0 },
          closed: [{ kind: "holiday", from: "2014-08-25", to: "2014-08-25" }, { kind: "closed" }],
        },
      ],
    });
    expect(told.occasions.find(({ kind, slug }) => kind === "slot" && slug === "on-compilers")).toEqual({
      kind: "slot",
      at: "2014-08-27T11:00:00Z",
      wall: "2014-08-27T12:00[Europe/London]",
      standing: "ahead",
      campaign: "Engines 2014",
      slug: "on-compilers",
      title: "On compilers",
      byline: ["grace"],
      stage: "promised",
      changes: 0,
      since: "2014-08-20T09:00:00Z",
      first: "2014-08-27T11:00:00Z",
      days: 0,
    });
  });

  it("[CF7] gives iCalendar with the very events of the app's feed, known by the checkout's origin", async () => {
    const { out } = await calendar(["--format", "ics", "--campaign", "Engines 2014"]);
    const uids = (text: string) =>
      new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents("vevent")
        .map((one) => String(one.getFirstPropertyValue("uid")));
    expect(uids(out)).toHaveLength(10);
    const url = "http://localhost:3000/api/harbour/harbour-www/plan.json";
    const running = await calendar(["--format", "ics", "--campaign", "Regatta 2014", "--url", url], { [url]: JSON.stringify(view()) });
    expect(running.err).toBe("");
    expect(running.out.match(/^URL.*$/gm)?.length).toBeGreaterThan(10);
    const feed = campaignFeed(view(), "Regatta 2014") ?? "";
    expect(uids(running.out)).toEqual(uids(feed));
  });

  it("[CF7] tells slips of a running app", async () => {
    const { out } = await calendar(["--from", "-"], { "-": JSON.stringify(view()) });
    expect(out).toContain(
      "goes live   Harbour lights: the protocol (Farah Nasser and Dora Weiss); in progress; first planned for Mon 14 July: +4 days, moved twice",
    );
    expect(out).toContain("live        Harbour lights: a notation for flashes (Farah Nasser); first planned for Fri 11 July: +3 days");
    expect(out).toContain("dropped     Customs (Bruno Keita)");
  });

  it("[CF7] says what is wrong, and ends with 2", async () => {
    const end = async (line: readonly string[], given: Readonly<Record<string, string>> = {}, folder = root) => {
      const { out, err, code } = await calendar(line, given, folder);
      expect([out, code]).toEqual(["", 2]);
      return err;
    };
    expect(await end(["--format", "pdf"])).toBe("Presstime does not know the format `pdf`. Use `text`, `json` or `ics`.\n");
    expect(await end(["--campaign", "Autumn"])).toBe("The plan has no campaign `Autumn`. Its campaigns are `Engines 2014` and `Spring`.\n");
    expect(await end(["--person", "nobody"])).toBe("The plan does not know the person `nobody`. Write `ada` or `grace`.\n");
    expect(await end(["--at", "next Friday"])).toMatch(
      /^Presstime cannot read the time of `--at`\. Write it like `2014-07-01T09:00`\. \(.*`next Friday`.*\)\n$/,
    );
    expect(await end(["--at", "2014-08-01", "--from", "-"], { "-": "{}" })).toMatch(/^`--at` works only in a checkout\./);
    expect(await end(["--url", "http://x.test", "--from", "-"])).toMatch(/^`--url` and `--from` do not go together\./);
    expect(await end(["--url", "file:///etc/hostname"])).toMatch(/Write one that starts with http/);
    expect(await end(["--from", "-"], { "-": "{" })).toMatch(/^The input is not JSON\./);
    expect(await end([], { [join(root, ".github/presstime.yml")]: "zone: Nowhere" })).toContain(
      ".github/presstime.yml has errors; they are listed above.",
    );
    expect(await end([], {}, tmpdir())).toMatch(/ENOENT|cannot be read/);
  });
});
