/** A repository with posts under way, on a GitHub of our own, with the whole app at work on it: what API calls are counted on. */
import { stringify } from "yaml";
import { createSandboxClock } from "../sandbox/sandbox-clock.js";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.js";
import type { Repo } from "../sandbox/state/repo.js";
import { DAY, HOUR, instant, plus, writeZoned, type Instant } from "../src/desk/time/zone.js";
import { startPresstime, type Presstime } from "../src/index.js";
import { createLog } from "../src/log.js";
import { WEBHOOK_PATH } from "../src/server/webhook-endpoint.js";

export interface Newsroom {
  readonly github: Sandbox;
  readonly repo: Repo;
  readonly app: Presstime;
  /** Opens a pull request with that post from a fork. */
  submits(place: number): void;
  /** A delivery that tells nothing new: the last one of its kind, with a GUID of its own. */
  tellsAgain(guid: string): Promise<void>;
  /** Until nothing is on its way, neither here nor there. */
  rests(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds before an answer, where the sandbox should be no quicker than GitHub is in earnest. */
export const GITHUB_TAKES = 250;

const START = "2014-07-01T09:00:00Z";

const PEOPLE = ["ada", "ben", "cat", "dan", "eve", "fay"] as const;

export function authorOf(place: number): string {
  return PEOPLE[place % PEOPLE.length] ?? PEOPLE[0];
}

/** A repository whose desk promises so many posts (none: without a desk), on a GitHub that listens; the first `open` of them are open pull requests. */
export async function openGithub(posts: number, open: number): Promise<Pick<Newsroom, "github" | "repo" | "submits">> {
  const clock = createSandboxClock(START);
  const github = await createSandbox({ clock });
  await github.listen();
  const repo = github.createRepository({
    owner: "gazette",
    name: "blog",
    collaborators: PEOPLE,
    files: { "README.md": "# Blog\n", ...(posts > 0 && { ".github/presstime.yml": deskFile(posts, instant(clock.now())) }) },
  });
  const submits = (place: number): void => {
    const author = github.as(authorOf(place));
    const fork = author.fork(repo);
    author.push(fork, `post-${place}`, { [`posts/post-${place}.md`]: postText(place) });
    author.opens(repo, { branch: `post-${place}`, from: fork, title: `Post ${place}` });
  };
  for (let place = 0; place < open; place++) submits(place);
  return { github, repo, submits };
}

export async function openNewsroom(posts: number, open: number): Promise<Newsroom> {
  const { github, repo, submits } = await openGithub(posts, open);
  const { app: registered } = github;
  const app = await startPresstime(
    {
      appId: registered.id,
      privateKey: registered.privateKey,
      webhookSecret: registered.webhookSecret,
      apiUrl: github.url,
      databaseUrl: "sqlite::memory:",
      port: 0,
      host: "127.0.0.1",
      publicUrl: null,
      pages: "local",
      logLevel: "error",
    },
    { clock: github.clock, pace: false, log: createLog({ level: "error", secrets: [] }) },
  );
  const door = app.url + WEBHOOK_PATH;
  github.deliverTo(door);
  const rests = async (): Promise<void> => {
    for (let seen = -1; seen !== github.requests.length + github.deliveries.length;) {
      seen = github.requests.length + github.deliveries.length;
      await github.delivered();
      await app.idle();
    }
  };
  github.clock.onStop(rests);
  await rests();
  return {
    github,
    repo,
    app,
    submits,
    rests,
    async tellsAgain(guid) {
      const last = github.letters.findLast(({ name, action }) => name === "pull_request" && action === "opened");
      if (!last) throw new Error("Unexpected lack of a delivery, expected one about a pull request that was opened");
      const { code } = await github.forges(door, last.name, last.text, registered.webhookSecret, guid);
      if (code < 200 || code > 299) throw new Error(`Unexpected answer ${code} to a delivery, expected 2xx`);
    },
    async close() {
      await app.close();
      await github.close();
    },
  };
}

/** Slots enough for all of them: one each hour of the day. */
function deskFile(posts: number, now: Instant): string {
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri"];
  const weeks = Math.ceil(posts / (days.length * 8)) + 2;
  return stringify({
    zone: "UTC",
    posts: ["posts/*.md"],
    people: PEOPLE.map((login) => ({ login, name: login, beats: ["*"], capacity: 50 })),
    coordinators: ["ada"],
    slots: days.flatMap((day) => Array.from({ length: 8 }, (_, hour) => `${day} ${String(9 + hour).padStart(2, "0")}:00`)),
    campaigns: [
      {
        name: "Bench",
        deadline: writeZoned(plus(now, weeks * 7 * DAY - HOUR), "UTC"),
        posts: Array.from({ length: posts }, (_, place) => ({ slug: `post-${place}`, title: `Post ${place}`, byline: [authorOf(place)] })),
      },
    ],
  });
}

function postText(place: number): string {
  return `---\ntitle: Post ${place}\nauthor: ${authorOf(place)}\n---\n\nWhat it is, and what it is for.\n`;
}
