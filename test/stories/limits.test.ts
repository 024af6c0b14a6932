/** GitHub's limits, in all their wordings: while one lasts GitHub is left alone, and nobody is told of a refusal that is none. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { IncomingRequest } from "../../sandbox/state/faults.js";
import { between, type Instant, MINUTE } from "../../src/desk/time/zone.js";
import { openWorld, type World } from "../world.js";
import { IRMIN } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const saysMutation = ({ path, body }: Pick<IncomingRequest, "path" | "body">) =>
  path === "/graphql" && /^\s*mutation/.test((body as { readonly query: string }).query);
const saysQuery = (asked: Pick<IncomingRequest, "path" | "body">) => asked.path === "/graphql" && !saysMutation(asked);

/** Somebody writes every minute, for that long. */
async function stirs(number: number, minutes: number): Promise<void> {
  for (let n = 0; n < minutes; n++) {
    world.says("hannesm", number, `Remark ${n}`);
    await world.passes("1 minute");
  }
}

describe("the hourly limit of GraphQL", () => {
  describe.each(["RATE_LIMITED", "RATE_LIMIT"] as const)("told as %s", (wording) => {
    it.each([
      ["queries", saysQuery],
      ["mutations", saysMutation],
    ])("[GH400] leaves GitHub alone for the hour that it names when %s meet it, and nothing is called refused", async (_, strikesAt) => {
      world = await openWorld();
      const number = world.submits("samoht", IRMIN.slug);
      await world.settles();
      let struck = false;
      world.github.trouble.hook({
        before: (_k, asked) => {
          if (struck || !strikesAt(asked)) return;
          struck = true;
          world.github.trouble.exhaust("graphql", wording);
        },
      });
      world.pushes("samoht", number, "---\ntitle: A new text\n---\n\nWords.\n");
      await world.settles();
      expect(struck).toBe(true);
      const asked = world.github.requests.length;
      await stirs(number, 50);
      expect(world.github.requests.length - asked).toBe(0);
      await world.passes("15 minutes");
      expect(world.notice(number)).toContain("A new text");
      expect(world.check(number, "lint")?.conclusion).toBe("success");
      expect(world.said(number).join()).not.toMatch(/refuse|rate limit/i);
      expect(await world.page()).not.toMatch(/rate limit/i);
    });
  });
});

describe("a secondary limit", () => {
  it("[WK400] that lasts, and does not say for how long, is asked about later each time", async () => {
    world = await openWorld();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.trouble.secondaryLimit({ after: 0, retryAfterSeconds: 3_600, curt: true, when: saysQuery });
    const from = world.github.requests.length;
    await stirs(number, 50);
    const times = world.github.requests.slice(from).map(({ at }) => at as Instant);
    const waits = times.slice(1).map((at, n) => Math.round(between(times[n] ?? at, at) / MINUTE));
    expect(waits).toEqual([1, 2, 4, 8, 16]);
    await world.passes("2 hours");
    expect(world.notice(number)).toContain("In review");
  });
});
