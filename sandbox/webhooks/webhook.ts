/** A webhook as it is written: its body, its headers, its signature, and whether the App is to hear of it at all. */
import { createHash, createHmac } from "node:crypto";
import { fullRepositoryShape } from "../shapes/repository.js";
import { organizationShape, userShape } from "../shapes/user.js";
import { allows, type Installation, type Permission } from "../state/installation.js";
import { nodeId } from "../state/numbering.js";
import { fullName, type Repo } from "../state/repo.js";
import { installationOf, type WebhookEvent, type World } from "../state/world.js";

/** A webhook that is to be sent. */
export interface Webhook {
  readonly guid: string;
  readonly name: string;
  readonly action: string | null;
  readonly installation: number | null;
  readonly repository: number | null;
  readonly redelivery: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The very text that was signed. */
  readonly text: string;
}

/** Which permission lets an App hear of what: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const HEARD_WITH: Readonly<Record<string, readonly Permission[]>> = {
  pull_request: ["pull_requests"],
  pull_request_review: ["pull_requests"],
  pull_request_review_comment: ["pull_requests"],
  pull_request_review_thread: ["pull_requests"],
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

/** The webhook as it is sent; null when the App is not to hear of it. */
export function writeWebhook(world: World, event: WebhookEvent, count: () => number): Webhook | null {
  const installation = event.installation ?? (event.repo ? installationOf(world, event.repo) : null);
  if (event.name !== "ping" && (!installation || !hears(world, installation, event.name))) return null;
  const repo = event.repo;
  const body = {
    ...(event.action !== null && { action: event.action }),
    ...event.body(),
    ...(repo && { repository: repositoryInEvent(world, event, repo) }),
    ...(repo?.owner.kind === "Organization" && { organization: organizationShape(world, repo.owner) }),
    sender: userShape(world, event.sender),
    ...(installation && repo && { installation: { id: installation.id, node_id: nodeId("D", installation.id) } }),
  };
  const guid = guidOf(`${world.app.slug} ${count()}`);
  const text = JSON.stringify(body);
  return {
    guid,
    name: event.name,
    action: event.action,
    installation: installation?.id ?? null,
    repository: repo?.id ?? null,
    redelivery: false,
    headers: headersOf(world, event.name, guid, text),
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
function repositoryInEvent(world: World, event: WebhookEvent, repo: Repo) {
  const shape = fullRepositoryShape(world, repo);
  if (event.name !== "push") return shape;
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
