/** The view: what one look at a repository found, kept in the ledger for the pages, so that showing a page asks GitHub nothing. */
import type { Finding } from "./desk/facts/finding.js";
import type { RepositoryFacts, Snapshot } from "./desk/facts/snapshot.js";
import type { JudgedCampaign } from "./desk/judged.js";
import type { Plan } from "./desk/plan.js";
import type { Instant, Zone } from "./desk/time/zone.js";

export interface View {
  readonly repository: RepositoryFacts;
  /** The desk's zone: every time on the pages is said in it. */
  readonly zone: Zone;
  readonly people: readonly KnownPerson[];
  /** What is wrong with the desk file; empty when it is the one in force. */
  readonly deskFindings: readonly Finding[];
  readonly plan: Omit<Plan, "effects" | "goesLiveAt">;
  /** When GitHub was looked at. */
  readonly at: Instant;
}

export interface KnownPerson {
  readonly login: string;
  readonly name: string;
  readonly zone: Zone;
}

/** The kind under which `Ledger.cache` keeps views; the key is the repository's id in decimal. */
export const VIEW = "view";

/** The view of a look: its facts, and what the desk made of them. */
export function viewOf(facts: Pick<Snapshot, "at" | "repository" | "desk" | "deskFindings">, plan: Plan): View {
  const { at, posts, campaigns, troubles, lookAgainAt } = plan;
  return {
    repository: facts.repository,
    zone: facts.desk.zone,
    people: facts.desk.people.map(({ login, name, zone }) => ({ login, name, zone })),
    deskFindings: facts.deskFindings,
    plan: { at, posts, campaigns, troubles, lookAgainAt },
    at: facts.at,
  };
}

/** A view out of the ledger. Null for what is not one, as another version of Presstime may have left: the next look replaces it. */
export function readView(kept: unknown): View | null {
  const view = kept as Partial<View> | null | undefined;
  const whole =
    typeof view?.repository?.url === "string" &&
    typeof view.zone === "string" &&
    Array.isArray(view.people) &&
    Array.isArray(view.deskFindings) &&
    Array.isArray(view.plan?.posts) &&
    Array.isArray(view.plan.campaigns) &&
    view.plan.campaigns.every(saysWhatLiesAhead) &&
    Array.isArray(view.plan.troubles);
  return whole ? (view as View) : null;
}

function saysWhatLiesAhead(campaign: unknown): boolean {
  return Array.isArray((campaign as Partial<JudgedCampaign> | null)?.ahead?.free);
}
