/** A week at the desk that has every kind of effect in it, to be disturbed in every way and to end the same. */
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN, TLS } from "../world/desk-file.js";

const LATER = { slug: "irmin-in-xenstore", title: "Irmin in Xenstore", byline: ["hannesm"], beats: ["storage"] };

const DESK = {
  campaigns: [{ ...CAMPAIGN, posts: [{ ...TLS, slot: "2014-07-07T12:00[Europe/London]" }, IRMIN, LATER] }],
  reminders: { every: 1, hour: 9 },
};

/** One post that is approved and due at noon, one to be reviewed, one that nobody has begun; people who speak to the app. */
export async function openWeek(options: WorldOptions = {}): Promise<World> {
  const world = await openWorld({ desk: DESK, start: false, ...options });
  const due = world.submits("hannesm", TLS.slug, { number: 170 });
  world.reviews("avsm", due);
  const inReview = world.submits("samoht", IRMIN.slug, { number: 186 });
  world.says("samoht", inReview, "/status");
  world.says("stranger", inReview, "/drop");
  return world;
}

/** What must have come about at its end, whatever was in between: all that people see, and how often things were done that show only once. */
export function traceOf({ github, repo }: World): string {
  // A process that dies at noon is followed by one that publishes minutes later.
  return `${repo.checks.length} check runs\n${github.fingerprint(repo).replace(/live (\w+ \d+ \w+) \d\d:\d\d/g, "live $1")}`;
}
