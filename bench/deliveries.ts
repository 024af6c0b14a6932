/** `deliveries`: how many the real server acknowledges, and how soon, beside a Probot app that does nothing with them. */
import { asFastAsTaken, atRate, type Load } from "./load.js";
import { atLeast, atMost, measure, type Bench } from "./measure.js";
import { GITHUB_TAKES } from "./newsroom.js";
import { startBareProbot, startGithub, startPresstime } from "./processes.js";
import { inTurns, median, quantile } from "./quantile.js";

const ROUNDS = 3;
const DELIVERIES = 1_000;
/** GitHub opens one for each delivery that is on its way. */
const CONNECTIONS = 64;
const RATE = 200;
const SECONDS = 3;

export const deliveries: Bench = {
  name: "deliveries",
  about:
    `Signed deliveries of a pull request that was opened, each written down on disk together with its wake before it is answered, by \`presstime start\` in a process of its own, ` +
    `while it works: reconciles run meanwhile, on a sandbox GitHub in a third process whose answers take ${GITHUB_TAKES} ms. ${DELIVERIES.toLocaleString("en")} over ${CONNECTIONS} connections as fast as they are taken, ` +
    `then ${RATE} a second for ${SECONDS} s; ${ROUNDS} rounds, in turns. The baseline is a bare Probot app with an empty handler: it writes nothing down.`,
  async run() {
    const github = await startGithub(10, 5);
    try {
      const ours = await startPresstime(github);
      const theirs = await startBareProbot(github);
      try {
        const speed = (url: string) => async () => (await asFastAsTaken(load(url), DELIVERIES, CONNECTIONS)).perSecond;
        const wait = (url: string) => async () => quantile((await atRate(load(url), RATE, SECONDS)).took, 0.99);
        for (const { url } of [ours, theirs]) await asFastAsTaken(load(url), DELIVERIES, CONNECTIONS);
        const fast = await inTurns(ROUNDS, speed(ours.url), speed(theirs.url));
        const late = await inTurns(ROUNDS, wait(ours.url), wait(theirs.url));
        return [
          measure({
            name: "acknowledged",
            value: median(fast.ours),
            unit: "a second",
            baseline: { name: "bare Probot", value: median(fast.theirs) },
            ratio: fast.ratio,
            target: atLeast(0.5, "ratio"),
          }),
          measure({
            name: `p99 at ${RATE} a second`,
            value: median(late.ours),
            unit: "ms",
            baseline: { name: "bare Probot", value: median(late.theirs) },
            ratio: late.ratio,
            target: atMost(250),
          }),
        ];
      } finally {
        await Promise.all([ours.stop(), theirs.stop()]);
      }
    } finally {
      await github.stop();
    }

    function load(url: string): Load {
      return { url, letter: github };
    }
  },
};
