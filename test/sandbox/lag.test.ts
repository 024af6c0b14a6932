/** Reads that lag, as of GitHub's replicas; writes and webhooks do not. https://github.com/octokit/octokit.js/issues/900 */
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
});
afterEach(async () => {
  world.github.trouble.over();
  await world.close();
});

const TITLES =
  "query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { issues(first: 10) { nodes { title } } } }";

async function seen({ bot, where }: ASandbox): Promise<readonly [readonly string[], readonly string[]]> {
  const rest = await bot.issues.listForRepo({ ...where, direction: "asc" });
  const { repository } = await bot.graphql<{ repository: { issues: { nodes: { title: string }[] } } }>(TITLES, where);
  return [rest.data.map(({ title }) => title), repository.issues.nodes.map(({ title }) => title)];
}

it("[SB200] are answered by REST and GraphQL from how things were so long ago, while writes and webhooks are of now", async () => {
  const { github, repo, bot, where, mailbox } = world;
  github.as("avsm").opensIssue(repo, { title: "Before" });
  await github.clock.advance(60_000);
  github.trouble.lagging(10_000);
  const { data: made } = await bot.issues.create({ ...where, title: "Now" });
  await github.delivered();
  expect(mailbox.names().at(-1)).toBe("issues opened");
  expect(await seen(world)).toEqual([["Before"], ["Before"]]);
  await github.clock.advance(6_000);
  await bot.issues.update({ ...where, issue_number: made.number, title: "Renamed" });
  await github.clock.advance(4_000);
  expect(await seen(world)).toEqual([
    ["Before", "Now"],
    ["Before", "Now"],
  ]);
  await github.clock.advance(6_000);
  expect((await seen(world))[1]).toEqual(["Before", "Renamed"]);
});

it("[SB200] may lag each by its own, and are of now again when the weather is over", async () => {
  const { github, repo, bot, where } = world;
  let lag = 0;
  github.trouble.lagging(() => lag);
  github.as("avsm").opensIssue(repo, { title: "New" });
  await github.clock.advance(1_000);
  expect((await seen(world))[0]).toEqual(["New"]);
  lag = 2_000;
  expect((await seen(world))[0]).toEqual([]);
  await expect(bot.issues.get({ ...where, issue_number: 1 })).rejects.toMatchObject({ status: 404 });
  github.trouble.over();
  expect((await seen(world))[0]).toEqual(["New"]);
});
