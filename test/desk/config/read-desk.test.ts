/** A good desk file read whole: defaults, names resolved to logins, times to instants. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import type { Desk } from "../../../src/desk/facts/desk.js";

const SEASON = `
zone: Europe/London
posts: ["posts/**/*.md"]
people:
  - login: avsm
    name: Anil Madhavapeddy
    aliases: [Anil]
    zone: Europe/Dublin
    beats: ["*"]
    capacity: 2
    away: [{ from: 2014-07-12, to: 2014-07-13 }]
  - { login: samoht, name: Thomas Gazagnaire, aliases: [Thomas G] }
  - login: talex5
coordinators: ["@AVSM"]
review: { approvals: 2 }
merge: { at_slot: true }
campaigns:
  - name: OSCON 2014
    deadline: 2014-07-21T09:00[Europe/London]
    posts:
      - slug: introducing-irmin
        also: [irmin-overview]
        title: "Introducing Irmin: Git-like storage"
        byline: [thomas g]
        beats: [storage]
        slot: 2014-07-18T12:00+01:00
      - slug: xen-on-arm
        title: Xen on ARM
        byline: [Talex5, TALEX5]
        after: [introducing-irmin]
`;

function good(text: string): Desk {
  const { desk, findings } = readDesk(text);
  expect(findings).toEqual([]);
  if (!desk) throw new Error("no desk");
  return desk;
}

describe("a good desk file", () => {
  it("[DK1] gives every name as a login, in the case that the desk writes it, and once", () => {
    const desk = good(SEASON);
    expect(desk.coordinators).toEqual(["avsm"]);
    expect(desk.campaigns[0]?.posts.map(({ byline }) => byline)).toEqual([["samoht"], ["talex5"]]);
  });

  it("[DK2] gives every time as an instant, whether a zone or an offset was written", () => {
    const campaign = good(SEASON).campaigns[0];
    expect(campaign?.deadline).toBe("2014-07-21T08:00:00Z");
    expect(campaign?.posts.map(({ pinned }) => pinned)).toEqual(["2014-07-18T11:00:00Z", null]);
  });

  it("[DK3] gives people without a zone the desk's, and people without a name their login", () => {
    const [anil, , thomas] = good(SEASON).people;
    expect(anil?.zone).toBe("Europe/Dublin");
    expect(thomas).toEqual({
      login: "talex5",
      name: "talex5",
      aliases: [],
      zone: "Europe/London",
      beats: [],
      capacity: 3,
      away: [],
      holidays: null,
    });
  });

  it("[DK4] fills in what was left out", () => {
    const desk = good("zone: UTC\n");
    expect(desk).toEqual({
      zone: "UTC",
      posts: ["posts", "_posts", "content/posts", "content/blog"].map((folder) => `${folder}/**/*.{md,mdx,markdown}`),
      people: [],
      coordinators: [],
      review: { approvals: 1, ask: 2, conversations: "tell", draftTitles: ["WIP", "Work in progress", "Draft"] },
      slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"],
      lint: { rules: {}, paths: [], words: [], honourRepositoryConfig: true },
      lead: { draft: 3, review: 1 },
      reminders: { every: 2, hour: 9 },
      merge: { atSlot: false, method: "merge", missed: "catch up", checks: "all", fixDates: false },
      calendar: { holidays: [], closed: [], extra: [], freezes: [], byline: null, beatGap: 0 },
      site: null,
      campaigns: [],
    });
    expect(good(SEASON).merge).toEqual({ atSlot: true, method: "merge", missed: "catch up", checks: "all", fixDates: false });
    expect(good(SEASON).review).toMatchObject({ approvals: 2, ask: 2 });
  });

  it("[DK5] reads the same with a byte order mark and with CRLF", () => {
    expect(good(`\uFEFF${SEASON.replaceAll("\n", "\r\n")}`)).toEqual(good(SEASON));
  });
});
