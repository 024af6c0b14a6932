/** Who is asking: the App with a JWT, an installation with a token, a person, or nobody; and the tokens they hold. */
import { createPublicKey, randomBytes, verify, type KeyObject } from "node:crypto";
import type { Account } from "../state/accounts.js";
import type { App, Installation, Permission, Permissions } from "../state/installation.js";
import { Refusal } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import type { World } from "../state/world.js";

export type Caller =
  | { readonly kind: "app" }
  | {
      readonly kind: "installation";
      readonly installation: Installation;
      readonly permissions: Permissions;
      /** Those the token was made for; null for all of the installation. */
      readonly only: ReadonlySet<Repo> | null;
    }
  | { readonly kind: "user"; readonly person: Account }
  | { readonly kind: "nobody" };

interface Token {
  readonly installation: Installation;
  readonly permissions: Permissions | null;
  readonly only: ReadonlySet<Repo> | null;
  /** Real time: tokens belong to the connection, not to the story. */
  readonly expiresAt: number;
}

export interface Gatekeeper {
  /** Throws GitHub's 401. `authorization` is the header as it came. */
  admit(world: World, authorization: string | undefined): Caller;
  issue(
    installation: Installation,
    permissions: Permissions | null,
    only: ReadonlySet<Repo> | null,
  ): { readonly token: string; readonly expiresAt: Date };
}

const HOUR_MS = 3_600_000;
const LONGEST_JWT_SECONDS = 600;
/** Clocks may differ by so much: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app */
const DRIFT_SECONDS = 60;

export function openGate(app: App): Gatekeeper {
  const publicKey = createPublicKey(app.privateKey);
  const tokens = new Map<string, Token>();
  return {
    admit(world, authorization) {
      const [, scheme = "", secret = ""] = /^(bearer|token)\s+(\S+)$/i.exec(authorization?.trim() ?? "") ?? [];
      if (!authorization) return { kind: "nobody" };
      if (scheme === "") throw new Refusal(401, "Bad credentials");
      if (secret.startsWith("user:")) return { kind: "user", person: world.people.ensure(secret.slice("user:".length)) };
      if (secret.split(".").length === 3) {
        readJwt(secret, app, publicKey);
        return { kind: "app" };
      }
      const token = tokens.get(secret);
      if (!token || token.expiresAt <= Date.now() || !world.installations.has(token.installation.id))
        throw new Refusal(401, "Bad credentials");
      if (token.installation.suspendedAt !== null) throw new Refusal(403, "This installation has been suspended");
      return callerWith(world, token);
    },
    issue(installation, permissions, only) {
      const token = `ghs_${randomBytes(27).toString("base64url").replace(/[-_]/g, "x")}`;
      const expiresAt = new Date(Math.floor((Date.now() + HOUR_MS) / 1000) * 1000);
      tokens.set(token, { installation, permissions, only, expiresAt: expiresAt.getTime() });
      return { token, expiresAt };
    },
  };
}

/** How a caller is named in the record and in the limits. */
export function callerName(caller: Caller): string {
  if (caller.kind === "installation") return `installation ${caller.installation.id}`;
  return caller.kind === "user" ? `user ${caller.person.login}` : caller.kind;
}

/** In whose name a caller acts. Throws GitHub's 401 for nobody. */
export function actorOf(world: World, caller: Caller): Account {
  if (caller.kind === "nobody") throw new Refusal(401, "Requires authentication");
  return caller.kind === "user" ? caller.person : world.app.bot;
}

/** What the token was given, as far as the installation still has it. */
function callerWith(world: World, token: Token): Caller {
  const { installation, only } = token;
  const held = Object.entries(installation.permissions).filter(([name]) => !world.trouble.withdrawn(name as Permission));
  const scoped = token.permissions;
  const permissions = held.flatMap(([name, level]) => {
    const asked = scoped ? scoped[name as Permission] : level;
    return asked === undefined ? [] : [[name, asked === "read" ? "read" : level] as const];
  });
  return { kind: "installation", installation, permissions: Object.fromEntries(permissions), only };
}

/** Throws GitHub's 401 in its own words, which `@octokit/auth-app` reads. */
function readJwt(jwt: string, app: App, publicKey: KeyObject): void {
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  const undecodable = new Refusal(401, "A JSON web token could not be decoded");
  const { alg } = readPart(head, undecodable);
  if (alg !== "RS256") throw undecodable;
  if (!verify("RSA-SHA256", Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, "base64url"))) throw undecodable;
  const { iat, exp, iss } = readPart(claims, undecodable);
  const now = Date.now() / 1000;
  if (String(iss) !== String(app.id) && iss !== clientIdOf(app.id)) throw new Refusal(404, "Integration not found");
  if (typeof exp !== "number" || exp <= now) {
    throw new Refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > now + LONGEST_JWT_SECONDS + DRIFT_SECONDS) throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== "number" || iat > now + DRIFT_SECONDS) {
    throw new Refusal(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  }
}

export function clientIdOf(appId: number): string {
  return `Iv23li${String(appId).padStart(14, "0")}`;
}

function readPart(part: string, otherwise: Refusal): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (typeof read === "object" && read !== null) return { ...read };
  } catch {
    // Falls through: what cannot be parsed is no token.
  }
  throw otherwise;
}
