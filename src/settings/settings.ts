/** Environment → Settings: everything that is missing or wrong is named at once, each with its remedy. START HERE. */
import { readPrivateKey } from "./private-key.js";
import { VARIABLES, type Environment } from "./variables.js";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How this process listens, logs and remembers, whatever GitHub it works with. */
export interface HouseSettings {
  /** `sqlite:PATH` or `postgres://…`. */
  readonly databaseUrl: string;
  readonly port: number;
  /** Null means every address of the machine. */
  readonly host: string | null;
  /** Without a slash at its end; null when nobody said where people reach the pages. */
  readonly publicUrl: string | null;
  /** Whether pages of private repositories are shown to everybody who reaches this process, or on this machine only. */
  readonly pages: "local" | "open";
  readonly logLevel: LogLevel;
}

/** What it takes to be one App on one GitHub. */
export interface AppSettings {
  readonly appId: number;
  /** PKCS#8 PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** `https://api.github.com`, or an Enterprise Server's `https://HOST/api/v3`; without a slash at its end. */
  readonly apiUrl: string;
}

export interface Settings extends HouseSettings, AppSettings {}

export type SettingsReading =
  | { readonly kind: "github"; readonly settings: Settings }
  /** No App credentials at all: the caller decides whether a sandbox will do. */
  | { readonly kind: "sandbox"; readonly settings: HouseSettings }
  | { readonly kind: "wrong"; readonly complaints: readonly string[] };

/** Probot starts with the first when it is given none, and says so in its manual: https://probot.github.io/docs/configuration/ */
const WELL_KNOWN_SECRETS: readonly string[] = ["development", "your-webhook-secret", "my-webhook-secret"];
const SHORTEST_SECRET = 16;

/**
 * Reads the environment; an empty value counts as none. `readFile` gives the text at a path or throws.
 * Never throws itself, and no complaint repeats a secret.
 */
export function readSettings(environment: Environment, readFile: (path: string) => string): SettingsReading {
  const env = withoutBlanks(environment);
  const complaints: string[] = [];
  const complain = (text: string): null => {
    complaints.push(text);
    return null;
  };
  const house = readHouse(env, complain);
  if (!env.APP_ID && !env.PRIVATE_KEY && !env.PRIVATE_KEY_PATH && !env.WEBHOOK_SECRET && !env.GHE_HOST) {
    return complaints.length > 0 ? { kind: "wrong", complaints } : { kind: "sandbox", settings: house };
  }
  const appId = readAppId(env, complain);
  const privateKey = readKey(env, readFile, complain);
  const webhookSecret = readSecret(env, complain);
  const apiUrl = readApiUrl(env, complain);
  return complaints.length > 0 || appId === null || privateKey === null || webhookSecret === null || apiUrl === null
    ? { kind: "wrong", complaints }
    : { kind: "github", settings: { ...house, appId, privateKey, webhookSecret, apiUrl } };
}

/** Hosts that show a form for variables set the ones left empty too. */
function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));
}

type Complain = (text: string) => null;

function readHouse(env: Environment, complain: Complain): HouseSettings {
  const databaseUrl = env.DATABASE_URL ?? VARIABLES.DATABASE_URL.unset;
  if (!/^(?:sqlite:.|postgres(?:ql)?:\/\/.)/.test(databaseUrl)) {
    complain("DATABASE_URL is wrong. Write `sqlite:` followed by a path, or `postgres://user:password@host/name`.");
  }
  const port = env.PORT ?? VARIABLES.PORT.unset;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    complain(`PORT is \`${shown(port)}\`. Write a number from 0 to 65535.`);
  }
  const level = env.LOG_LEVEL ?? VARIABLES.LOG_LEVEL.unset;
  const logLevel = LOG_LEVELS.find((one) => one === level.toLowerCase());
  if (!logLevel) complain(`LOG_LEVEL is \`${shown(level)}\`. Write one of ${LOG_LEVELS.join(", ")}.`);
  const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, "") ?? null;
  if (publicUrl !== null && !isWebAddress(publicUrl)) {
    complain(`PUBLIC_URL is \`${shown(publicUrl)}\`. Write an address such as \`${VARIABLES.PUBLIC_URL.example}\`.`);
  }
  const pages = (env.PAGES ?? VARIABLES.PAGES.unset).toLowerCase();
  if (pages !== "local" && pages !== "open") complain(`PAGES is \`${shown(pages)}\`. Write \`local\` or \`open\`, or remove it.`);
  return {
    databaseUrl,
    port: Number(port),
    host: env.HOST ?? null,
    publicUrl,
    pages: pages === "open" ? "open" : "local",
    logLevel: logLevel ?? "info",
  };
}

function readAppId(env: Environment, complain: Complain): number | null {
  if (!env.APP_ID) return complain("APP_ID is not set. It is the App's number, at the top of the App's settings page.");
  return /^[1-9]\d{0,14}$/.test(env.APP_ID)
    ? Number(env.APP_ID)
    : complain(`APP_ID is \`${shown(env.APP_ID)}\`. Write the App's number, such as 123456 (not the client ID).`);
}

function readKey(env: Environment, readFile: (path: string) => string, complain: Complain): string | null {
  if (env.PRIVATE_KEY && env.PRIVATE_KEY_PATH) {
    return complain("PRIVATE_KEY and PRIVATE_KEY_PATH are both set. Remove one of them.");
  }
  const remedy = "create a private key under “Private keys” on the App's settings page.";
  if (env.PRIVATE_KEY) {
    return (
      readPrivateKey(env.PRIVATE_KEY) ??
      complain(`PRIVATE_KEY must be the complete text of the .pem file from GitHub, unchanged or in base64. Copy it again, or ${remedy}`)
    );
  }
  if (!env.PRIVATE_KEY_PATH) {
    return complain("Set PRIVATE_KEY or PRIVATE_KEY_PATH. You can create a private key under “Private keys” on the App's settings page.");
  }
  try {
    return (
      readPrivateKey(readFile(env.PRIVATE_KEY_PATH)) ??
      complain(`The file \`${shown(env.PRIVATE_KEY_PATH)}\` (PRIVATE_KEY_PATH) is not a .pem file from GitHub. Copy it again, or ${remedy}`)
    );
  } catch {
    return complain(
      `Presstime cannot read the file \`${shown(env.PRIVATE_KEY_PATH)}\` (PRIVATE_KEY_PATH). Correct the path or its permissions.`,
    );
  }
}

function readSecret(env: Environment, complain: Complain): string | null {
  const remedy = "Make a secret with `openssl rand -hex 32`, and enter it in the App's settings too.";
  const secret = env.WEBHOOK_SECRET;
  if (!secret) return complain(`WEBHOOK_SECRET is not set. It is a secret that only you and GitHub know. ${remedy}`);
  if (WELL_KNOWN_SECRETS.includes(secret.toLowerCase())) {
    return complain(`WEBHOOK_SECRET is a well-known example value. ${remedy}`);
  }
  return secret.length < SHORTEST_SECRET
    ? complain(`WEBHOOK_SECRET has ${secret.length} characters and needs ${SHORTEST_SECRET} or more. ${remedy}`)
    : secret;
}

function readApiUrl(env: Environment, complain: Complain): string | null {
  if (!env.GHE_HOST) return "https://api.github.com";
  const protocol = env.GHE_PROTOCOL ?? VARIABLES.GHE_PROTOCOL.unset;
  if (protocol !== "https" && protocol !== "http") {
    return complain(`GHE_PROTOCOL is \`${shown(protocol)}\`. Write \`https\` or \`http\`.`);
  }
  if (!/^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/.test(env.GHE_HOST))
    return complain(
      `GHE_HOST is \`${shown(env.GHE_HOST)}\`. Write the host name only, without \`https://\` and without a path, such as \`${VARIABLES.GHE_HOST.example}\`.`,
    );
  // https://docs.github.com/enterprise-cloud@latest/admin/data-residency/about-github-enterprise-cloud-with-data-residency
  const [, tenant] = /^(?:api\.)?([a-z0-9-]+)\.ghe\.com$/i.exec(env.GHE_HOST) ?? [];
  return tenant === undefined ? `${protocol}://${env.GHE_HOST}/api/v3` : `${protocol}://api.${tenant}.ghe.com`;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
