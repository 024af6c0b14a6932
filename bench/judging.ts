/** `plan`: how long judging takes at 10, 100 and 1,000 posts, and whether it grows no faster than they do. */
import { plan } from "../src/desk/plan.js";
import { atMost, measure, type Bench, type Measure } from "./measure.js";
import { papers, remembered } from "./papers.js";
import { median, timed } from "./quantile.js";

const SIZES = [10, 100, 1_000] as const;
const ROUNDS = 5;

/** Linear growth, and a fifth for the noise. */
const GROWTH = 1.2;

export const judging: Bench = {
  name: "plan",
  about:
    "The time of one `plan()` a post, at 10, 100 and 1,000 posts of one campaign with 24 people: a third promised, a third under review, a third live. " +
    "The first look wants everything done; a later one remembers that it was. The baseline is the same at a tenth as many posts; growth is linear where the ratio is 1.",
  async run() {
    const looks = [
      { name: "first look", facts: (posts: number) => papers(posts) },
      { name: "later look", facts: (posts: number) => remembered(papers(posts), plan(papers(posts))) },
    ];
    const measures: Measure[] = [];
    for (const { name, facts } of looks) {
      const found = await microsecondsAPost(SIZES.map(facts));
      for (const [place, posts] of SIZES.entries()) {
        const before = SIZES[place - 1];
        const value = found[place]?.typical ?? Number.NaN;
        measures.push(
          measure({
            name: `${name}, ${posts.toLocaleString("en")} posts`,
            value,
            unit: "µs a post",
            ...(before === undefined
              ? { baseline: { name: "itself", value } }
              : {
                  baseline: { name: `at ${before} posts`, value: found[place - 1]?.typical ?? Number.NaN },
                  ratio: found[place]?.growth ?? Number.NaN,
                  target: atMost(GROWTH, "ratio"),
                }),
          }),
        );
      }
    }
    return measures;
  },
};

interface Found {
  readonly typical: number;
  /** To the size before, the median over rounds in which both were measured one after the other. */
  readonly growth: number;
}

/** As many calls at each size as make 1,000 posts, so that each round spends about as long on each. */
async function microsecondsAPost(all: readonly ReturnType<typeof papers>[]): Promise<readonly Found[]> {
  const rounds: number[][] = all.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [place, facts] of all.entries()) {
      const posts = SIZES[place] ?? 1;
      const times = 1_000 / posts;
      const took = await timed(() => {
        for (let time = 0; time < times; time++) plan(facts);
      });
      // The first round warms up.
      if (round >= 0) rounds[place]?.push(took);
    }
  }
  return rounds.map((took, place) => ({
    typical: median(took),
    growth: place === 0 ? 1 : median(took.map((ms, round) => ms / (rounds[place - 1]?.[round] ?? Number.NaN))),
  }));
}
