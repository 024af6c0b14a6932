/** What effects need to know of a repository beside its id: its present name, GraphQL's id, and who the app is there. */
import type { Repository } from "../../repository.js";
import type { Client } from "../client.js";
import { heardIn } from "../read/known/heard.js";
import type { Overview } from "../read/overview.js";
import { whole } from "../read/scope.js";
import { botLogin } from "../read/translate-actor.js";
import { unavailable } from "../read/unavailable.js";
import type { Target } from "./target.js";

export type KnownTarget = Pick<Target, "owner" | "name" | "node" | "app" | "heard">;

/** As an overview has just found it. */
export function targetOf(overview: Overview): KnownTarget {
  const { repository, app } = overview;
  return { owner: repository.owner.login, name: repository.name, node: repository.id, app, heard: heardIn(overview) };
}

export const SITE = `
query Site($owner: String!, $name: String!) {
  rateLimit { cost }
  viewer { login }
  repository(owner: $owner, name: $name) { id name owner { login } }
}`;

interface SiteShape {
  readonly viewer: { readonly login: string };
  readonly repository: { readonly id: string; readonly name: string; readonly owner: { readonly login: string } };
}

/** Asked of GitHub, for effects that follow no reading in this process. Throws `Unavailable`. */
export async function findTarget(client: Client, { owner, name }: Repository, now: Date): Promise<KnownTarget> {
  try {
    const { viewer, repository } = whole(await client.graphql<SiteShape>(SITE, { owner, name }));
    return { owner: repository.owner.login, name: repository.name, node: repository.id, app: botLogin(viewer.login) };
  } catch (error) {
    throw unavailable(error, `${owner}/${name}`, now);
  }
}
