/** Titles that make a pull request a draft. */
import { describe, expect, it } from "@jest/globals";
import { withDraftTitles } from "../../../src/desk/facts/draft-title.js";
import { paperWorld } from "../paper-world.js";

function judged(title: string, draftTitles?: readonly string[], draft = false) {
  const world = paperWorld({ desk: { review: { approvals: 1, ask: 1, ...(draftTitles && { draftTitles }) } } });
  world.becomes(world.submits("ann", "irmin", { draft }), { title });
  return withDraftTitles(world.facts()).open[0];
}

describe("the title of a pull request", () => {
  it.each([
    "[WIP] Introducing Irmin",
    "[wip]Introducing Irmin",
    "WIP: Introducing Irmin",
    "wip : Introducing Irmin",
    "WIP Introducing Irmin",
    "(WIP) Introducing Irmin",
    "WIP - Introducing Irmin",
    "Draft: Introducing Irmin",
    "[DRAFT] Introducing Irmin",
    "(Draft) Introducing Irmin",
    "Draft – Introducing Irmin",
    " [ Draft ] Introducing Irmin",
    "Work in progress: Introducing Irmin",
    "[Work-in-progress] Introducing Irmin",
    "[blog] [WIP] Introducing Irmin",
    "WIP",
  ])("[ST33] makes it a draft: %s", (title) => {
    expect(judged(title)?.draft).toBe(true);
  });

  it.each([
    "Introducing Irmin",
    "Drafting a constitution",
    "Drafts: how we write",
    "Draft-by dates explained",
    "Draft horses of the Fens",
    "Wiping disks: a guide",
    "WIPO: names and their owners",
    "What a WIP: limit is for",
    "Irmin [WIP]",
    "Work in progress limits",
  ])("[ST33] makes it none: %s", (title) => {
    expect(judged(title)).toMatchObject({ draft: false });
  });

  it("[ST33] is told with the words that are to go, and whether GitHub's button is to be pressed too", () => {
    expect(judged("[blog] [WIP] Irmin")?.draftTitle).toEqual({ says: "[WIP]", alone: true });
    expect(judged("draft: Irmin", undefined, true)?.draftTitle).toEqual({ says: "draft:", alone: false });
    expect(judged("Irmin", undefined, true)).not.toHaveProperty("draftTitle");
  });

  it("[ST33] counts by the desk's own words, in which nothing is a pattern; without any, it counts as nothing", () => {
    expect(judged("[Do not (merge)] Irmin", ["Do not (merge)"])?.draft).toBe(true);
    expect(judged("[WIP] Irmin", ["Do not (merge)"])?.draft).toBe(false);
    expect(judged("WIP Irmin", ["Draft"])?.draft).toBe(false);
    expect(judged("[WIP] Irmin", [])?.draft).toBe(false);
  });
});
