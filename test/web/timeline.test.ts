/** The strip of days: where slots are, where they first were, today, and the deadline. */
import { describe, expect, it } from "@jest/globals";
import type { JudgedPost } from "../../src/desk/judged.js";
import type { Instant } from "../../src/desk/time/zone.js";
import { markupOf, pagesOf } from "./read-page.js";
import { announced, at, NOW, post, slot, view } from "./sample-view.js";

/** Each day of the strip as `18 today: ahead was`. */
async function strip(posts: readonly JudgedPost[], now: Instant = NOW): Promise<readonly string[]> {
  const clock = { now: () => new Date(now), waitUntil: () => Promise.resolve() };
  const markup = await markupOf(pagesOf([view(posts)], { clock }));
  return markup
    .split('<div class="day')
    .slice(1)
    .map((day) => {
      const [, looks = ""] = /^([^"]*)"/.exec(day) ?? [];
      const [, number = ""] = /class="number[^>]*>\s*([^<]*?)\s*</.exec(day) ?? [];
      const marks = [...day.matchAll(/<i class="(\w+)">/g)].map(([, look = ""]) => look);
      return `${number}${looks}: ${marks.join(" ")}`.trim();
    });
}

describe("the strip of days", () => {
  it("[WB15] marks where a post is due, where it was first, today and the deadline", async () => {
    const moved = post({ slot: slot("22", { lateness: "past the deadline" }), announced: announced("18", "22") });
    expect(await strip([moved])).toEqual(["18 July today: was", "19 weekend:", "20 weekend:", "21 deadline:", "22: late"]);
  });

  it("[WB15] begins with today when the first slot is near, and without it when that is far", async () => {
    const soon = await strip([post()], at("2014-07-18T11:00:00Z"));
    expect([soon[0], soon.length]).toEqual(["18 July today:", 4]);
    expect(await strip([post()], at("2014-06-01T11:00:00Z"))).toEqual(["21 July deadline: ahead"]);
  });

  it("[WB15] puts a live post on the day it went live, and counts what does not fit on a day", async () => {
    const live = post({
      stage: "live",
      live: { at: at("2014-07-18T10:00:00Z"), by: null, pull: 186, path: null },
      announced: announced("18"),
    });
    const many = Array.from({ length: 9 }, (_, index) => ({ ...live, slug: `post-${index}` }));
    expect((await strip(many))[0]).toBe("18 July today: live live live live live live");
    expect(await markupOf(pagesOf([view(many)]))).toContain("<b>+3</b>");
  });

  it("[WB15] is left out when it would be too long to read, and when nothing is placed", async () => {
    const far = post({ slot: slot("21", { at: at("2015-07-21T11:00:00Z") }) });
    expect(await strip([far])).toEqual([]);
    expect(await strip([post({ slot: null, announced: [] })])).toEqual([]);
  });
});
