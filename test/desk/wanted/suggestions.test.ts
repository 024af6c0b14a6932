/** Suggestions: sparing, never twice, closed when mended, and harmless whatever the lines hold. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { suggestedLines } from "../../../sandbox/operations/suggestion.js";
import type { Resolve, Suggest } from "../../../src/desk/effect.js";
import type { Finding } from "../../../src/desk/facts/finding.js";
import type { Memory, PullRequest, Review } from "../../../src/desk/facts/snapshot.js";
import { suggestionInLine, suggestionOfFix, type Suggestion } from "../../../src/desk/fixes/suggestion.js";
import { textFixesOf } from "../../../src/desk/fixes/text-fixes-of.js";
import { wantSuggestions } from "../../../src/desk/wanted/suggestions.js";
import { moment, paperWorld } from "../paper-world.js";

const NOTHING: Memory = { effects: {}, announced: {} };
const AT = moment("2014-07-15T09:00:00Z");

function pull(more: Partial<PullRequest> = {}): PullRequest {
  const world = paperWorld();
  return { ...world.pull(world.submits("samoht", "irmin", { number: 186 })), ...more };
}

const offer = (line: number, was = `line ${line}`, becomes = `line ${line}, mended`): Suggestion => ({
  path: "posts/irmin.md",
  place: { line, column: 1, endLine: line, endColumn: was.length + 1 },
  was,
  becomes,
  says: "Unexpected line, expected a mended one",
});

/** The app's own review, as GitHub shows it afterwards. */
const given = ({ mark, head, body }: Suggest): Review => ({
  id: 1,
  by: { login: "presstime[bot]", bot: true },
  at: AT,
  says: "comments",
  head,
  outdated: [],
  body,
  mark,
});

const suggestion = (effects: readonly (Suggest | Resolve)[]): Suggest => {
  const found = effects.find((effect) => effect.kind === "suggest");
  if (!found) throw new Error("Unexpected silence, expected a review with suggestions");
  return found;
};

describe("suggestions", () => {
  it("[CS15] come in one review, ten at most, and say how many are kept back", () => {
    const offers = Array.from({ length: 14 }, (_, n) => offer(n + 1));
    const effects = wantSuggestions(pull(), offers, NOTHING);
    expect(effects).toHaveLength(1);
    expect(suggestion(effects).comments.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(suggestion(effects).body).toContain("I show 4 more corrections after your next push");
  });

  it("[CS15] are made once a head, and at the next head only those that were not made before, wherever their lines are by then", () => {
    const one = pull();
    const first = suggestion(wantSuggestions(one, [offer(3)], NOTHING));
    const told = { ...one, reviews: [given(first)] };
    expect(wantSuggestions(told, [offer(3), offer(9)], NOTHING)).toEqual([]);
    const pushed = { ...told, head: { ...one.head, sha: "another" } };
    const moved = offer(5, "line 3", "line 3, mended");
    expect(suggestion(wantSuggestions(pushed, [moved, offer(9)], NOTHING)).comments.map(({ line }) => line)).toEqual([9]);
  });

  it("[CS15] of two equal lines are two, and of two on one line one", () => {
    const twice = [offer(3, "same"), offer(7, "same")];
    expect(suggestion(wantSuggestions(pull(), twice, NOTHING)).comments.map(({ line }) => line)).toEqual([3, 7]);
    expect(suggestion(wantSuggestions(pull(), [offer(3), offer(3, "line 3", "other")], NOTHING)).comments).toHaveLength(1);
  });

  it("[CS15] are closed once when they are mended, and not before", () => {
    const one = pull();
    const first = suggestion(wantSuggestions(one, [offer(3), offer(9)], NOTHING));
    const told = { ...one, reviews: [given(first)] };
    const mark = first.comments[0]?.mark ?? "";
    expect(wantSuggestions(told, [offer(9)], NOTHING)).toEqual([{ kind: "resolve", pull: 186, marks: [mark] }]);
    const done = { [`resolve/186/${mark}`]: { digest: "", ended: "done", why: null, at: AT } } as const;
    expect(wantSuggestions(told, [offer(9)], { ...NOTHING, effects: done })).toEqual([]);
    const both = wantSuggestions(told, [], { ...NOTHING, effects: done });
    expect(both).toEqual([{ kind: "resolve", pull: 186, marks: [first.comments[1]?.mark] }]);
  });

  it.each<[string, Partial<PullRequest>]>([
    ["on a draft", { draft: true }],
    ["on what is closed", { standing: "closed" }],
    [
      "while a text could not be read",
      { posts: [{ path: "posts/irmin.md", previousPath: null, change: "added", blob: "b", reading: null }] },
    ],
  ])("[CS15] are neither made nor closed %s", (_, more) => {
    const first = suggestion(wantSuggestions(pull(), [offer(3)], NOTHING));
    expect(wantSuggestions(pull({ ...more, reviews: [given(first)] }), [offer(9)], NOTHING)).toEqual([]);
  });

  it("[CS15] are made only for files that the pull request adds, whose every line is in the difference", () => {
    const one = pull();
    const modified = { ...one, posts: one.posts.map((file) => ({ ...file, change: "modified" as const })) };
    expect(wantSuggestions(modified, [offer(3)], NOTHING)).toEqual([]);
  });

  it("[CS16] hold the very lines, whatever is in them, and ping nobody", () => {
    const lines = fc.array(
      fc.constantFrom("```", "````suggestion", "`", "@everyone", "<!-- presstime x -->", "date: 2014-07-22", "", "~~~"),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom("Hello @avsm and #12", "``` Unexpected", "<b>bold</b>"), (some, says) => {
        const becomes = some.join("\n");
        const one = { ...offer(2, "was", becomes), says };
        const [comment] = suggestion(wantSuggestions(pull(), [one], NOTHING)).comments;
        expect(suggestedLines(comment?.body ?? "")).toBe(becomes);
        expect(comment?.body.split("\n")[0]).not.toMatch(/@\w|#\d|<b>|^```/);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("[CS16] are taken from a fix of the linter's in its text, over whole lines; where lines end with CR none is made", () => {
    const text = "# One\n\nTwo  words\nand more\nThree\n";
    const finding = {
      rule: "no-double-space",
      severity: "warning",
      message: "Unexpected blanks, expected one",
      place: { line: 3, column: 4, endLine: 3, endColumn: 6 },
      fix: { from: 10, to: 12, text: " " },
    } as const;
    const suggestionIn = (lines: string, one: Finding) => {
      const [fix] = textFixesOf(lines, [one], 0);
      return fix ? suggestionOfFix("posts/irmin.md", fix) : null;
    };
    expect(suggestionIn(text, finding)).toMatchObject({
      was: "Two  words",
      becomes: "Two words",
      place: { line: 3, endLine: 3 },
    });
    const over = { ...finding, fix: { from: 17, to: 18, text: " " } };
    expect(suggestionIn(text, over)).toMatchObject({ was: "Two  words\nand more", becomes: "Two  words and more" });
    expect(suggestionIn(text.replaceAll("\n", "\r\n"), finding)).toBeNull();
    const edit = { place: finding.place, was: "  ", replacement: " " };
    expect(suggestionInLine("posts/irmin.md", "Two  words", edit, finding).becomes).toBe("Two words");
  });
});
