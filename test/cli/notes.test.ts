/** The command `presstime notes`, from a plan's JSON to the section for the next meeting. */
import { describe, expect, it } from "@jest/globals";
import { EXAMPLE_DESK } from "../../scripts/docs/example-desk.js";
import { registerNotes } from "../../src/cli/notes/notes.js";
import { paperConsole, run } from "./paper-console.js";

const POST = {
  slug: "introducing-irmin",
  title: "Introducing Irmin",
  campaign: "OSCON 2014",
  promised: true,
  byline: ["samoht"],
  stage: "in review",
  turn: "reviewer",
  waitingFor: ["avsm"],
  stopped: null,
  slot: null,
  live: null,
};
const CAMPAIGN = {
  name: "OSCON 2014",
  deadline: "2014-07-21T08:00:00Z",
  board: null,
  slugs: ["introducing-irmin"],
  live: 0,
  dropped: 0,
  total: 1,
};
const PLAN = JSON.stringify({
  at: "2014-07-10T08:00:00Z",
  posts: [POST],
  campaigns: [CAMPAIGN, { ...CAMPAIGN, name: "Spring" }],
  effects: [],
  lookAgainAt: null,
});
const ADDRESS = "http://localhost:3000/api/mirage/www/plan.json";
const SECTION = `#### Blog posts: OSCON 2014 ####

0 of 1 live before the deadline. The deadline is Mon 21 July 2014, 09:00 (Europe/London).

In progress:

- Introducing Irmin (Thomas Gazagnaire): in review. It has no slot yet. Waiting for Anil Madhavapeddy.
`;

describe("presstime notes", () => {
  const files = { "plan.json": PLAN, "-": PLAN, [ADDRESS]: PLAN, "desk.yml": EXAMPLE_DESK };

  it("[CA23] reads a plan from a file, from standard input or from a running app", async () => {
    for (const source of [
      ["--from", "plan.json"],
      ["--from", "-"],
      ["--url", ADDRESS],
    ]) {
      const said = await run(registerNotes, paperConsole(files), ["notes", ...source, "--desk", "desk.yml", "--campaign", "oscon 2014"]);
      expect(said).toEqual({ out: SECTION, err: "", asked: [], code: 0 });
    }
  });

  it("[CA23] writes every campaign when none is named, in UTC and by login when no desk is given", async () => {
    const said = await run(registerNotes, paperConsole(files), ["notes", "--from", "plan.json"]);
    expect(said.out).toContain("- **Introducing Irmin** (samoht): in review.");
    expect(said.out).toContain("08:00 (UTC)");
    expect(said.out).toContain("#### Blog posts: Spring ####");
  });

  it("[CA23] takes names and the zone from a running app, whose answer has the plan within", async () => {
    const people = [{ login: "samoht", name: "Thomas Gazagnaire", zone: "Europe/Paris" }];
    const view = JSON.stringify({
      repository: {},
      zone: "Europe/London",
      people,
      plan: JSON.parse(PLAN) as unknown,
      at: "2014-07-10T08:00:00Z",
    });
    const said = await run(registerNotes, paperConsole({ [ADDRESS]: view }), ["notes", "--url", ADDRESS, "--campaign", "OSCON 2014"]);
    expect(said.out).toContain("Introducing Irmin (Thomas Gazagnaire): in review.");
    expect(said.out).toContain("09:00 (Europe/London)");
  });

  it("[CA23] says what is wrong, and ends with 2", async () => {
    const end = async (text: string, ...line: readonly string[]) => {
      const said = await run(registerNotes, paperConsole({ ...files, bad: text }), ["notes", ...line]);
      expect([said.code, said.out]).toEqual([2, ""]);
      return said.err;
    };
    expect(await end("{", "--from", "bad")).toMatch(/^The input is not JSON\. Give a plan/);
    expect(await end('{"posts": [{"slug": 3}], "campaigns": []}', "--from", "bad")).toMatch(
      /^The JSON is not a plan: `posts\.0\.slug` is missing or has the wrong form\./,
    );
    expect(await end('{"posts": [], "campaigns": []}', "--from", "bad")).toMatch(/^The plan has no campaign\. Add/);
    expect(await end("", "--from", "nowhere")).toMatch(/^The file nowhere cannot be read/);
    expect(await end("")).toMatch(/Use either `--from FILE` or `--url ADDRESS`/);
    expect(await end("", "--from", "plan.json", "--url", ADDRESS)).toMatch(/^Presstime needs one plan\./);
    expect(await end("", "--url", "file:///etc/hostname")).toMatch(/Write one that starts with http/);
    expect(await end("", "--from", "plan.json", "--campaign", "Autumn")).toBe(
      "The plan has no campaign `Autumn`. Its campaigns are `OSCON 2014` and `Spring`.\n",
    );
  });
});
