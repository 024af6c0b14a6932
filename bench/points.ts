/** `points`: what the whole app costs of GitHub's hourly points while nothing happens in a thousand repositories, and while CI reports. */
import { HOUR, MINUTE } from "../src/desk/time/zone.js";
import { atMost, measure, type Bench } from "./measure.js";
import { openNewsroom, type Newsroom } from "./newsroom.js";

const REPOSITORIES = 1_000;
const WITH_DESK = 20;
const STATUSES = 60;

export const points: Bench = {
  name: "points",
  about:
    "Points of GraphQL's hourly allowance of 5,000, and requests of REST, which come out of another of the same size, as the sandbox counts them by GitHub's formula. " +
    `At rest: one installation of ${REPOSITORIES.toLocaleString("en")} repositories, ${WITH_DESK} of them with a desk, one hour of sweeps in which nothing happens; the baseline is a whole look at each repository in each sweep. ` +
    `Statuses: ${STATUSES} commit statuses on the head of a post within a minute, its slot days away: a look for the first, and one a minute later for all the others; the baseline is a look for each.`,
  async run() {
    const room = await openNewsroom(2, 1);
    try {
      room.submits(1);
      await room.rests();
      const lookAt = await spentOn(room, async () => {
        await room.tellsAgain("points-one-look");
        await room.rests();
      });
      const before = looksOf(room);
      const told = await spentOn(room, async () => {
        const sha = room.github.threads(room.repo).find(({ pull }) => pull)?.pull?.head.sha ?? "";
        for (let n = 0; n < STATUSES; n += 1) {
          room.github.setsStatus(room.repo, sha, `part ${n}`, "success");
          await room.github.clock.advance(MINUTE / STATUSES);
        }
      });
      const looks = looksOf(room) - before;
      for (let n = 1; n < REPOSITORIES; n += 1) {
        const desk = n < WITH_DESK ? { ".github/presstime.yml": DESK } : {};
        room.github.createRepository({ owner: "gazette", name: `site-${n}`, files: { "README.md": "# Site\n", ...desk } });
      }
      await room.github.clock.advance(HOUR);
      const resting = await spentOn(room, () => room.github.clock.advance(HOUR));
      const everywhere = REPOSITORIES * 4 * lookAt.points;
      const each = { name: "a look a status", value: STATUSES };
      return [
        measure({
          name: `${REPOSITORIES.toLocaleString("en")} repositories at rest, an hour`,
          value: resting.points,
          unit: "points",
          baseline: { name: "a whole look at each", value: everywhere },
          target: atMost(400),
        }),
        measure({
          name: "the same, by REST",
          value: resting.calls - resting.queries,
          unit: "requests",
          baseline: { name: "one a repository and sweep", value: REPOSITORIES * 4 },
          target: atMost(400),
        }),
        measure({ name: `${STATUSES} statuses in a minute`, value: looks, unit: "looks", baseline: each, target: atMost(2) }),
        measure({
          name: `${STATUSES} statuses in a minute`,
          value: told.points,
          unit: "points",
          baseline: { name: "a look a status", value: STATUSES * lookAt.points },
          target: atMost(10),
        }),
      ];
    } finally {
      await room.close();
    }
  },
};

const DESK = "zone: UTC\nposts: [posts/*.md]\npeople: [{ login: ada, name: ada }]\ncoordinators: [ada]\n";

const queriesOf = ({ github }: Newsroom) => github.requests.filter(({ path }) => path === "/graphql");

const looksOf = (room: Newsroom) => queriesOf(room).filter(({ body }) => JSON.stringify(body).includes("query Look(")).length;

async function spentOn(room: Newsroom, work: () => Promise<unknown>) {
  const [{ calls, points: spent }, queries] = [room.github.spent, queriesOf(room).length];
  await work();
  return { calls: room.github.spent.calls - calls, points: room.github.spent.points - spent, queries: queriesOf(room).length - queries };
}
