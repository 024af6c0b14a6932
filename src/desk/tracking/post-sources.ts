/** The sources of posts: every post there is, promised or not, with what brings it, by the plan as it stands at one point of the conversations. */
import type { Part } from "../comments/permissions.js";
import type { Promised } from "../facts/desk.js";
import { findPerson } from "../facts/person.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import type { AmendedPlan } from "./amended-plan.js";
import { hasNotice } from "../facts/has-notice.js";
import { bylineOf, tiePullRequests, type Brought, type TimeLive } from "./tie-pull-requests.js";

/** A post and all that ever brought it, by number. */
export interface PostSource {
  readonly slug: string;
  readonly promised: Promised | null;
  /** The campaign that promised it. */
  readonly campaign: string | null;
  readonly brought: readonly Brought[];
  /** The one that is judged: of a live post, the one that made it live; else of the open ones the first that is ready, or the first. */
  readonly leading: Brought | null;
  readonly live: TimeLive | null;
  /** When it was live before, and was taken off the site. */
  readonly before: readonly TimeLive[];
  /** Files on the default branch that have the name of a promise that is open, and are not it. */
  readonly namesakes: readonly string[];
  /** The promise that is open and whose name it has, though it is another post; null when there is none. */
  readonly namedLike: string | null;
  /** The post of which it is a text in another language, in a pull request of its own; null for a post. */
  readonly translates: string | null;
}

export interface PostSources {
  /** Promised posts in the plan's order, then unpromised ones, then corrections, by pull request. */
  readonly sources: readonly PostSource[];
  /** Per pull request, the slugs it brings. */
  readonly slugsOf: ReadonlyMap<number, readonly string[]>;
}

/** `untied` are the places of `/post`s that were taken back. */
export function findPostSources(snapshot: Snapshot, { desk }: AmendedPlan, untied: ReadonlySet<string>): PostSources {
  const { brought, live, before, namesakes, namedLike, translates } = tiePullRequests({ ...snapshot, desk }, untied);
  const bySlug = grouped(brought, ({ slug }) => slug);
  const source = (slug: string, promised: Promised | null, campaign: string | null): PostSource => {
    const all = (bySlug.get(slug) ?? []).toSorted((a, b) => a.pull.number - b.pull.number);
    const since = live.get(slug) ?? null;
    return {
      slug,
      promised,
      campaign,
      brought: all,
      leading: since ? (all.find(({ pull }) => pull.number === since.pull) ?? null) : leadingOf(all),
      live: since,
      before: before.get(slug) ?? [],
      namesakes: namesakes.get(slug) ?? [],
      namedLike: namedLike.get(slug) ?? null,
      translates: translates.get(slug) ?? null,
    };
  };
  const promised = desk.campaigns.flatMap((campaign) => campaign.posts.map((post) => source(post.slug, post, campaign.name)));
  const known = new Set(promised.map(({ slug }) => slug));
  const strays = [...bySlug.keys()].filter((slug) => !known.has(slug)).map((slug) => source(slug, null, null));
  return {
    sources: [...promised, ...strays.filter(isTracked)],
    slugsOf: new Map([...grouped(brought, ({ pull }) => pull.number)].map(([number, all]) => [number, all.map(({ slug }) => slug)])),
  };
}

/** Of what nobody promised: what is still to come, and what is live and was seen to come. */
function isTracked({ brought, leading, live }: PostSource): boolean {
  return brought.some(({ pull }) => isOpen(pull)) || (live !== null && leading !== null && hasNotice(leading.pull));
}

function leadingOf(sorted: readonly Brought[]): Brought | null {
  const open = sorted.filter(({ pull }) => isOpen(pull));
  return open.find(({ pull }) => !pull.draft) ?? open[0] ?? null;
}

/** Who a post belongs to. Of a promised one, a name in a text counts as far as it is of the desk: anybody can sign a text. */
export function partIn({ promised, brought, leading }: PostSource, { people }: Snapshot["desk"]): Part {
  const named = bylineOf(promised, leading, people);
  return {
    byline: promised ? named.filter((one) => promised.byline.includes(one) || findPerson(people, one)?.login === one) : named,
    openers: brought.flatMap(({ pull }) => (pull.openedBy ? [pull.openedBy.login] : [])),
    // With their review GitHub ends the request, and what they say in it counts.
    asked: brought.flatMap(({ pull }) => [...pull.requested, ...(pull.wereAsked ?? [])].map(({ login }) => login)),
    promised: promised !== null,
  };
}

export function isOpen(pull: PullRequest): boolean {
  return pull.standing === "open";
}
