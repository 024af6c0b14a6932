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
    complain("Unexpected DATABASE_URL, expected `sqlite:` and a path, or `postgres://user:password@host/name`.");
  }
  const port = env.PORT ?? VARIABLES.PORT.unset;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    complain(`Unexpected PORT \`${shown(port)}\`, expected a number from 0 to 65535.`);
  }
  const level = env.LOG_LEVEL ?? VARIABLES.LOG_LEVEL.unset;
  const logLevel = LOG_LEVELS.find((one) => one === level.toLowerCase());
  if (!logLevel) complain(`Unexpected LOG_LEVEL \`${shown(level)}\`, expected one of ${LOG_LEVELS.join(", ")}.`);
  const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, "") ?? null;
  if (publicUrl !== null && !isWebAddress(publicUrl)) {
    complain(`Unexpected PUBLIC_URL \`${shown(publicUrl)}\`, expected an address such as \`${VARIABLES.PUBLIC_URL.example}\`.`);
  }
  return { databaseUrl, port: Number(port), host: env.HOST ?? null, publicUrl, logLevel: logLevel ?? "info" };
}

function readAppId(env: Environment, complain: Complain): number | null {
  if (!env.APP_ID) return complain("Unexpected lack of APP_ID, expected the App's number: it is at the top of the App's settings page.");
  return /^[1-9]\d{0,14}$/.test(env.APP_ID)
    ? Number(env.APP_ID)
    : complain(`Unexpected APP_ID \`${shown(env.APP_ID)}\`, expected the App's number, such as 123456 (not its client id).`);
}

function readKey(env: Environment, readFile: (path: string) => string, complain: Complain): string | null {
  if (env.PRIVATE_KEY && env.PRIVATE_KEY_PATH) {
    return complain("Unexpected PRIVATE_KEY_PATH beside PRIVATE_KEY, expected one of them: take the other out.");
  }
  const remedy = "make one under “Private keys” on the App's settings page.";
  if (env.PRIVATE_KEY) {
    return (
      readPrivateKey(env.PRIVATE_KEY) ??
      complain(
        `Unexpected text in PRIVATE_KEY, expected the whole of the .pem file that GitHub gave you, as it is or in base64: or ${remedy}`,
      )
    );
  }
  if (!env.PRIVATE_KEY_PATH) {
    return complain(`Unexpected lack of a private key, expected PRIVATE_KEY or PRIVATE_KEY_PATH: ${remedy}`);
  }
  try {
    return (
      readPrivateKey(readFile(env.PRIVATE_KEY_PATH)) ??
      complain(`Unexpected text in the file \`${shown(env.PRIVATE_KEY_PATH)}\`, expected the .pem file that GitHub gave you: or ${remedy}`)
    );
  } catch {
    return complain(`Unexpected PRIVATE_KEY_PATH \`${shown(env.PRIVATE_KEY_PATH)}\`, expected a file that this process may read.`);
  }
}

function readSecret(env: Environment, complain: Complain): string | null {
  const remedy = "make one with `openssl rand -hex 32`, and enter it in the App's settings too.";
  const secret = env.WEBHOOK_SECRET;
  if (!secret) return complain(`Unexpected lack of WEBHOOK_SECRET, expected a secret that only you and GitHub know: ${remedy}`);
  if (WELL_KNOWN_SECRETS.includes(secret.toLowerCase())) {
    return complain(`Unexpected WEBHOOK_SECRET that everybody knows, expected one of your own: ${remedy}`);
  }
  return secret.length < SHORTEST_SECRET
    ? complain(`Unexpected WEBHOOK_SECRET of ${secret.length} characters, expected ${SHORTEST_SECRET} or more: ${remedy}`)
    : secret;
}

function readApiUrl(env: Environment, complain: Complain): string | null {
  if (!env.GHE_HOST) return "https://api.github.com";
  const protocol = env.GHE_PROTOCOL ?? VARIABLES.GHE_PROTOCOL.unset;
  if (protocol !== "https" && protocol !== "http") {
    return complain(`Unexpected GHE_PROTOCOL \`${shown(protocol)}\`, expected \`https\` or \`http\`.`);
  }
  return /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/.test(env.GHE_HOST)
    ? `${protocol}://${env.GHE_HOST}/api/v3`
    : complain(`Unexpected GHE_HOST \`${shown(env.GHE_HOST)}\`, expected a host alone, such as \`${VARIABLES.GHE_HOST.example}\`.`);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
