/** "Draft by" and "review by": worked back from the slot in working days. */
import { describe, expect, it } from "@jest/globals";
import { workBack } from "../../../src/desk/schedule/work-back.js";
import { readInstant } from "../../../src/desk/zone.js";

describe("working back from a slot", () => {
  it("[SC19] counts working days to 17:00 on the wall of the desk", () => {
    expect(workBack(readInstant("2014-07-18T11:00:00Z"), { draft: 3, review: 1 }, "Europe/London")).toEqual({
      draftBy: "2014-07-14T16:00:00Z",
      reviewBy: "2014-07-17T16:00:00Z",
    });
  });

  it("[SC19] steps over weekends, and over a change of the clocks", () => {
    expect(workBack(readInstant("2014-03-31T11:00:00Z"), { draft: 2, review: 1 }, "Europe/London")).toEqual({
      draftBy: "2014-03-26T17:00:00Z",
      reviewBy: "2014-03-28T17:00:00Z",
    });
    // A slot on a Sunday: the review is due on the Friday.
    expect(workBack(readInstant("2014-07-20T11:00:00Z"), { draft: 1, review: 1 }, "America/New_York")).toEqual({
      draftBy: "2014-07-17T21:00:00Z",
      reviewBy: "2014-07-18T21:00:00Z",
    });
  });

  it("[SC19] with no time to spare gives the slot itself, never an instant after it", () => {
    const slot = readInstant("2014-07-18T11:00:00Z");
    expect(workBack(slot, { draft: 0, review: 0 }, "Europe/London")).toEqual({ draftBy: slot, reviewBy: slot });
    const evening = readInstant("2014-07-18T19:00:00Z");
    expect(workBack(evening, { draft: 1, review: 0 }, "Europe/London")).toEqual({
      draftBy: "2014-07-17T16:00:00Z",
      reviewBy: "2014-07-18T16:00:00Z",
    });
  });
});
