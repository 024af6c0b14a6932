/** The season's first days and its parts: what it begins from, who answers when, and that each run is like the last. */
import { describe, expect, it } from "@jest/globals";
import { planOfJune } from "../../../sandbox/replay/season-plan.js";
import type { SeasonReport } from "../../../sandbox/replay/season-report.js";
import { julyDesk, placeholderDesk } from "../../../sandbox/season/desk-text.js";
import { draft } from "../../../sandbox/season/drafts.js";
import { POSTS } from "../../../sandbox/season/facts.js";
import { morningAfter, officeHoursAfter } from "../../../sandbox/season/office-hours.js";
import { personNamed } from "../../../sandbox/season/people.js";
import { replaySeason } from "../../../sandbox/replay/replay-season.js";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import { readInstant } from "../../../src/desk/time/zone.js";

describe("the season's beginnings", () => {
  it("[SE10] the plan of 24 June has twelve posts, each with its owner, out of the meeting's notes", () => {
    const { desk, findings } = readDesk(planOfJune());
    // What nobody counted in 2014: two posts more than slots from 8 July to the deadline, with two of the twelve on days of their own.
    expect(findings.map(({ severity, message }) => `${severity}: ${message.split(" from ")[0] ?? ""}`)).toEqual([
      "warning: Unexpected 10 posts for 8 free slots",
    ]);
    const [campaign] = desk?.campaigns ?? [];
    expect(campaign?.deadline).toBe("2014-07-21T08:00:00Z");
    expect(campaign?.posts.map(({ slug, byline }) => `${slug}: ${byline.join(", ")}`)).toEqual([
      "introducing-ocaml-tls: hannesm, pqwy",
      "tls-api: hannesm, pqwy",
      "tls-attacks-mitigations: hannesm, pqwy",
      "tls-mirage-integration: hannesm, pqwy",
      "introducing-asn1: hannesm, pqwy",
      "introducing-x509: hannesm, pqwy",
      "introducing-nocrypto: hannesm, pqwy",
      "update-on-vchan: jonludlam",
      "modular-foreign-function-bindings: yallop",
      "introducing-xen-minios-arm: talex5",
      "introducing-irmin: samoht",
      "conduit: avsm",
    ]);
  });

  it("[SE10] the plans of 1 and 21 July are good desk files: the twelve of the list, and then a slot for 2.0", () => {
    const [july, later] = [readDesk(julyDesk()), readDesk(placeholderDesk())];
    expect([july.findings, later.findings]).toEqual([[], []]);
    expect(july.desk?.campaigns.map(({ posts }) => posts.length)).toEqual([12]);
    expect(later.desk?.campaigns.map(({ posts }) => posts.length)).toEqual([12, 1]);
    expect(july.desk?.campaigns[0]?.posts.filter(({ pinned }) => !pinned).map(({ slug }) => slug)).toEqual([
      "tls-attacks-mitigations",
      "tls-mirage-integration",
    ]);
  });

  it.each(POSTS)(
    "[SE10] the draft of $slug is signed by those who signed it in 2014, and says that it is a stand-in",
    ({ slug, byline }) => {
      for (const edition of ["first", "whole", "revised"] as const) {
        const text = draft(slug, edition);
        expect(byline.filter((login) => !text.includes(`  - ${personNamed(login).name}\n`))).toEqual([]);
        expect(text).toContain("A stand-in for Presstime's re-enactment");
      }
      expect(new Set((["first", "whole", "revised"] as const).map((edition) => draft(slug, edition))).size).toBe(3);
    },
  );

  it("[SE12] who is asked late on a Friday answers on Monday, by their own clock", () => {
    const friday = readInstant("2014-07-18T15:30:00Z");
    expect(officeHoursAfter(friday, 1, "Europe/London")).toBe("2014-07-21T08:30:00Z");
    expect(officeHoursAfter(friday, 1, "America/Chicago")).toBe("2014-07-18T16:30:00Z");
    expect(officeHoursAfter(readInstant("2014-07-16T22:00:00Z"), 9, "Europe/London")).toBe("2014-07-18T09:00:00Z");
    expect(morningAfter(friday, "Europe/London")).toBe("2014-07-21T08:00:00Z");
  });

  it("[SE6] [SE9] the first post that 2014 let through unreviewed is held back, and a second run prints the very same", async () => {
    const until = readInstant("2014-07-08T12:00:00Z");
    const first = await replaySeason(until, "json");
    const { posts } = JSON.parse(first) as SeasonReport;
    expect(posts.find(({ slug }) => slug === "mirage-1.2-released")).toEqual({
      slug: "mirage-1.2-released",
      stage: "in review",
      byline: ["avsm"],
      pullRequests: [149],
      asked: ["samoht", "hannesm"],
      approvedBy: [],
      slots: [
        {
          at: "2014-07-09T11:00:00Z",
          announced: "2014-07-08T11:05:08Z",
          by: null,
          why: expect.stringMatching(/./),
        },
      ],
      slip: { days: 0, moves: 0, says: "Wed 9 July 12:00" },
      reminders: [],
      findings: 0,
      liveAt: null,
    });
    expect(await replaySeason(until, "json")).toBe(first);
    const told = await replaySeason(until, "text");
    expect(told).toContain("2014-07-08T11:05:08Z avsm opens #149: mirage 1.2 blog post\n");
    expect(told).toContain("presstime updated the check presstime/review on #149: ");
  }, 120_000);
});
