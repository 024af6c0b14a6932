/** The keys of `/api/OWNER/NAME/plan.json`: others read them, so none goes and none is renamed. */
import { describe, expect, it } from "@jest/globals";
import { viewOf } from "../../src/view.js";
import { campaign, paperWorld } from "../desk/paper-world.js";

/** Every key with those above it, of lists without their places. */
function keysIn(value: unknown, above = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => keysIn(one, above));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${above}${key}`, ...keysIn(inner, `${above}${key}.`)]);
}

describe("plan.json", () => {
  it("[WB17] has the keys that it had, at every depth", () => {
    const world = paperWorld({
      desk: {
        campaigns: [
          campaign(
            [
              { slug: "irmin", byline: ["ann"] },
              { slug: "vchan", byline: ["ben"] },
            ],
            { buffer: 2 },
          ),
        ],
      },
    });
    world.submits("ann", "irmin", { errors: 1 });
    const number = world.submits("ben", "vchan");
    world.looks();
    world.reviews("ann", number);
    world.passes("2 days");
    const view: unknown = JSON.parse(JSON.stringify(viewOf(world.facts(), world.plan())));
    expect([...new Set(keysIn(view))].sort()).toMatchSnapshot();
  });
});
