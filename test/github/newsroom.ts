/** A newsroom to test in: a sandbox GitHub with one repository and a desk, and the forge that is the app. */
import { generateKeyPairSync } from "node:crypto";
import { expect } from "@jest/globals";
import { pino } from "pino";
import type { RequestRecord } from "../../sandbox/http/request-log.js";
import { createSandbox, type NewRepository, type Sandbox } from "../../sandbox/sandbox.js";
import type { Permissions } from "../../sandbox/state/installation.js";
import type { Repo } from "../../sandbox/state/repo.js";
import { readDesk } from "../../src/desk/config/read-desk.js";
import { readSiteConfigs } from "../../src/desk/dates/read-site-config.js";
import type { Effect } from "../../src/desk/effect.js";
import { PLAIN_SETTINGS, type LintSettings } from "../../src/desk/facts/lint-settings.js";
import { readConfigs } from "../../src/desk/lint/config/read-configs.js";
import { readPost } from "../../src/desk/posts/read-post.js";
import type { Examiner } from "../../src/examine/examiner.js";
import { createForge, type ConnectedForge } from "../../src/github/connect.js";
import type { Applied, Facts } from "../../src/github/forge.js";
import type { Repository } from "../../src/repository.js";
import { instant } from "../../src/desk/time/zone.js";
import { readDeliveryBody } from "../../src/server/delivery.js";
import { pushTold } from "../../src/server/told/push-told.js";
import { PULL_TOLD } from "../../src/store/ledger.js";
import { watchConformity } from "../sandbox/conformity.js";
import { memoryLedger } from "./memory-ledger.js";
import { unlistedRequests } from "./unlisted-requests.js";

export const DESK = `
zone: Europe/London
posts: ["posts/**/*.md"]
people:
  - { login: samoht, name: Thomas Gazagnaire, beats: ["*"] }
coordinators: [samoht]
campaigns:
  - name: OSCON 2014
    deadline: 2014-07-21T09:00[Europe/London]
    posts:
      - { slug: introducing-irmin, title: Introducing Irmin, byline: [samoht] }
`;

/** One key for all: making one takes a moment. */
const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** A post that says this is stopped each time it is examined. */
export const ENDLESS = "without end";

export interface Examined {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly settings: LintSettings;
}

export interface Newsroom {
  readonly github: Sandbox;
  readonly repo: Repo;
  readonly repository: Repository;
  readonly ledger: ReturnType<typeof memoryLedger>;
  readonly forge: ConnectedForge;
  /** Posts that were examined, with their very bytes. */
  readonly examined: readonly Examined[];
  /** The facts; throws when there are none. */
  look(): Promise<Facts>;
  bringAbout(effects: readonly Effect[], doubtful?: readonly string[]): Promise<readonly Applied[]>;
  /** The requests that are made while `doing`, as `POST /graphql`; tokens left out. */
  asked(doing: () => Promise<unknown>): Promise<readonly RequestRecord[]>;
  /** Another process with the same App, that has forgotten everything or shares what is remembered. */
  anew(options?: { readonly remembering?: boolean }): ConnectedForge;
  /** Throws for every request, answer and webhook that GitHub's own descriptions do not allow. */
  close(): Promise<void>;
}

export interface NewsroomOptions extends Partial<NewRepository> {
  readonly permissions?: Permissions;
  /** Whether requests are spaced as on the real GitHub; not unless said. */
  readonly pace?: boolean;
}

export async function openNewsroom({ permissions, pace = false, ...wanted }: NewsroomOptions = {}): Promise<Newsroom> {
  const github = await createSandbox({ app: { privateKey, ...(permissions && { permissions }) } });
  await github.listen();
  // Webhooks are written, and reach nobody.
  github.webhooks.drop(() => true);
  github.deliverTo("https://nobody.invalid");
  const honest = await watchConformity(github);
  const repo = github.createRepository({
    owner: "mirage",
    name: "mirage-www",
    collaborators: ["amirmc", "samoht", "avsm", "talex5"],
    ...wanted,
    files: { "README.md": "# Mirage\n", ".github/presstime.yml": DESK, ...wanted.files },
  });
  const repository: Repository = { id: repo.id, installation: github.installation(repo).id, owner: "mirage", name: repo.name };
  const examined: Examined[] = [];
  const examiner = plainExaminer(examined);
  const ledger = memoryLedger();
  const connect = (memory = ledger) =>
    createForge({
      app: { appId: github.app.id, privateKey, baseUrl: `${github.url}/api/v3`, pace },
      clock: github.clock,
      ledger: memory,
      examiner,
      log: pino({ level: "silent" }),
    });
  const forge = connect();
  /** Which pull request was told of last, as the server notes it of each delivery. */
  const hears = async () => {
    for (const { name, text } of github.letters) {
      const body = readDeliveryBody(JSON.parse(text));
      const told = body ? pushTold(name, body).filter(({ kind }) => kind === PULL_TOLD) : [];
      for (const { kind, key, value } of told) await ledger.cache(kind, new Map([[key, value]]), instant(github.clock.now()));
    }
  };
  return {
    github,
    repo,
    repository,
    ledger,
    forge,
    examined,
    async look() {
      const facts = await forge.read(repository);
      if (!facts) throw new Error("Unexpected lack of facts, expected a desk file");
      return facts;
    },
    async bringAbout(effects, doubtful = []) {
      const applied: Applied[] = [];
      for await (const one of forge.apply(repository, effects, new Set(doubtful))) applied.push(one);
      return applied;
    },
    async asked(doing) {
      await hears();
      const before = github.requests.length;
      await doing();
      return github.requests.slice(before).filter(({ path }) => !path.endsWith("/access_tokens"));
    },
    anew: ({ remembering = true } = {}) => connect(remembering ? ledger : memoryLedger()),
    async close() {
      await github.close();
      // What an outage answers is nobody's promise.
      expect(honest.complaints().filter((complaint) => !/\(50\d\): answer/.test(complaint))).toEqual([]);
      expect(github.requests.flatMap(({ unbuilt }) => unbuilt)).toEqual([]);
      expect(unlistedRequests(github.requests)).toEqual([]);
    },
  };
}

/** Reads with the desk's own readers, in this thread: what workers add is tested where they are. */
function plainExaminer(examined: Examined[]): Examiner {
  return {
    linterVersion: "plain",
    readPost(path, bytes, settings) {
      examined.push({ path, bytes, settings: settings ?? PLAIN_SETTINGS });
      const text = new TextDecoder().decode(bytes);
      const { post, findings } = readPost(path, text);
      return Promise.resolve({ post, findings, ...(text.includes(ENDLESS) && { unfinished: true }) });
    },
    readDesk: (text) => Promise.resolve(readDesk(text)),
    readConfigs: (files) => Promise.resolve(readConfigs(files)),
    readSite: (folder, files) => Promise.resolve(readSiteConfigs(folder, files)),
    readHolidays: () => Promise.resolve({}),
    close: () => Promise.resolve(),
  };
}

/** A post as people write it. */
export function postText(title: string, body = "Words.\n"): string {
  return `---\ntitle: ${title}\n---\n\n${body}`;
}
