/** Foreign words inside ours: reasons that people give, and names that only a text gives, ping nobody and mark nothing up. */
import { describe, expect, it } from "@jest/globals";
import { plainly } from "../../../src/desk/words/plainly.js";
import { sayMissing } from "../../../src/desk/words/missing.js";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";

const NASTY = "@mirage/core says <img src=x> [see](http://x.test) #12 | `/merge`";
/** Any part of it as Markdown would take it. */
const POWER = /@mirage|#12|(?<!\\)(?:<img|\[see|`\/merge)/u;
const ZONE = "Europe/London";
const people = ["ann", "ben"].map((login) => person(login));
const open = () => paperWorld({ desk: { people, campaigns: [campaign([{ slug: "irmin", byline: ["ann"] }, "vchan"])] } });

/** Everything that the app has written, on pull requests and boards. */
const written = (world: PaperWorld): string => {
  const { open: pulls, closed, boards } = world.facts();
  const comments = [...pulls, ...closed, ...boards].flatMap((one) => one.comments.filter(({ by }) => by?.bot).map(({ body }) => body));
  return [...comments, ...boards.map(({ body }) => body)].join("\n\n");
};

describe("the reason of a stop", () => {
  it.each(["hold", "drop"])(
    "[WD1] of `/%s` is shown as it was written, in the notice and on the board, and has no power there",
    (command) => {
      const world = open();
      const number = world.submits("ann", "irmin");
      world.looks();
      world.says("ann", number, `/${command} ${NASTY}`);
      world.passes("2 days");
      const text = written(world);
      expect(world.post("irmin").stopped?.why).toBe(NASTY);
      expect(text).toContain(plainly(NASTY, 80));
      expect(text).not.toMatch(POWER);
    },
  );

  it("[WD1] and the reason why readers would not see a post are written plainly, whatever they say", () => {
    const said = [
      sayMissing({ kind: "held", by: "ann", why: NASTY }, ZONE),
      sayMissing({ kind: "dropped", by: "ann", why: NASTY }, ZONE),
      sayMissing({ kind: "would not show", why: NASTY, way: null }, ZONE),
    ];
    for (const words of said) {
      expect(words).toContain(plainly(NASTY, 200));
      expect(words).not.toMatch(POWER);
    }
  });
});

describe("a name that only a text gives", () => {
  it("[LV5] is shown and never pinged: whoever opened the pull request has the move, or the coordinators", () => {
    const world = open();
    const text = "---\ntitle: On clocks\nauthor: octocat\n---\n\nWords.\n";
    const number = world.submits("zoe", "clocks", { draft: true, file: { path: "posts/clocks.md", text } });
    world.looks();
    expect(world.post("clocks")).toMatchObject({ byline: ["octocat"], turn: "byline", waitingFor: ["zoe"] });
    world.passes("9 days");
    expect(written(world)).toContain("@zoe");
    expect(written(world)).not.toContain("@octocat");
    world.closes(number);
    const promised = paperWorld({ desk: { people, campaigns: [campaign([{ slug: "irmin", byline: ["octocat"] }])] } });
    promised.passes("9 days");
    expect(promised.post("irmin")).toMatchObject({ turn: "coordinator", waitingFor: ["amir"] });
    expect(written(promised)).not.toContain("@octocat");
  });
});
