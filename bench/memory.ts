/** `memory`: what a running server holds of the machine's memory when there is nothing to do. */
import { asFastAsTaken } from "./load.js";
import { atMost, measure, type Bench } from "./measure.js";
import { startBareProbot, startGithub, startPresstime, type ServerThere } from "./processes.js";

const DELIVERIES = 500;
const MEGABYTE = 1_000_000;

export const memory: Bench = {
  name: "memory",
  about:
    "Resident memory of `presstime start` after garbage collection: at rest on an App that is installed on a repository without a desk, and just after " +
    `${DELIVERIES} deliveries about a repository with ten posts, when the workers that read texts are still there (they are let go after a minute). ` +
    "The baseline is a bare Probot app after the same.",
  async run() {
    const empty = await startGithub(0, 0);
    const github = await startGithub(10, 5);
    const running: ServerThere[] = [];
    const begun = async (server: Promise<ServerThere>) => {
      running.push(await server);
      return server;
    };
    try {
      const bare = await begun(startBareProbot(github));
      const idle = await begun(startPresstime(empty));
      const busy = await begun(startPresstime(github));
      const before = await bare.memory();
      const atRest = await idle.memory();
      for (const { url } of [bare, busy]) await asFastAsTaken({ url, letter: github }, DELIVERIES, 8);
      return [
        measure({
          name: "at rest",
          value: atRest / MEGABYTE,
          unit: "MB",
          baseline: { name: "bare Probot", value: before / MEGABYTE },
          target: atMost(2.5, "ratio"),
        }),
        measure({
          name: `after ${DELIVERIES} deliveries, workers running`,
          value: (await busy.memory()) / MEGABYTE,
          unit: "MB",
          baseline: { name: "bare Probot", value: (await bare.memory()) / MEGABYTE },
          target: atMost(4, "ratio"),
        }),
      ];
    } finally {
      await Promise.all([...running.map((server) => server.stop()), empty.stop(), github.stop()]);
    }
  },
};
