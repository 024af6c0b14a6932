/** The hidden mark. */
import fc from "fast-check";
import { describe, expect, it } from "@jest/globals";
import { readMark, withMark } from "../../src/github/marker.js";

describe("a mark", () => {
  it("[GH1] is the first line, and comes back with the words as they were", () => {
    expect(withMark("board/OSCON 2014", "| post |")).toBe("<!-- presstime board/OSCON%202014 -->\n| post |");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ unit: "grapheme" }), (mark, body) => {
        expect(readMark(withMark(mark, body))).toEqual({ mark, body });
      }),
    );
  });

  it("[GH1] can neither end its comment nor leave its line, whatever it holds", () => {
    const nasty = fc
      .array(fc.constantFrom("--", "->", "-->", "<!--", ">", "\n", "\r", " ", "%", "%2D", "-", "é", "👻", "a"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(nasty, (mark) => {
        const [line = "", ...rest] = withMark(mark, "words").split("\n");
        expect(line.slice("<!--".length, -"-->".length)).not.toMatch(/--|>|\r/);
        expect(rest).toEqual(["words"]);
      }),
    );
  });

  it("[GH1] is not found lower down, in another's comment, or where it does not decode", () => {
    expect(readMark("Hello\n<!-- presstime notice -->\n")).toBeNull();
    expect(readMark("> <!-- presstime notice -->\n")).toBeNull();
    expect(readMark("<!-- presstime notice --> and more\n")).toBeNull();
    expect(readMark("<!-- otherbot notice -->\n")).toBeNull();
    expect(readMark("<!-- presstime %E0%A4%A -->\n")).toBeNull();
    expect(readMark("")).toBeNull();
  });
});
