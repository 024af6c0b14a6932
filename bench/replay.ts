/** `replay`: how long the season of 2014 takes when it is run headless. */
import { atMost, measure, type Bench } from "./measure.js";
import { runPresstime } from "./processes.js";

const SEASON = ["replay", "--season", "oscon-2014", "--format", "json"];

interface Replayed {
  readonly posts: readonly { readonly liveAt: string | null }[];
  readonly calls: number;
}

export const replay: Bench = {
  name: "replay",
  about: `\`presstime ${SEASON.join(" ")}\`, once, from the start of the process to its end. The baseline is the same command printing its version.`,
  async run() {
    const { took: start } = await runPresstime("--version");
    const { took, printed } = await runPresstime(...SEASON);
    const { posts, calls } = JSON.parse(printed) as Replayed;
    const live = posts.filter(({ liveAt }) => liveAt !== null).length;
    return [
      measure({
        name: `the season: ${live} of ${posts.length} posts go live, ${calls.toLocaleString("en")} calls`,
        value: took / 1_000,
        unit: "s",
        baseline: { name: "presstime --version", value: start / 1_000 },
        target: atMost(20),
      }),
    ];
  },
};
