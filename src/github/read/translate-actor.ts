/** Who did something, with a bot's login as REST writes it. */
import type { Actor } from "../../desk/facts/snapshot.js";
import type { ActorShape } from "./shapes.js";

/** Null for a deleted account. */
export function translateActor(actor: ActorShape | null): Actor | null {
  if (!actor) return null;
  return actor.__typename === "Bot" ? { login: botLogin(actor.login), bot: true } : { login: actor.login, bot: false };
}

/** REST writes a bot's login with `[bot]`, GraphQL without. */
export function botLogin(login: string): string {
  return login.endsWith("[bot]") ? login : `${login}[bot]`;
}
