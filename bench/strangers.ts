/** `strangers`: good deliveries while strangers who have signed nothing keep their bodies back. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { atRate } from "./load.js";
import { atMost, measure, type Bench } from "./measure.js";
import { ROOT, startGithub, startPresstime } from "./processes.js";
import { quantile } from "./quantile.js";

const RATE = 50;
/** Longer than a body may take. */
const SECONDS = 15;

export const strangers: Bench = {
  name: "strangers",
  about:
    "Sixty strangers declare bodies of 25 MB, sixty more bodies of 1 MB; all send all but the last byte, and come again when they are hung up on, from a process of their own and each from its own address. " +
    `Meanwhile ${RATE} good signed deliveries a second for ${SECONDS} s, all of which have to be acknowledged by \`presstime start\`, on SQLite. The baseline is the same without strangers.`,
  async run() {
    const github = await startGithub(10, 5);
    const server = await startPresstime(github);
    const wait = async () => quantile((await atRate({ url: server.url, letter: github }, RATE, SECONDS)).took, 0.99);
    try {
      const alone = await wait();
      const crowd = fork(join(ROOT, "bench/strangers-process.mjs"), [new URL(server.url).port]);
      try {
        await once(crowd, "message");
        return [
          measure({
            name: `p99 at ${RATE} a second`,
            value: await wait(),
            unit: "ms",
            baseline: { name: "without strangers", value: alone },
            target: atMost(1_000),
          }),
        ];
      } finally {
        crowd.kill();
      }
    } finally {
      await server.stop();
      await github.stop();
    }
  },
};
