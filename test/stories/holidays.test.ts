/** Holidays through the real app: looked up once, kept through restarts and a broken desk, and told where a country does not exist. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World } from "../world.js";
import { deskFile } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

/** Monday 14 July 2014 is Bastille Day. */
const FRENCH = { slots: ["Mon 12:00", "Wed 12:00"], calendar: { holidays: ["FR"] } };

async function slot(): Promise<string | undefined> {
  const { plan } = await world.view();
  return plan.posts.find(({ slug }) => slug === "introducing-irmin")?.slot?.at;
}

describe("a desk that keeps the holidays of a country", () => {
  it("[SC71][SC83] gives no slot on one, through restarts and while the desk is broken", async () => {
    world = await openWorld({ desk: FRENCH });
    await world.settles();
    expect(await slot()).toBe("2014-07-16T11:00:00Z");
    await world.restarts();
    world.rewritesDesk("zone: [");
    await world.passes("1 hours");
    expect((await world.view()).deskFindings).not.toEqual([]);
    expect(await slot()).toBe("2014-07-16T11:00:00Z");
  });

  it("[SC83] reads them in a worker too, and names a country that there is not", async () => {
    world = await openWorld({ desk: FRENCH, examiner: "workers" });
    await world.settles();
    expect(await slot()).toBe("2014-07-16T11:00:00Z");
    const number = world.submits("amirmc", "desk", {
      fork: false,
      files: { ".github/presstime.yml": deskFile({ calendar: { holidays: ["UK"] } }) },
      title: "Keep our holidays",
    });
    await world.settles();
    expect(world.check(number, "config")?.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining("Unexpected country `UK`, expected an ISO 3166 code; did you mean `GB`?"),
    ]);
  });
});
