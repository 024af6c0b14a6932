/** Assigned authors: who signs a post is assigned where it is worked on, as far as GitHub lets them be. https://docs.github.com/rest/issues/assignees */
import { afterEach, describe, expect, it } from "@jest/globals";
import { openWorld, type World, type WorldOptions } from "../world.js";
import { CAMPAIGN, IRMIN } from "../world/desk-file.js";

let world: World;
const open = async (options?: WorldOptions): Promise<World> => (world = await openWorld(options));
afterEach(() => world.closes());

/** Each time that somebody was assigned or taken off, by whom. */
const history = (number: number) =>
  [...world.github.threads(world.repo).filter((one) => one.number === number)].flatMap(({ conversation }) =>
    conversation.flatMap((turn) => (turn.kind === "assigned" || turn.kind === "unassigned" ? [`${turn.kind} ${turn.who} ${turn.by}`] : [])),
  );
const assignees = (number: number) => world.github.threads(world.repo).find((one) => one.number === number)?.assignees;
const WITH_FRIEND = { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, byline: ["samoht", "hannesm"] }] }] };

describe("who signs a post", () => {
  it("[GH700] is assigned on its pull request, once, in no request of its own", async () => {
    await open();
    const { calls } = world.github.spent;
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    expect(assignees(number)).toEqual(["samoht"]);
    expect(world.github.requests.slice(calls).filter(({ path }) => path.endsWith("/assignees"))).toEqual([]);
    world.says("samoht", number, "Words.");
    await world.passes("1 days");
    expect(history(number)).toEqual(["assigned samoht presstime[bot]"]);
  });

  it("[GH700] is assigned also when somebody else opened it, a draft too, beside whom people have assigned", async () => {
    await open({ desk: WITH_FRIEND });
    const number = world.submits("samoht", IRMIN.slug, { draft: true });
    world.github.as("avsm").assigns(world.repo, number, ["djs55"]);
    await world.settles();
    expect(assignees(number)).toEqual(["djs55", "samoht", "hannesm"]);
  });

  it("[GH701] is not assigned again once somebody has taken that away, also when reads lag", async () => {
    await open();
    const number = world.submits("samoht", IRMIN.slug);
    await world.settles();
    world.github.as("samoht").unassigns(world.repo, number, ["samoht"]);
    await world.passes("1 days");
    expect(assignees(number)).toEqual([]);
    await world.restarts();
    world.github.trouble.lagging(10_000);
    const other = world.submits("samoht", "other");
    world.github.as("avsm").assigns(world.repo, other, ["samoht"]);
    world.github.as("avsm").unassigns(world.repo, other, ["samoht"]);
    await world.passes("1 days");
    expect(history(other)).toEqual(["assigned samoht avsm", "unassigned samoht avsm"]);
    expect(history(number)).toHaveLength(2);
  });

  it("[GH702] is not told of it where GitHub does not let them be assigned, and that is no trouble and not tried again", async () => {
    await open({ desk: { campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, byline: [] }] }] } });
    const tries = () =>
      world.github.requests.filter(({ path, body }) => path.endsWith("/assignees") || JSON.stringify(body ?? "").includes("addAssignees"))
        .length;
    const number = world.submits("stranger", "guest-post", { text: "---\ntitle: A guest\nauthor: stranger\n---\n\nWords of a guest.\n" });
    await world.passes("2 days");
    expect(assignees(number)).toEqual([]);
    expect(tries()).toBe(1);
    expect(world.board().body + world.notice(number)).not.toContain("assigned");
    expect((await world.view()).plan.troubles).toEqual([]);
  });

  it("[GH703] is assigned on the issue that the pull request closes, unless they were there before; never on another pull request", async () => {
    await open();
    const issue = world.github.as("amirmc").opensIssue(world.repo, { title: "Write about Irmin" }).number;
    const before = world.github.as("amirmc").opensIssue(world.repo, { title: "Write about Git" }).number;
    const closed = world.github.as("amirmc").opensIssue(world.repo, { title: "Old" }).number;
    const pull = world.submits("hannesm", "tls-tool", { files: { "src/tool.ml": "()" }, text: "x" });
    const by = world.github.as("amirmc");
    by.assigns(world.repo, before, ["samoht"]);
    by.unassigns(world.repo, before, ["samoht"]);
    by.closes(world.repo, closed);
    const body = `Closes #${issue}, fixes: #${before}\r\nResolves #${closed} and closes #${pull}, closes #9999\n<!-- Closes #1 -->`;
    const number = world.submits("samoht", IRMIN.slug, { body });
    await world.passes("2 days");
    expect(assignees(number)).toEqual(["samoht"]);
    expect(history(issue)).toEqual(["assigned samoht presstime[bot]"]);
    expect(assignees(before)).toEqual([]);
    expect(assignees(closed)).toEqual([]);
    expect(assignees(pull)).not.toContain("samoht");
    world.github.as("samoht").unassigns(world.repo, issue, ["samoht"]);
    await world.passes("2 days");
    expect(assignees(issue)).toEqual([]);
  });

  it("[GH700] is not assigned to what others change in a post that is live, nor to another's pull request for their post", async () => {
    await open();
    const first = world.submits("samoht", IRMIN.slug);
    const rival = world.submits("djs55", IRMIN.slug, { path: `posts/2014/${IRMIN.slug}.md` });
    await world.settles();
    expect(assignees(first)).toEqual(["samoht"]);
    expect(assignees(rival)).toEqual([]);
    world.reviews("djs55", first);
    world.github.as("avsm").merges(world.repo, first);
    await world.passes("1 hours");
    const fix = world.submits("hannesm", IRMIN.slug, { text: "---\ntitle: Introducing Irmin\nauthor: samoht\n---\n\nA typo less.\n" });
    await world.passes("1 hours");
    expect(assignees(fix)).toEqual([]);
  });
});
