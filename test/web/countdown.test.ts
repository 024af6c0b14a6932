/** How long it still is, in plain words. */
import { describe, expect, it } from "@jest/globals";
import { countdown } from "../../src/web/season/countdown.js";
import { at } from "./sample-view.js";

describe("countdown", () => {
  const deadline = at("2014-07-21T08:00:00Z");

  it.each([
    ["2014-06-24T08:00:00Z", "27 days left"],
    ["2014-07-10T05:00:00Z", "11 days and 3 hours left"],
    ["2014-07-20T08:00:00Z", "1 day left"],
    ["2014-07-20T09:01:00Z", "22 hours and 59 minutes left"],
    ["2014-07-21T07:59:40Z", "less than a minute left"],
    ["2014-07-21T08:00:00Z", "the deadline is now"],
    ["2014-07-23T10:00:00Z", "the deadline was 2 days and 2 hours ago"],
  ])("[WB11] seen at %s the deadline is told as: %s", (now, says) => {
    expect(countdown(at(now), deadline)).toBe(says);
  });
});
