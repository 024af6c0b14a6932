/** `lint-delivery`: how long an author waits from a push to the finished check, with the whole app at work. */
import { postOf } from "./lint-posts.js";
import { atMost, measure, type Bench } from "./measure.js";
import { authorOf, openNewsroom } from "./newsroom.js";
import { quantile, timed } from "./quantile.js";

const WORDS = 3_000;
const PUSHES = 25;
const POSTS = 5;

export const lintDelivery: Bench = {
  name: "lint-delivery",
  about:
    `From the moment that GitHub sends the signed delivery of a push to a pull request until the check \`presstime/lint\` of the new head is finished: ${PUSHES} pushes of a post ` +
    `of ${WORDS.toLocaleString("en")} words, one after another, on a sandbox GitHub in the same process, the workers running. The baseline is the fastest of them.`,
  async run() {
    const room = await openNewsroom(POSTS, POSTS);
    try {
      const push = async (n: number): Promise<void> => {
        const place = n % POSTS;
        const who = authorOf(place);
        const fork = room.github.repository(who, room.repo.name);
        const sha = room.github.as(who).push(fork, `post-${place}`, { [`posts/post-${place}.md`]: postOf(n + 100, WORDS) });
        while (!isChecked(sha)) await new Promise((resolve) => setTimeout(resolve, 2));
      };
      const isChecked = (sha: string): boolean =>
        room.github.requests.some(({ body }) => {
          const text = body === undefined ? "" : JSON.stringify(body);
          return text.includes("presstime/lint") && text.includes(sha);
        });
      const took: number[] = [];
      for (let n = 0; n < PUSHES + POSTS; n++) {
        const one = await timed(() => push(n));
        await room.rests();
        // The first of each post also starts workers and learns its branch.
        if (n >= POSTS) took.push(one);
      }
      return [
        measure({
          name: `p95 of ${PUSHES} pushes`,
          value: quantile(took, 0.95),
          unit: "ms",
          baseline: { name: "the fastest", value: Math.min(...took) },
          target: atMost(1_500),
        }),
      ];
    } finally {
      await room.close();
    }
  },
};
