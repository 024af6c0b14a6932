/** The App under test: what it is called, what it may do, what it hears of, and the keys it is known by. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { People } from "./accounts.js";
import type { App, Permissions } from "./installation.js";
import type { World } from "./world.js";

const EVERYTHING: Permissions = {
  checks: "write",
  contents: "write",
  issues: "write",
  members: "read",
  pull_requests: "write",
  statuses: "write",
  metadata: "read",
};
const ALL_EVENTS = [
  "check_run",
  "check_suite",
  "issue_comment",
  "issues",
  "label",
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
  "pull_request_review_thread",
  "push",
  "repository",
  "status",
];

export interface AppOptions {
  readonly id?: number;
  readonly slug?: string;
  /** PEM; one is made when none is given. */
  readonly privateKey?: string;
  readonly webhookSecret?: string;
  /** Where its webhooks go; `deliverTo` says so later. */
  readonly webhookUrl?: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
}

/** A key is made where none is given, which takes a moment. */
export function makeApp(wanted: AppOptions, people: People, at: string): App {
  const slug = wanted.slug ?? "presstime";
  return {
    id: wanted.id ?? 12_345,
    slug,
    name: slug,
    owner: people.ensure(`${slug}-owner`, "Organization"),
    bot: people.ensure(`${slug}[bot]`, "Bot"),
    privateKey:
      wanted.privateKey ??
      generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    webhookSecret: wanted.webhookSecret ?? randomBytes(24).toString("base64url"),
    permissions: wanted.permissions ?? EVERYTHING,
    events: wanted.events ?? ALL_EVENTS,
    createdAt: at,
  };
}

/** What the App is told when its webhook is set up, and when somebody wants to see whether it hears. */
export function pingBody(world: World) {
  const id = world.app.id * 1000 + 1;
  return {
    zen: "Keep it logically awesome.",
    hook_id: id,
    hook: {
      type: "App",
      id,
      name: "web",
      active: true,
      app_id: world.app.id,
      events: [...world.app.events],
      config: { content_type: "json", insecure_ssl: "0", secret: "********", url: `${world.webBase}/` },
      created_at: world.app.createdAt,
      updated_at: world.app.createdAt,
      deliveries_url: `${world.apiBase}/app/hook/deliveries`,
    },
  };
}
