/** Kept promises: which file made each promised post live. A name ties only what came since the promise was made, while it was open. */
import type { Promised } from "../facts/desk.js";
import { slugOfPath } from "../facts/slug.js";
import type { ChangedPost, PublishedPost, PullRequest, Snapshot } from "../facts/snapshot.js";
import { languagesOf } from "../facts/text-marks.js";
import { grouped } from "../text/group-by.js";
import { earliest, type Instant } from "../time/zone.js";
import { announcedIn } from "./announced-slots.js";
import { hasNotice } from "../facts/has-notice.js";
import type { Landings } from "./landings.js";
import { markedFile } from "./texts-together.js";
import type { Meant } from "./wanted-promises.js";

/** One time that a promised post was live. */
interface Keeping {
  readonly path: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** The pull request that brought it, and the file in it; null where it came by none that is known. */
  readonly by: { readonly pull: PullRequest; readonly file: ChangedPost } | null;
}

export interface Kept {
  /** The one that is live; null while the promise is open. */
  readonly now: Keeping | null;
  /** Those that were, and were taken off the site again. */
  readonly before: readonly Keeping[];
  /** Files on the default branch that have its name and are not it. */
  readonly namesakes: readonly string[];
}

/** By slug. */
export function keptPromises(snapshot: Snapshot, meant: readonly Meant[], landings: Landings): ReadonlyMap<string, Kept> {
  const posts = snapshot.desk.campaigns.flatMap((campaign) => campaign.posts);
  const told = announcedIn(snapshot);
  const makingOf = (post: Promised): Making => {
    const { announced, forgotten } = told(post.slug, post.also, post.joined);
    const first = earliest(announced.map(({ at }) => at));
    const { since } = post;
    return {
      at: (since?.exact === true ? since.at : earliest([first, since?.at])) ?? snapshot.at,
      unknown: !since && (forgotten || !first),
    };
  };
  const byName = new Map<string, PublishedPost[]>();
  for (const post of snapshot.published) {
    for (const name of new Set([slugOfPath(post.path), ...(post.outline?.slugs ?? [])].map((one) => one.toLowerCase())))
      byName.set(name, [...(byName.get(name) ?? []), post]);
  }
  const bringing = grouped(meant, ({ promised }) => promised);
  return new Map(
    posts.map((post) => {
      const named = [post.slug, ...post.also].flatMap((name) => byName.get(name.toLowerCase()) ?? []);
      return [post.slug, keptBy(post, makingOf(post), [...new Set(named)], bringing.get(post) ?? [], landings)];
    }),
  );
}

interface Making {
  readonly at: Instant;
  /** Nobody knows any more when it was made. */
  readonly unknown: boolean;
}

function keptBy(post: Promised, made: Making, named: readonly PublishedPost[], meant: readonly Meant[], landings: Landings): Kept {
  const brought = meant.flatMap(({ pull, file, by }): Keeping[] => {
    // A promise may be kept by a change to a file that is there, where somebody says so.
    const life = landings.began(pull, file) ?? (by === "word" && pull.endedAt !== null ? { from: pull.endedAt, to: null } : null);
    const isNamed = life && (life.from >= made.at || (made.unknown && hasNotice(pull))) && !isAhead(file, life.from, meant);
    const keeps = pull.standing === "merged" && life && (by !== "name" || isNamed);
    return keeps ? [{ path: landings.addressOf(pull, file), from: life.from, to: life.to, by: { pull, file } }] : [];
  });
  const pushed = named
    .filter(({ path, since }) => landings.livesAt(path).length === 0 && since && since > made.at)
    .map(({ path, since }): Keeping => ({ path, from: since ?? null, to: null, by: null }));
  const course: Keeping[] = [];
  for (const one of [...brought, ...pushed].toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))) {
    const last = course.at(-1);
    // One that is gone and that no pull request took away may have gone at any time: it keeps nothing else from being the post.
    if (!last || (last.to !== null ? last.to <= (one.from ?? "") : !landings.isPublished(last.path))) course.push(one);
  }
  const now = keepingNow(post, course, brought, landings);
  return {
    now,
    before: course.filter((one) => one !== now && (one.to !== null || !landings.isPublished(one.path))),
    namesakes: now ? [] : named.map(({ path }) => path),
  };
}

/** A translation that was merged while the pull request with the text in the site's own language was open: that one keeps the promise. */
function isAhead(file: ChangedPost, from: Instant, meant: readonly Meant[]): boolean {
  const own = markedFile(file);
  return meant.some(
    (other) =>
      other.pull.standing !== "closed" &&
      other.pull.openedAt < from &&
      languagesOf(markedFile(other.file), own)?.own === null &&
      !(other.pull.standing === "merged" && (other.pull.endedAt ?? "") < from),
  );
}

/** The file that the plan names is the post, whatever else came first. */
function keepingNow({ path }: Promised, course: readonly Keeping[], brought: readonly Keeping[], landings: Landings): Keeping | null {
  if (path && landings.isPublished(path))
    return brought.findLast((one) => one.path === path && one.to === null) ?? { path, from: null, to: null, by: null };
  const last = course.at(-1);
  return last?.to === null && landings.isPublished(last.path) ? last : null;
}
