/** `start-up`: from the command to the first answer, on GitHub and in the sandbox. */
import { atMost, measure, type Bench } from "./measure.js";
import { startBareProbot, startGithub, startPresstime, startSandbox, type ServerThere } from "./processes.js";
import { inTurns, median } from "./quantile.js";

const ROUNDS = 3;

export const startUp: Bench = {
  name: "start-up",
  about:
    "From the start of the process until it answers: `/readyz` where it works for an App, the season's page where it runs the sandbox. " +
    `The baseline is a bare Probot app until it answers anything at all; ${ROUNDS} rounds, in turns.`,
  async run() {
    const github = await startGithub(0, 0);
    try {
      const bare = upAfter(() => startBareProbot(github));
      const app = await inTurns(
        ROUNDS,
        upAfter(() => startPresstime(github)),
        bare,
      );
      const sandbox = await inTurns(ROUNDS, upAfter(startSandbox), bare);
      return [
        measure({
          name: "ready for deliveries",
          value: median(app.ours),
          unit: "ms",
          baseline: { name: "bare Probot", value: median(app.theirs) },
          ratio: app.ratio,
          target: atMost(5_000),
        }),
        measure({
          name: "the sandbox shows its page",
          value: median(sandbox.ours),
          unit: "ms",
          baseline: { name: "bare Probot", value: median(sandbox.theirs) },
          ratio: sandbox.ratio,
          target: atMost(5_000),
        }),
      ];
    } finally {
      await github.stop();
    }
  },
};

function upAfter(start: () => Promise<ServerThere>): () => Promise<number> {
  return async () => {
    const server = await start();
    await server.stop();
    return server.upAfter;
  };
}
