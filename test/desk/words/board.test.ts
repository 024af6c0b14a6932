/** The board's words: slips, the buffer, what cannot be done, and what lies ahead. */
import { describe, expect, it } from "@jest/globals";
import { writeBoard, type BoardFacts } from "../../../src/desk/words/board.js";
import { sayDone } from "../../../src/desk/words/happenings.js";
import { announced, at, post, slot, view } from "../../web/sample-view.js";

const [campaign] = view([post()]).plan.campaigns;
if (!campaign) throw new Error("Unexpected view without a campaign, expected one");

const board = (more: Partial<BoardFacts["campaign"]>, posts = [post()]) =>
  writeBoard({
    campaign: { ...campaign, ...more },
    posts,
    zone: "Europe/London",
    deskFindings: [],
    url: "https://github.test/harbour/www",
  });

describe("the board", () => {
  it("[SL3] says planned, now, how far and how often; and of a live post how far", () => {
    const moved = post({ slot: slot("22"), announced: announced("18", "21", "22") });
    const live = { at: at("2014-07-14T12:40:00Z"), by: null, pull: 169, path: null };
    const gone = post({ slug: "gone", stage: "live", live, announced: announced("11", "14") });
    const text = board({}, [gone, moved]);
    expect(text).toContain("| planned Fri 18 July, now Tue 22 July 12:00 (+4 days, moved twice) | Introducing Buoy");
    expect(text).toContain("| planned Fri 11 July, live Mon 14 July 13:40 (+3 days) | Introducing Buoy");
  });

  it("[WB16] says the buffer's third in words, the conflict with its ways out, and where there is room", () => {
    const text = board({
      buffer: { days: 3, used: 1, third: "green" },
      conflict: { says: "2 posts need the 1 slot before Mon 21 July.", slugs: [], waysOut: ["Without `buoy` the other is in time."] },
      ahead: { free: [at("2014-07-18T11:00:00Z")], closed: [] },
    });
    expect(text).toContain("Reserve before the deadline: 1 of 3 working days is used (green: enough reserve).");
    expect(text).toContain(
      "> **Not all posts can go live before the deadline.** 2 posts need the 1 slot before Mon 21 July.\n> - Without `buoy` the other is in time.",
    );
    expect(text).toContain("- Next free slots: Fri 18 July 12:00.");
    expect(board({})).not.toMatch(/Buffer|Not all/);
    expect(board({})).toContain("- Next free slots: none before the deadline.");
  });
});

describe("what happened", () => {
  const announce = { kind: "announce", slug: "buoy", slot: at("2014-07-22T11:00:00Z"), by: null, why: "It comes after tides." } as const;

  it("[SL2] tells a first slot, a move with its mover, and what was read back after a loss", () => {
    const say = (more: object) => sayDone({ ...announce, ...more }, null, "Europe/London");
    expect(say({})).toBe("planned buoy for Tue 22 July 12:00. It comes after tides.");
    expect(say({ was: at("2014-07-18T11:00:00Z"), by: "ada" })).toBe(
      "moved buoy from Fri 18 July 12:00 to Tue 22 July 12:00, as ada asked. It comes after tides.",
    );
    expect(say({ recovered: [{ slot: announce.slot, at: announce.slot, by: null, why: "" }] })).toBe(
      "found on the board that buoy was planned for Tue 22 July 12:00 (Presstime’s own record was lost)",
    );
  });
});
