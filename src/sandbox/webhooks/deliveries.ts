/** Deliveries: each webhook signed and posted to the App, its answer kept, sent again when asked for. */
import { createHash, createHmac } from "node:crypto";
import { allows, type Installation, type Permission } from "../installation.js";
import { fullName } from "../repo.js";
import { organizationShape, userShape } from "../shapes/user.js";
import { fullRepositoryShape } from "../shapes/repository.js";
import { nodeId } from "../numbering.js";
import { installationOf, stamp, type News, type World } from "../world.js";
import { post } from "./post.js";

/** One sending of one webhook. A redelivery is another, with the same `guid`. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly action: string | null;
  readonly installation: number | null;
  readonly repository: number | null;
  readonly redelivery: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The very text that was signed. */
  readonly text: string;
  readonly deliveredAt: string;
  readonly answered: {
    readonly code: number;
    readonly words: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** Real seconds. */
  readonly duration: number;
}

/** A webhook that is to be sent. */
export type Letter = Pick<Delivery, "guid" | "name" | "action" | "installation" | "repository" | "redelivery" | "headers" | "text">;

export interface Deliveries {
  /** Oldest first. */
  readonly made: Delivery[];
  /** Everything that was ever to be sent, dropped ones too. */
  readonly letters: Letter[];
  readonly emit: (news: News) => void;
  /** Sends that delivery once more, as a press on "Redeliver" does. */
  readonly redeliver: (delivery: Delivery) => void;
  /** Resolves when nothing is being sent any more: what is held or waits for the clock does not count. */
  readonly delivered: () => Promise<void>;
  readonly deliverTo: (url: string | null) => void;
  readonly modes: DeliveryModes;
}

export interface DeliveryModes {
  /** Such webhooks are lost: GitHub has no record of them. */
  drop(which: (letter: Letter) => boolean): void;
  /** Such webhooks are sent twice, with one GUID. */
  duplicate(which: (letter: Letter) => boolean): void;
  /** Such webhooks are sent so many milliseconds later, on the sandbox's clock. */
  delay(ms: number, which?: (letter: Letter) => boolean): void;
  /** The App's endpoint cannot be reached; GitHub writes down a failure. */
  down(isDown: boolean): void;
  /** Keeps what is to be sent until `release`. */
  hold(): void;
  /** Sends what was held, as `arrange` gives it back: in its order, without what it leaves out, twice what it doubles. */
  release(arrange?: (held: readonly Letter[]) => readonly Letter[]): void;
  /** Ends drop, duplicate, delay and down. */
  over(): void;
}

/** Which permission lets an App hear of what: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const HEARD_WITH: Readonly<Record<string, readonly Permission[]>> = {
  pull_request: ["pull_requests"],
  pull_request_review: ["pull_requests"],
  issues: ["issues"],
  issue_comment: ["issues", "pull_requests"],
  label: ["issues", "pull_requests", "metadata"],
  push: ["contents"],
  check_run: ["checks"],
  check_suite: ["checks"],
  status: ["statuses"],
  repository: ["metadata"],
};

const ALWAYS_HEARD = ["installation", "installation_repositories", "ping"];

export function openDeliveries(world: () => World): Deliveries {
  const made: Delivery[] = [];
  const letters: Letter[] = [];
  const never = () => false;
  let url: string | null = null;
  let held: Letter[] | null = null;
  let drop: (letter: Letter) => boolean = never;
  let double: (letter: Letter) => boolean = never;
  let late: { readonly ms: number; readonly which: (letter: Letter) => boolean } | null = null;
  let isDown = false;
  let sent = 0;
  // One after the other, so that a script plays the same each time; a test that wants another order arranges it.
  let line: Promise<void> = Promise.resolve();

  const send = (letter: Letter) => {
    const to = url;
    if (to === null) return;
    line = line.then(async () => {
      const deliveredAt = stamp(world());
      const start = performance.now();
      const answered = isDown ? UNREACHABLE : await post(to, letter.headers, letter.text);
      const duration = Math.round(performance.now() - start) / 1000;
      made.push({ ...letter, id: world().numbering.next(), deliveredAt, answered, duration });
    });
  };
  const sendInTime = (letter: Letter) => {
    if (!late?.which(letter)) {
      send(letter);
      return;
    }
    const { clock } = world();
    void clock.waitUntil(new Date(clock.now().getTime() + late.ms), new AbortController().signal).then(() => {
      send(letter);
    });
  };
  const dispatch = (letter: Letter) => {
    if (held) held.push(letter);
    else if (!drop(letter)) {
      sendInTime(letter);
      if (double(letter)) sendInTime(letter);
    }
  };

  return {
    made,
    letters,
    emit(news) {
      if (url === null) return;
      const letter = write(world(), news, () => ++sent);
      if (!letter) return;
      letters.push(letter);
      dispatch(letter);
    },
    redeliver: (delivery) => {
      dispatch({ ...delivery, redelivery: true });
    },
    async delivered() {
      for (let seen: Promise<void> | null = null; seen !== line;) {
        seen = line;
        await seen;
      }
    },
    deliverTo: (to) => {
      url = to;
    },
    modes: {
      drop: (which) => {
        drop = which;
      },
      duplicate: (which) => {
        double = which;
      },
      delay: (ms, which = () => true) => {
        late = { ms, which };
      },
      down: (down) => {
        isDown = down;
      },
      hold: () => {
        held ??= [];
      },
      release(arrange = (all) => all) {
        const all = held ?? [];
        held = null;
        for (const letter of arrange(all)) sendInTime(letter);
      },
      over() {
        [drop, double, late, isDown] = [never, never, null, false];
      },
    },
  };
}

const UNREACHABLE = { code: 502, words: "failed to connect to host", headers: {}, body: "" };

/** The webhook as it is sent; null when the App is not to hear of it. */
function write(world: World, news: News, count: () => number): Letter | null {
  const installation = news.installation ?? (news.repo ? installationOf(world, news.repo) : null);
  if (news.name !== "ping" && (!installation || !hears(world, installation, news.name))) return null;
  const repo = news.repo;
  const body = {
    ...(news.action !== null && { action: news.action }),
    ...news.body(),
    ...(repo && { repository: repositoryInNews(world, news, repo) }),
    ...(repo?.owner.kind === "Organization" && { organization: organizationShape(world, repo.owner) }),
    sender: userShape(world, news.sender),
    ...(installation && repo && { installation: { id: installation.id, node_id: nodeId("D", installation.id) } }),
  };
  const guid = guidOf(`${world.app.slug} ${count()}`);
  const text = JSON.stringify(body);
  return {
    guid,
    name: news.name,
    action: news.action,
    installation: installation?.id ?? null,
    repository: repo?.id ?? null,
    redelivery: false,
    headers: headersOf(world, news.name, guid, text),
    text,
  };
}

export function headersOf(
  world: World,
  name: string,
  guid: string,
  text: string,
  secret = world.app.webhookSecret,
): Record<string, string> {
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/5a4d8b1",
    "x-github-delivery": guid,
    "x-github-event": name,
    "x-github-hook-id": String(world.app.id * 1000 + 1),
    "x-github-hook-installation-target-id": String(world.app.id),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature": `sha1=${createHmac("sha1", secret).update(text).digest("hex")}`,
    "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`,
  };
}

/** In the form of a UUID, and the same in every run of the same script. */
export function guidOf(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

function hears(world: World, installation: Installation, name: string): boolean {
  if (ALWAYS_HEARD.includes(name)) return true;
  if (installation.suspendedAt !== null || !world.app.events.includes(name)) return false;
  return (HEARD_WITH[name] ?? []).some(
    (permission) => !world.trouble.withdrawn(permission) && allows(installation.permissions, permission, "read"),
  );
}

/** A push shows its repository with times in seconds, as it always has. */
function repositoryInNews(world: World, news: News, repo: NonNullable<News["repo"]>) {
  const shape = fullRepositoryShape(world, repo);
  if (news.name !== "push") return shape;
  const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
  return {
    ...shape,
    owner: { ...shape.owner, name: repo.owner.login, email: repo.owner.email },
    url: `${world.webBase}/${fullName(repo)}`,
    created_at: seconds(repo.createdAt),
    pushed_at: seconds(repo.pushedAt),
    stargazers: 0,
    master_branch: repo.defaultBranch,
  };
}
