/** Starts the App on a GitHub of our own, in this process, with one repository to look at. */
import { DAY, instant, plus, writeZoned, type Instant } from "../desk/zone.js";
import { startPresstime } from "../index.js";
import type { Logger } from "../log.js";
import { sandboxPages } from "../sandbox/pages/sandbox-pages.js";
import { createSandboxClock } from "../sandbox/sandbox-clock.js";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.js";
import { WEBHOOK_PATH } from "../server/webhook-door.js";
import type { HouseSettings } from "../settings.js";

export interface RunningSandbox {
  /** Where its page is. */
  readonly url: string;
  /** What there is to see, in a sentence. */
  readonly says: string;
  close(): Promise<void>;
}

const NOTICE = "A sandbox: people and posts are made up, and nothing leaves this machine.";

/** The sandbox forgets everything when it ends: its ledger is in memory too. */
export async function startSandbox(settings: HouseSettings, log: Logger): Promise<RunningSandbox> {
  const clock = createSandboxClock(new Date());
  const webBase = `http://localhost:${settings.port}/github`;
  const github = await createSandbox({ clock, webBase });
  await github.listen();
  const { app } = github;
  const presstime = await startPresstime(
    {
      ...settings,
      host: settings.host ?? "localhost",
      databaseUrl: "sqlite::memory:",
      appId: app.id,
      privateKey: app.privateKey,
      webhookSecret: app.webhookSecret,
      apiUrl: github.url,
    },
    { clock, log, pace: false, pages: { notice: NOTICE, beside: sandboxPages({ github, zone: "UTC", notice: NOTICE }) } },
  ).catch(async (error: unknown) => {
    await github.close();
    throw error;
  });
  github.deliverTo(presstime.url + WEBHOOK_PATH);
  openForVisitors(github, instant(clock.now()));
  const stop = clock.play(1);
  return {
    url: presstime.url,
    says: "A GitHub of our own is running, with one repository and one post on its way.",
    async close() {
      await stop();
      await github.close();
      await presstime.close();
    },
  };
}

/** One repository, one campaign of two posts, one of them written and waiting for its reviewer. */
function openForVisitors(github: Sandbox, now: Instant): void {
  const repo = github.createRepository({
    owner: "gazette",
    name: "blog",
    collaborators: ["ada", "grace"],
    files: { ".github/presstime.yml": deskFile(plus(now, 10 * DAY)) },
  });
  const ada = github.as("ada", { name: "Ada" });
  ada.push(repo, "engines", {
    "posts/on-engines.md": "---\ntitle: On engines\nauthor: Ada\ntags: [engines]\n---\n\nWhat they may do, and what they may not.\n",
  });
  ada.opens(repo, { branch: "engines", title: "On engines", body: "The first of two." });
}

function deskFile(deadline: Instant): string {
  return `zone: UTC
people:
  - {login: ada, name: Ada, beats: [compilers]}
  - {login: grace, name: Grace, beats: [engines]}
coordinators: [grace]
campaigns:
  - name: Two posts
    deadline: "${writeZoned(deadline, "UTC")}"
    posts:
      - {slug: on-engines, title: On engines, byline: [ada], beats: [engines]}
      - {slug: on-compilers, title: On compilers, byline: [grace], beats: [compilers], after: [on-engines]}
`;
}
