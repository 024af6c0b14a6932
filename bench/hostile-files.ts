/** `hostile-files`: how late a post goes live, and how long another author waits, while somebody's two hundred files keep the workers busy. */
import { stringify } from "yaml";
import { createSandboxClock } from "../sandbox/sandbox-clock.js";
import type { Files } from "../sandbox/git/paths.js";
import { createSandbox } from "../sandbox/sandbox.js";
import { DAY, instant, plus, writeZoned } from "../src/desk/time/zone.js";
import { WEBHOOK_PATH } from "../src/server/webhook-endpoint.js";
import { atMost, measure, type Bench } from "./measure.js";
import { startPresstime } from "./processes.js";

const ROUNDS = 4;
const FILES = 200;
const MINUTE = 60_000;
/** Milliseconds before the slot. */
const [FLOODED, SUBMITTED] = [20_000, 18_000];
/** For a stage to be given up as never reached. */
const PATIENCE = 5 * MINUTE;

/** Passes every limit, and takes a worker's whole four seconds. */
const hostile = (n: string) => `---\ntitle: Flood ${n}\n---\n\n${`${"*a _b ".repeat(2_400)}\n\n`.repeat(15)}`;
const post = (title: string) => `---\ntitle: ${title}\nauthor: ada\n---\n\nWhat it is, and what it is for.\n`;

interface Round {
  readonly late: number;
  readonly noticed: number;
}

export const hostileFiles: Bench = {
  name: "hostile-files",
  about:
    `A post that is approved goes live at a full minute. ${FLOODED / 1_000} seconds before, somebody whom nobody knows opens a pull request with ${FILES} files that each take a worker its whole four seconds, ` +
    `and ${(FLOODED - SUBMITTED) / 1_000} seconds later an author opens one with a good post. ${ROUNDS - 1} such rounds, one after the other, the files of the rounds before still being read; the built program in a process of its own, ` +
    "on the real clock, its writes spaced as GitHub asks. The baselines are a first round without the flood.",
  async run() {
    const clock = createSandboxClock(new Date());
    const stop = clock.play(1);
    const github = await createSandbox({ clock });
    await github.listen();
    // By then what follows from the start is done: labels, a board, and a notice for each post.
    const first = Math.ceil((Date.now() + MINUTE) / MINUTE) * MINUTE;
    const slots = Array.from({ length: ROUNDS }, (_, n) => first + n * MINUTE);
    const files = { ".github/presstime.yml": deskOf(slots) };
    const repo = github.createRepository({ owner: "gazette", name: "blog", collaborators: ["ada", "ben"], files });
    const opens = (who: string, slug: string, posts: Files): number => {
      const user = github.as(who);
      const fork = user.fork(repo);
      user.push(fork, slug, posts);
      return user.opens(repo, { branch: slug, from: fork, title: slug }).number;
    };
    const app = await startPresstime({
      host: new URL(github.url).host,
      appId: github.app.id,
      privateKey: github.app.privateKey,
      webhookSecret: github.app.webhookSecret,
    });
    /** The milliseconds at which GitHub told of it. */
    const told = async (number: number, kind: string): Promise<number> => {
      const isIt = ({ name, action, text }: { readonly name: string; readonly action: string | null; readonly text: string }) =>
        kind === `${name}.${action ?? ""}` && text.includes(`"number":${number},`);
      const since = Date.now();
      while (!github.letters.some(isIt)) {
        if (Date.now() - since > PATIENCE) throw new Error(`Unexpected silence about #${number}, expected ${kind} within five minutes`);
        await pause(10);
      }
      return Date.now();
    };
    try {
      github.deliverTo(app.url + WEBHOOK_PATH);
      const numbers = slots.map((_, n) => opens("ada", `post-${n}`, { [`posts/post-${n}.md`]: post(`Post ${n}`) }));
      for (const number of numbers) github.as("ben").reviews(repo, number, { state: "APPROVED" });
      const play = async (slot: number, n: number): Promise<Round> => {
        await pause(slot - FLOODED - Date.now());
        if (n > 0) opens("mallory", `flood-${n}`, floodOf(n));
        await pause(slot - SUBMITTED - Date.now());
        const opened = Date.now();
        const good = opens("ada", `good-${n}`, { [`posts/good-${n}.md`]: post(`Good ${n}`) });
        const [noticed, merged] = await Promise.all([told(good, "issue_comment.created"), told(numbers[n] ?? 0, "pull_request.closed")]);
        return { late: merged - slot, noticed: noticed - opened };
      };
      const rounds: Round[] = [];
      for (const [n, slot] of slots.entries()) rounds.push(await play(slot, n));
      const [calm, ...flooded] = rounds;
      const worst = (of: (round: Round) => number) => Math.max(...flooded.map(of));
      return [
        measure({
          name: "lateness of what goes live, at worst",
          value: worst(({ late }) => late),
          unit: "ms",
          baseline: { name: "without the flood", value: calm?.late ?? 0 },
          target: atMost(5_000),
        }),
        measure({
          name: "until the notice on the good pull request, at worst",
          value: worst(({ noticed }) => noticed),
          unit: "ms",
          baseline: { name: "without the flood", value: calm?.noticed ?? 0 },
          target: atMost(5_000),
        }),
      ];
    } finally {
      await app.stop();
      await stop();
      await github.close();
    }
  },
};

function floodOf(round: number): Files {
  return Object.fromEntries(Array.from({ length: FILES }, (_, n) => [`posts/flood-${round}-${n}.md`, hostile(`${round}-${n}`)]));
}

/** Each post has its minute. */
function deskOf(slots: readonly number[]): string {
  const posts = slots.map((slot, n) => ({
    slug: `post-${n}`,
    title: `Post ${n}`,
    byline: ["ada"],
    slot: writeZoned(instant(new Date(slot)), "UTC"),
  }));
  return stringify({
    zone: "UTC",
    posts: ["posts/*.md"],
    people: ["ada", "ben"].map((login) => ({ login, name: login, beats: ["*"], capacity: 50 })),
    coordinators: ["ben"],
    merge: { at_slot: true },
    campaigns: [{ name: "Bench", deadline: writeZoned(plus(instant(new Date(slots.at(-1) ?? 0)), DAY), "UTC"), posts }],
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
