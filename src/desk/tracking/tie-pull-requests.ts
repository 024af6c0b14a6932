/** Submissions: which pull request brings which post, promised or not. A post is a file, known by its whole address. START HERE. */
import type { Promised } from "../facts/desk.js";
import { findSigner, includesLogin } from "../facts/person.js";
import { slugOfPath } from "../facts/slug.js";
import type { ChangedPost, PullRequest, Snapshot } from "../facts/snapshot.js";
import { grouped } from "../text/group-by.js";
import type { Instant } from "../time/zone.js";
import { keptPromises, type Kept } from "./kept-promises.js";
import { landingsOf, type Landings, type Life } from "./landings.js";
import { originalsOf, type Placed } from "./originals.js";
import { meantBy, calledBy, promisesOf } from "./wanted-promises.js";

/** One post as one pull request brings it. */
export interface Brought {
  readonly pull: PullRequest;
  /** The promised post's slug, or the text's own; `slug#number` where another post has that, and for a change to a live post. */
  readonly slug: string;
  readonly promised: Promised | null;
  /** The text that leads. */
  readonly file: ChangedPost;
  /** All its texts, the one that leads in front, then those in other languages. */
  readonly texts: readonly ChangedPost[];
  /** It changes a post that readers already have. */
  readonly correction: boolean;
}

/** When a post is, or was, on the default branch. */
export interface TimeLive {
  readonly at: Instant | null;
  readonly pull: number | null;
  readonly path: string | null;
}

interface Submissions {
  readonly brought: readonly Brought[];
  /** By slug: the posts that are live. */
  readonly live: ReadonlyMap<string, TimeLive>;
  /** By slug: when posts were live that were taken off the site again. */
  readonly before: ReadonlyMap<string, readonly TimeLive[]>;
  /** By slug of a promise that is open: files on the default branch that have its name and are not it. */
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
  /** By slug of a post that nobody promised: the promise that is open and whose name it has. */
  readonly namedLike: ReadonlyMap<string, string>;
  /** By slug of what comes in a pull request of its own: the post of which it is a text in another language. */
  readonly translates: ReadonlyMap<string, string>;
}

/** Ties every pull request to the posts it brings. `untied` are the places (`comment/line`) of `/post`s that were taken back. */
export function tiePullRequests(snapshot: Snapshot, untied: ReadonlySet<string> = new Set()): Submissions {
  const posts = snapshot.desk.campaigns.flatMap((campaign) => campaign.posts);
  const promises = promisesOf(posts);
  const pulls = [...snapshot.closed, ...snapshot.open]
    .filter((pull) => pull.base === snapshot.repository.defaultBranch)
    .toSorted((a, b) => a.number - b.number);
  const landings = landingsOf(pulls, snapshot.published);
  const meant = pulls.flatMap((pull) => meantBy(pull, promises, snapshot.desk, untied));
  const kept = keptPromises(snapshot, meant, landings);

  const placed = meant.map((one) => ({ ...one, address: landings.addressOf(one.pull, one.file) }));
  const originals = originalsOf(placed, (one) => keeps(one, kept, landings), kept, landings, snapshot);
  const isKeeping = (one: Placed) => keeps(one, kept, landings) && !originals.of.has(one);
  const [keeping, others] = [placed.filter(isKeeping), placed.filter((one) => !isKeeping(one))];
  const slugs = slugGiver([...promises.names]);
  /** By address: what its post is called, without a number. */
  const names = new Map([...kept].flatMap(([slug, { now }]) => (now ? [[now.path, slug] as const] : [])));
  const brought: Brought[] = keeping.map(({ pull, file, texts, promised }) => ({
    pull,
    file,
    texts,
    promised,
    slug: promised?.slug ?? "",
    correction: false,
  }));
  /** By address: the post that a text there is one of. */
  const postAt = new Map(names);
  for (const { pull, texts, promised } of keeping) {
    for (const text of promised ? texts : []) {
      const address = landings.addressOf(pull, text);
      if (promised && !postAt.has(address)) postAt.set(address, promised.slug);
      if (promised && pull.standing === "merged" && !names.has(address)) names.set(address, promised.slug);
    }
  }
  const isCorrection = (one: Placed) => corrects(one, landings) || (one.pull.standing === "closed" && names.has(one.address));
  const live = new Map<string, TimeLive>();
  const before = new Map<string, readonly TimeLive[]>();
  const namedLike = new Map<string, string>();
  const translates = new Map<string, string>();
  for (const [slug, { now, before: ended }] of kept) {
    if (now) live.set(slug, { at: now.from, pull: now.by?.pull.number ?? null, path: now.path });
    before.set(
      slug,
      ended.map(({ from, by, path }) => ({ at: from, pull: by?.pull.number ?? null, path })),
    );
  }

  // A name that a file has whose coming nobody knows is that one's: it was there before.
  const old = grouped(
    snapshot.published.filter(({ path }) => !names.has(path) && landings.livesAt(path).length === 0),
    ({ path }) => slugOfPath(path).toLowerCase(),
  );
  const byAddress = [
    ...grouped(
      others.filter((one) => !isCorrection(one)),
      (one) => one.address,
    ),
  ].map(([address, group]) => ({ address, group, original: group.map((one) => originals.of.get(one)).find((one) => one !== undefined) }));
  // A translation is called after its post.
  for (const { address, group, original } of byAddress.toSorted(
    (a, b) => Number(a.original !== undefined) - Number(b.original !== undefined),
  )) {
    const [first] = group;
    const number = first?.pull.number ?? 0;
    const isTaken = (name: string) => old.get(name.toLowerCase())?.some(({ path }) => path !== address) ?? false;
    const own = first ? (calledBy(first.file)[0] ?? slugOfPath(address)) : address;
    const name = original === undefined ? own : (names.get(original) ?? postAt.get(original) ?? originals.nameAt(original));
    const slug = slugs.give(name, number, original !== undefined || isTaken(name));
    for (const { pull, texts } of group)
      for (const text of texts) {
        const place = landings.addressOf(pull, text);
        if (!names.has(place)) names.set(place, name);
        if (!postAt.has(place)) postAt.set(place, slug);
      }
    const correction = original !== undefined && landings.isPublished(original);
    if (original === undefined) {
      const like = first && calledBy(first.file).flatMap((one) => promises.called(one)?.slug ?? [])[0];
      if (like !== undefined && !live.has(like)) namedLike.set(slug, like);
    } else translates.set(slug, postAt.get(original) ?? name);
    for (const { pull, file, texts } of group) brought.push({ pull, file, texts, promised: null, slug, correction });
    const lives = landings.livesAt(address).filter((life) => group.some(({ pull, file }) => life.pull === pull && life.file === file));
    const last = lives.at(-1);
    const now = last === landings.livesAt(address).at(-1) && landings.isPublished(address) ? last : undefined;
    const timesOf = ({ pull, from }: Life): TimeLive => ({ at: from, pull: pull.number, path: address });
    if (now) live.set(slug, timesOf(now));
    before.set(slug, lives.filter((life) => life !== now).map(timesOf));
  }
  for (const { pull, file, texts, address } of others.filter(isCorrection)) {
    const name = names.get(address) ?? calledBy(file)[0] ?? slugOfPath(address);
    const slug = slugs.give(name, pull.number, true);
    brought.push({ pull, file, texts, promised: null, slug, correction: true });
    if (pull.standing === "merged" && landings.isPublished(address)) live.set(slug, { at: pull.endedAt, pull: pull.number, path: address });
  }
  return { brought, live, before, namesakes: new Map([...kept].map(([slug, { namesakes }]) => [slug, namesakes])), namedLike, translates };
}

/** Whether it brings the promised post that it is meant for: it made it live, or did once, or may while the promise is open. */
function keeps({ pull, file, promised, by, address }: Placed, kept: ReadonlyMap<string, Kept>, landings: Landings): boolean {
  const course = promised && kept.get(promised.slug);
  if (!course) return false;
  const { now, before } = course;
  const made = [now, ...before].some((one) => one?.by?.pull === pull && one.by.file === file);
  if (pull.standing === "merged") return made;
  if (pull.standing === "closed") return now === null || (now.from !== null && (pull.endedAt ?? "") <= now.from);
  return now === null && (by !== "name" || !landings.isPublished(address));
}

/** Whether it changes a file that readers have already, or had when it was merged. */
function corrects({ pull, file, address }: Placed, landings: Landings): boolean {
  switch (pull.standing) {
    case "open":
      return landings.isPublished(address);
    case "merged":
      return landings.began(pull, file) === null;
    case "closed":
      return file.change === "modified" || file.previousPath !== null;
  }
}

/** Gives each post a slug of its own, which stays the same: that of the post that came first has no number. */
function slugGiver(names: readonly string[]) {
  const given = new Set(names.map((name) => name.toLowerCase()));
  return {
    give(name: string, number: number, taken: boolean): string {
      const wanted = [...(taken ? [] : [name]), `${name}#${number}`];
      for (let nth = 2; ; nth += 1) {
        const free = wanted.find((one) => !given.has(one.toLowerCase()));
        if (free !== undefined) {
          given.add(free.toLowerCase());
          return free;
        }
        wanted.push(`${name}#${number}-${nth}`);
      }
    },
  };
}

/** Who signs the post: those whom the plan names, and those whom the leading text names; logins where the desk knows them, else names. */
export function bylineOf(promised: Promised | null, leading: Brought | null, people: Snapshot["desk"]["people"]): readonly string[] {
  const named = leading?.file.reading?.post.byline.map((signed) => findSigner(people, signed)?.login ?? signed.value) ?? [];
  return [...(promised?.byline ?? []), ...named].reduce<string[]>((all, one) => (includesLogin(all, one) ? all : [...all, one]), []);
}
