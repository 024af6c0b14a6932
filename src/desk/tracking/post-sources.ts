/** The sources of posts: every post there is, promised or not, with what brings it, by the plan as it stands at one point of the conversations. */
import type { Part } from "../comments/permissions.js";
import type { Promised } from "../facts/desk.js";
import { findPerson } from "../facts/person.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import { earliest, type Instant } from "../time/zone.js";
import type { AmendedPlan } from "./amended-plan.js";
import { hasNotice } from "./has-notice.js";
import { bylineOf, tiePullRequests, type Brought } from "./tie-pull-requests.js";

/** A post and all that ever brought it, by number. */
export interface PostSource {
  readonly slug: string;
  readonly promised: Promised | null;
  /** The campaign that promised it. */
  readonly campaign: string | null;
  readonly brought: readonly Brought[];
  readonly live: { readonly at: Instant | null; readonly pull: number | null; readonly path: string | null } | null;
}

export interface PostSources {
  /** Promised posts in the plan's order, then unpromised ones, then corrections, by pull request. */
  readonly sources: readonly PostSource[];
  /** Per pull request, the slugs it brings. */
  readonly slugsOf: ReadonlyMap<number, readonly string[]>;
}

/** `untied` are the places of `/post`s that were taken back. */
export function findPostSources(snapshot: Snapshot, { desk }: AmendedPlan, untied: ReadonlySet<string>): PostSources {
  const { brought, livePaths } = tiePullRequests({ ...snapshot, desk }, untied);
  const bySlug = grouped(brought, ({ slug }) => slug);
  const promised = desk.campaigns.flatMap((campaign) => campaign.posts.map((post) => ({ campaign: campaign.name, post })));
  const known = new Set(promised.map(({ post }) => post.slug));
  const strangers = [...bySlug].filter(
    ([slug, all]) =>
      !known.has(slug) &&
      all.some(({ pull, file }) => isOpen(pull) || (pull.standing === "merged" && file.change === "added" && hasNotice(pull))),
  );
  const source = (slug: string, promise: Promised | null, campaign: string | null): PostSource => {
    const all = (bySlug.get(slug) ?? []).toSorted((a, b) => a.pull.number - b.pull.number);
    return { slug, promised: promise, campaign, brought: all, live: liveOf(promise, all, livePaths.get(slug) ?? null) };
  };
  return {
    sources: [
      ...promised.map(({ campaign, post }) => source(post.slug, post, campaign)),
      ...strangers.map(([slug]) => source(slug, null, null)),
    ],
    slugsOf: new Map([...grouped(brought, ({ pull }) => pull.number)].map(([number, all]) => [number, all.map(({ slug }) => slug)])),
  };
}

/** The pull request that made a post live: the first that was merged. */
export function mergedFirst(brought: readonly Brought[]): Brought | null {
  const merged = brought.filter(({ pull }) => pull.standing === "merged");
  return merged.toSorted((a, b) => ((a.pull.endedAt ?? "") < (b.pull.endedAt ?? "") ? -1 : 1))[0] ?? null;
}

function liveOf(promised: Promised | null, brought: readonly Brought[], path: string | null): PostSource["live"] {
  const first = mergedFirst(brought);
  if (path === null && (promised !== null || !first)) return null;
  return { at: earliest([first?.pull.endedAt]), pull: first?.pull.number ?? null, path: path ?? first?.file.path ?? null };
}

/** Who a post belongs to. Of a promised one, a name in a text counts as far as it is of the desk: anybody can sign a text. */
export function partIn({ promised, brought }: PostSource, { people }: Snapshot["desk"]): Part {
  const named = bylineOf(promised, brought, people);
  return {
    byline: promised ? named.filter((one) => promised.byline.includes(one) || findPerson(people, one)?.login === one) : named,
    openers: brought.flatMap(({ pull }) => (pull.openedBy ? [pull.openedBy.login] : [])),
    asked: brought.flatMap(({ pull }) => pull.requested.map(({ login }) => login)),
    promised: promised !== null,
  };
}

export function isOpen(pull: PullRequest): boolean {
  return pull.standing === "open";
}
