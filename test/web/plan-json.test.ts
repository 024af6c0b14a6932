/** The keys of `/api/OWNER/NAME/plan.json`: others read them, so none goes and none is renamed. */
import { describe, expect, it } from "@jest/globals";
import { PLAIN_CALENDAR } from "../../src/desk/facts/desk.js";
import type { Day } from "../../src/desk/time/zone.js";
import { viewOf } from "../../src/view.js";
import { campaign, paperWorld } from "../desk/paper-world.js";

/** More than the slots that are left before the deadline, so that not all can be in time. */
const SLUGS = ["irmin", "vchan", "conduit", ...Array.from({ length: 12 }, (_, n) => `post-${n}`)];

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
        calendar: { ...PLAIN_CALENDAR, closed: [{ from: "2014-07-14" as Day, to: "2014-07-18" as Day, why: "the office moves" }] },
        campaigns: [
          campaign(
            SLUGS.map((slug) => ({ slug, byline: ["ann"] })),
            { buffer: 2 },
          ),
        ],
      },
    });
    const live = world.submits("ann", "irmin");
    const held = world.submits("ann", "vchan");
    world.submits("ann", "conduit", { errors: 1 });
    world.submits("ann", "post-0");
    world.looks();
    world.reviews("ben", live);
    world.says("amir", held, "/hold numbers are being checked");
    world.merges(live);
    world.passes("2 days");

    const facts = world.facts();
    const findings = world.post("conduit").findings;
    const view: unknown = JSON.parse(JSON.stringify(viewOf({ ...facts, deskFindings: findings }, world.plan())));
    expect([...new Set(keysIn(view))].sort()).toMatchSnapshot();
  });
});
