/** What a post leads to: images and files that the pull request brings, or that the default branch has. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { IRMIN, postText } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

const PATH = `posts/${IRMIN.slug}.md`;
const body = [
  "![A plot of merges](irmin/plot.png)",
  "![A plot of branches](irmin/branches.png)",
  "![The camel](/img/camel.png)",
  "See [how to help](../CONTRIBUTING.md), and [the talk](/talks/irmin.pdf).",
  "",
].join("\n\n");
const text = (more = "") => postText("Introducing Irmin", { by: "Thomas Gazagnaire", body: body + more });
const files = {
  "CONTRIBUTING.md": "# How to help\n",
  "static/img/camel.png": "camel",
  "static/talks/irmin.pdf": "talk",
};
const messages = (number: number) => world.check(number, "lint")?.annotations.map(({ message }) => message.split("\n")[0] ?? "") ?? [];
const graphql = async (doing: () => unknown) => {
  const before = world.github.requests.length;
  doing();
  await world.settles();
  return world.github.requests
    .slice(before)
    .filter(({ path, body: sent }) => path === "/graphql" && JSON.stringify(sent).includes("query Objects"));
};

describe("files that a post leads to", () => {
  it("[SH11] a missing image is told until it is pushed; one of the same pull request and files of the default branch are there", async () => {
    await open({ files });
    let number = 0;
    const first = await graphql(() => {
      number = world.submits("samoht", IRMIN.slug, { files: { [PATH]: text(), "posts/irmin/plot.png": "plot" } });
    });
    expect(messages(number)).toEqual([expect.stringContaining("Unexpected image `posts/irmin/branches.png`, expected a file")]);
    // Its text, and then the files that it leads to.
    expect(first).toHaveLength(2);
    const said = await graphql(() => world.says("djs55", number, "Nice plots."));
    expect([said.length, messages(number).length]).toEqual([0, 1]);
    const pushed = await graphql(() => world.pushes("samoht", number, { "posts/irmin/branches.png": "branches" }));
    expect(messages(number)).toEqual([]);
    expect(world.check(number, "lint")).toMatchObject({ conclusion: "success" });
    // That the text is the same at the new head is asked; of the default branch everything is known.
    expect(pushed).toHaveLength(1);
  });

  it("[SH11] a file that the default branch loses is told at its next head, and one that the pull request takes away at once", async () => {
    await open({ files: { ...files, "posts/irmin/branches.png": "branches", "posts/irmin/plot.png": "plot" } });
    const number = world.submits("samoht", IRMIN.slug, { text: text() });
    await world.settles();
    expect(messages(number)).toEqual([]);
    world.pushes("samoht", number, { "posts/irmin/plot.png": null });
    await world.settles();
    expect(messages(number)).toEqual([expect.stringContaining("`posts/irmin/plot.png`")]);
    world.github.as("amirmc").push(world.repo, world.repo.defaultBranch, { "static/img/camel.png": null });
    await world.settles();
    expect(messages(number)).toEqual([expect.stringContaining("`posts/irmin/plot.png`"), expect.stringContaining("`img/camel.png`")]);
  });

  it("[SH12] tags that the desk does not list are told, with the one that is meant", async () => {
    await open({ desk: { lint: { tags: ["storage", "networking"] } } });
    const number = world.submits("samoht", IRMIN.slug, {
      text: "---\ntitle: Introducing Irmin\nauthor: Thomas Gazagnaire\ntags: [Storage, netwroking]\n---\n\nWords.\n",
    });
    await world.settles();
    expect(messages(number)).toEqual(["Unexpected tag `netwroking`, expected `networking`, or another that the site has already"]);
  });

  it("[PB14] that are missing keep a post from going live where the desk calls that an error, until they are pushed", async () => {
    await open({ files, desk: { lint: { rules: { "links-exist": "error" } } } });
    const number = world.submits("samoht", IRMIN.slug, { files: { [PATH]: text(), "posts/irmin/plot.png": "plot" } });
    await world.settles();
    expect(world.check(number, "lint")).toMatchObject({ conclusion: "failure", title: "1 error in 1 post" });
    world.reviews("djs55", number);
    await world.settles();
    expect(world.pull(number).labels.map(({ name }) => name)).toContain("waiting-on/author");
    expect(world.notice(number)).toContain("1 error to fix, shown by the check `presstime/lint`");
    const slot = (await world.view()).plan.posts.find(({ slug }) => slug === IRMIN.slug)?.slot?.at ?? "";
    await world.passes(`${Math.ceil((Date.parse(slot) - Date.parse(world.at)) / 60_000) + 30} minutes`);
    expect(world.pull(number).standing).toBe("open");
    expect(world.said(number).filter((words) => words.includes("1 error to fix"))).toHaveLength(1);
    world.pushes("samoht", number, { "posts/irmin/branches.png": "branches" });
    await world.settles();
    // Nobody has seen that picture yet.
    expect(world.notice(number)).toContain("`posts/irmin/branches.png`");
    expect(world.pull(number).standing).toBe("open");
    world.reviews("djs55", number);
    await world.passes("5 days");
    expect(world.pull(number)).toMatchObject({ standing: "merged", pull: { merged: { by: "presstime[bot]" } } });
  });

  it("[GH5] cost a look where nothing has changed no request, in another process neither", async () => {
    await open({ files });
    world.submits("samoht", IRMIN.slug, { text: text() });
    await world.settles();
    await world.restarts();
    await world.settles();
    const before = world.github.requests.length;
    world.github.as("djs55").comments(world.repo, 1, "Nice plots.");
    await world.settles();
    const read = world.github.requests.slice(before).filter(({ body: sent }) => JSON.stringify(sent ?? null).includes("query "));
    expect(read.map(({ body: sent }) => /query (\w+)/.exec(JSON.stringify(sent))?.[1])).toEqual(["Look"]);
  });
});
