/** `calls`: what GitHub is asked when a pull request is opened, when nothing changed, when 100 submissions are swept, and in a burst. */
import { Probot } from "probot";
import { MINUTE } from "../src/desk/time/zone.js";
import { atMost, measure, type Bench } from "./measure.js";
import { GITHUB_TAKES, openNewsroom, type Newsroom } from "./newsroom.js";

const SUBMISSIONS = 100;
const BURST = 1_000;

/** So many are on their way at any moment: sender and server are one process here. */
const AT_ONCE = 50;
const SWEPT_EACH = 15 * MINUTE;

export const calls: Bench = {
  name: "calls",
  about:
    "Requests to GitHub, counted by the sandbox that answers them: GraphQL and REST, reads and writes alike. The repository has been looked at before, and has its labels. " +
    "The baseline is reading the same by REST, as an App that asks again at each webhook does: a page of open pull requests, and for each its files, reviews and comments. " +
    `In the burst each of GitHub's answers takes ${GITHUB_TAKES} ms. Points are those of GraphQL's hourly allowance of 5,000 or more; a REST call takes one of an allowance of the same size.`,
  async run() {
    const few = await openNewsroom(12, 1);
    try {
      const opened = await spentOn(few, async () => {
        few.submits(1);
        await few.rests();
      });
      const byRest = await restCalls(few);
      const unchanged = await spentOn(few, async () => {
        await few.tellsAgain("bench-unchanged");
        await few.rests();
      });
      const looks = await looksInBurst(few);
      const many = await openNewsroom(SUBMISSIONS, SUBMISSIONS);
      try {
        const swept = await spentOn(many, () => many.github.clock.advance(SWEPT_EACH));
        const manyByRest = await restCalls(many);
        const rest = { name: "reading it by REST", value: byRest };
        return [
          measure({
            name: "a pull request is opened: read, judged, checked, noticed, a reviewer asked, the board brought up to date",
            value: opened.calls,
            unit: "calls",
            baseline: rest,
            target: atMost(6),
          }),
          measure({ name: "nothing changed", value: unchanged.calls, unit: "calls", baseline: rest, target: atMost(1) }),
          measure({
            name: `${SUBMISSIONS} submissions are swept`,
            value: swept.points,
            unit: "points",
            baseline: { name: "reading them by REST", value: manyByRest },
            target: atMost(5),
          }),
          measure({
            name: `${BURST.toLocaleString("en")} deliveries at once on one repository`,
            value: looks,
            unit: "looks",
            baseline: { name: "one look a delivery", value: BURST },
            target: atMost(0.05, "ratio"),
          }),
        ];
      } finally {
        await many.close();
      }
    } finally {
      await few.close();
    }
  },
};

async function spentOn({ github }: Newsroom, work: () => Promise<void>): Promise<Newsroom["github"]["spent"]> {
  const { calls, points } = github.spent;
  await work();
  const after = github.spent;
  return { calls: after.calls - calls, points: after.points - points };
}

/** Each look begins with one query of its own kind. GitHub takes its time, as it does in earnest: the sandbox alone would let looks keep up with deliveries. */
async function looksInBurst(room: Newsroom): Promise<number> {
  const looks = () =>
    room.github.requests.filter(({ path, body }) => path === "/graphql" && JSON.stringify(body).includes("query Look(")).length;
  const before = looks();
  room.github.trouble.slow({ ms: GITHUB_TAKES, next: BURST });
  let sent = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (sent < BURST) await room.tellsAgain(`bench-burst-${sent++}`);
    }),
  );
  await room.rests();
  room.github.trouble.over();
  return looks() - before;
}

/** Really asks, with Probot's own client, and counts. */
async function restCalls({ github, repo }: Newsroom): Promise<number> {
  const { id, privateKey, webhookSecret } = github.app;
  const probot = new Probot({ appId: id, privateKey, secret: webhookSecret, baseUrl: github.url, logLevel: "error" });
  const { rest, paginate } = await probot.auth(github.installation(repo).id);
  const here = { owner: repo.owner.login, repo: repo.name };
  // Its token is not counted, as ours is not.
  await rest.repos.get(here);
  const { calls } = github.spent;
  const open = await paginate(rest.pulls.list, { ...here, state: "open", per_page: 100 });
  for (const { number } of open) {
    await rest.pulls.listFiles({ ...here, pull_number: number, per_page: 100 });
    await rest.pulls.listReviews({ ...here, pull_number: number, per_page: 100 });
    await rest.issues.listComments({ ...here, issue_number: number, per_page: 100 });
  }
  return github.spent.calls - calls;
}
