/** A sandbox for one test, with a repository, an App's mailbox and clients, all closed again by `close`. */
import { sign } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { createSandbox, type NewRepository, type Sandbox, type SandboxOptions } from "../../sandbox/sandbox.js";
import type { Repo } from "../../sandbox/state/repo.js";
import { watchConformity, type Honesty } from "./conformity.js";
import { openMailbox, type Mailbox } from "./mailbox.js";
import { TEST_KEY } from "./test-key.js";

export interface ASandbox {
  readonly github: Sandbox;
  readonly repo: Repo;
  readonly mailbox: Mailbox;
  readonly honest: Honesty;
  /** With a JWT. */
  readonly app: Octokit;
  /** With the installation's token. */
  readonly bot: Octokit;
  as(login: string): Octokit;
  /** The repository as REST's parameters. */
  readonly where: { readonly owner: string; readonly repo: string };
  /** Closes everything and throws if GitHub's descriptions were broken. */
  close(): Promise<void>;
}

export async function aSandbox(wanted: Partial<NewRepository> = {}, options: SandboxOptions = {}): Promise<ASandbox> {
  const mailbox = await openMailbox();
  const github = await createSandbox({ ...options, app: { privateKey: TEST_KEY, webhookSecret: "a secret of the tests", ...options.app } });
  await github.listen(0);
  const honest = await watchConformity(github);
  github.deliverTo(mailbox.url);
  const repo = github.createRepository({
    owner: "mirage",
    name: "mirage-www",
    files: { "README.md": "# Mirage\n", "posts/first.md": "# First\n\nOne.\nTwo.\nThree.\n" },
    collaborators: ["avsm", "samoht", "yomimono"],
    ...wanted,
  });
  const plain = { baseUrl: github.url, retry: { enabled: false }, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } };
  const app = new Octokit({ ...plain, auth: jwtOf(github.app) });
  const token = await tokenFor(app, repo);
  return {
    github,
    repo,
    mailbox,
    honest,
    app,
    bot: new Octokit({ ...plain, auth: token }),
    as: (login) => new Octokit({ ...plain, auth: `user:${login}` }),
    where: { owner: repo.owner.login, repo: repo.name },
    async close() {
      await github.close();
      await mailbox.close();
      honest.expectNoComplaints();
    },
  };
}

/** As an App signs it, good for a minute from real now; `claims` and `key` spoil it. */
export function jwtOf(
  app: { readonly id: number; readonly privateKey: string },
  claims: Readonly<Record<string, unknown>> = {},
  key = app.privateKey,
): string {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: "RS256", typ: "JWT" },
    { iat: now - 30, exp: now + 60, iss: app.id, ...claims },
  ];
  const head = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${head}.${sign("RSA-SHA256", Buffer.from(head), key).toString("base64url")}`;
}

/** A token for the installation that has the repository; empty where there is none. */
async function tokenFor(app: Octokit, repo: Repo): Promise<string> {
  const { data: installations } = await app.apps.listInstallations();
  const found = installations.find((one) => one.target_id === repo.owner.id);
  if (!found) return "";
  const { data } = await app.apps.createInstallationAccessToken({ installation_id: found.id });
  return data.token;
}

function quiet(): void {
  // Tests look at answers, not at logs.
}
