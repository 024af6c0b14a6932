/** Live posts that a new one has to do with by name: their texts are read, with what else is asked for, so that what is said of it is right. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN, postText } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const PATH = `posts/${IRMIN.slug}.md`;
const text = (body: string) => postText("Introducing Irmin", { by: "Thomas Gazagnaire", body });
const messages = (number: number) => world.check(number, "lint")?.annotations.map(({ message }) => message.split("\n")[0] ?? "") ?? [];
const files = {
  "posts/vchan.md": "# Vchan\n\n## How it works\n\nWell.\n",
  "posts/2013/xen.md": "# Xen\n",
  ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`posts/old-${n}.md`, `# Old ${n}\n`])),
};
const body = "See [how](vchan.md#how-it-works), [why](vchan.md#why) and [Xen](/blog/xen#why).\n";

describe("live posts that a new one leads to", () => {
  it("[LC2] are read with the files that it leads to, once; of all others nothing is asked", async () => {
    await open({ files });
    const before = world.github.requests.length;
    const number = world.submits("samoht", IRMIN.slug, { text: text(body) });
    await world.settles();
    expect(messages(number)).toEqual([
      "Unexpected link to `#why`, expected the anchor of a heading in `vchan`",
      "Unexpected link to `#why`, expected the anchor of a heading in `xen`",
    ]);
    const objects = world.github.requests
      .slice(before)
      .filter(({ path, body: sent }) => path === "/graphql" && JSON.stringify(sent).includes("query Objects"));
    expect(objects).toHaveLength(2);
    expect(JSON.stringify(objects)).not.toContain("posts/old-");
    await world.restarts();
    world.says("djs55", number, "Nice.");
    await world.settles();
    const later = world.github.requests.slice(before).filter(({ body: sent }) => JSON.stringify(sent ?? null).includes("query Objects"));
    expect(later).toHaveLength(2);
  });

  it("[LC2] are as the pull request leaves them, and are not there when it takes them away", async () => {
    await open({ files });
    const number = world.submits("samoht", IRMIN.slug, {
      files: {
        [PATH]: text(body),
        "posts/vchan.md": "# Vchan\n\n## Why\n",
        "posts/2013/xen.md": null,
        "posts/xen/index.md": "# Xen\n\n## Why\n",
      },
    });
    await world.settles();
    expect(messages(number)).toEqual(["Unexpected link to `#how-it-works`, expected the anchor of a heading in `vchan`"]);
    world.pushes("samoht", number, { "posts/vchan.md": null, "posts/xen/index.md": null });
    await world.settles();
    expect(messages(number)).toEqual([
      "Unexpected link to `posts/vchan.md`, expected a file that is in the repository",
      "Unexpected link to `posts/vchan.md`, expected a file that is in the repository",
    ]);
  });
});
