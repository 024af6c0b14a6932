/** Why somebody is asked, as everybody sees it: in the notice on the pull request, and in the plan that pages show. */
import { describe, expect, it } from "@jest/globals";
import { campaign, paperWorld, person, type PaperWorld } from "../paper-world.js";
import type { Day } from "../../../src/desk/time/zone.js";

const ON_STORAGE = campaign([{ slug: "irmin", byline: ["ann"], beats: ["storage"] }]);

/** The lines of the notice below "Asked to review". */
function askedIn(world: PaperWorld, number: number): readonly string[] {
  const notice = world.pull(number).comments.find(({ mark }) => mark === "notice")?.body ?? "";
  return [...(notice.split("Asked to review:")[1] ?? "").matchAll(/^- (.+)$/gm)].map(([, line = ""]) => line);
}

function submitted(people: readonly ReturnType<typeof person>[], ask = 1): { readonly world: PaperWorld; readonly number: number } {
  const world = paperWorld({ desk: { campaigns: [ON_STORAGE], people, review: { approvals: 1, ask } } });
  const number = world.submits("ann", "irmin");
  world.looks();
  return { world, number };
}

describe("why somebody is asked", () => {
  it("[RV1] a reviewer who covers a beat of the post is shown with that beat, one of every beat with that", () => {
    const { world, number } = submitted([person("ann"), person("ben", { beats: ["Storage"] }), person("cat", { beats: ["*"] })], 2);
    expect(askedIn(world, number)).toEqual(["ben: reviews posts about storage", "cat: reviews posts about every subject"]);
    expect(world.post("irmin").asked.map(({ login, why }) => `${login}: ${why}`)).toEqual(askedIn(world, number));
  });

  it("[RV4] when nobody free covers the beat, whoever is asked instead is shown with that reason", () => {
    const away = [{ from: "2014-07-01" as Day, to: "2014-07-31" as Day }];
    const { world, number } = submitted([person("ann"), person("ben", { beats: ["storage"], away }), person("dan", { beats: ["ffi"] })]);
    expect(askedIn(world, number)).toEqual(["dan: asked because no reviewer of this subject was available"]);
  });

  it("[RV1] the reason stays as it was for as long as the request stands, however many others are asked meanwhile", () => {
    const { world, number } = submitted([person("ann"), person("ben", { beats: ["storage"] })]);
    const first = askedIn(world, number);
    world.submits("ann", "vchan");
    world.passes("2 hours");
    expect(askedIn(world, number)).toEqual(first);
  });

  it("[RV24] somebody asked by hand who signs it is not enough: somebody else is asked, and waited for", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "irmin", byline: ["ann", "ben"] }])] } });
    const number = world.submits("ann", "irmin", { draft: true });
    world.becomes(number, { draft: false, requested: [{ login: "ben", at: world.at() }] });
    world.looks();
    const asked = world.pull(number).requested.map(({ login }) => login);
    expect(asked).toHaveLength(2);
    expect(world.post("irmin").waitingFor).toEqual(asked.filter((login) => login !== "ben"));
  });
});
