/** Cutting a text to what GitHub takes. */
import fc from "fast-check";
import { describe, expect, it } from "@jest/globals";
import { COMMENT_LIMIT, fit, fitBytes } from "../../src/github/fit.js";

describe("a text too long for GitHub", () => {
  it("[GH3] is cut at a line's end, and says that it was", () => {
    const text = "a line of some length\n".repeat(5000);
    const cut = fit(text, COMMENT_LIMIT);
    expect(cut.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(cut.length).toBeGreaterThan(COMMENT_LIMIT - 200);
    expect(cut.split("\n").at(-3)).toBe("a line of some length");
    expect(cut).toMatch(/The rest of this text is missing/);
  });

  it("[GH403] is cut by bytes where GitHub counts those, and ends in no half character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite", maxLength: 300 }), fc.integer({ min: 90, max: 200 }), (text, limit) => {
        const cut = fitBytes(text, limit);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
        expect(cut).not.toContain("\uFFFD");
        if (Buffer.byteLength(text) <= limit) expect(cut).toBe(text);
      }),
    );
  });

  it("[GH3] never stays over the limit nor ends in half a character; one that fits stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-composite", maxLength: 300 }), fc.integer({ min: 60, max: 200 }), (text, limit) => {
        const cut = fit(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(Buffer.from(cut).toString()).toBe(cut);
        if (text.length <= limit) expect(cut).toBe(text);
      }),
    );
  });
});
