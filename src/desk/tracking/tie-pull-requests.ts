/** Submissions: which pull request brings which post, promised or not. START HERE. */
import { readCommands } from "../comments/grammar.js";
import { mayDo } from "../comments/permissions.js";
import type { Desk, Promised } from "../facts/desk.js";
import { findSigner, includesLogin } from "../facts/person.js";
import { slugOfPath } from "../facts/slug.js";
import type { ChangedPost, PullRequest, Snapshot } from "../facts/snapshot.js";

/** One post as one pull request brings it. */
export interface Brought {
  readonly pull: PullRequest;
  /** The promised post's slug, or the text's own; a change to a live post is `slug#number`. */
  readonly slug: string;
  readonly promised: Promised | null;
  readonly file: ChangedPost;
  /** It changes a post that readers already have. */
  readonly correction: boolean;
}

interface Submissions {
  readonly brought: readonly Brought[];
  /** Of promised posts: the path on the default branch, once it is there. */
  readonly livePaths: ReadonlyMap<string, string>;
}

/**
 * Ties every pull request to the posts it brings: by `/post`, by the text's own slug or permalink, by file name.
 * `untied` are the places (`comment/line`) of `/post`s that were taken back.
 */
export function tiePullRequests(snapshot: Snapshot, untied: ReadonlySet<string> = new Set()): Submissions {
  const promised = snapshot.desk.campaigns.flatMap((campaign) => campaign.posts);
  const bySlug = new Map(promised.flatMap((post) => [post.slug, ...post.also].map((slug) => [slug.toLowerCase(), post] as const)));
  const published = new Set(snapshot.published.map(({ path }) => path));
  const pulls = [...snapshot.closed, ...snapshot.open].filter((pull) => pull.base === snapshot.repository.defaultBranch);
  const tied = pulls.flatMap((pull) => tiePull(pull, bySlug, snapshot.desk, untied));
  const livePaths = new Map<string, string>();
  for (const { path } of snapshot.published) {
    const post = bySlug.get(slugOfPath(path).toLowerCase());
    if (post) livePaths.set(post.slug, path);
  }
  for (const { pull, slug, file } of tied) {
    if (pull.standing === "merged" && published.has(file.path) && !livePaths.has(slug)) livePaths.set(slug, file.path);
  }
  const livePathSet = new Set([...livePaths.values(), ...published]);
  const brought = tied.map((one): Brought => {
    const correction = one.pull.standing === "open" && livePathSet.has(one.file.previousPath ?? one.file.path);
    return correction ? { ...one, correction, slug: `${one.slug}#${one.pull.number}`, promised: null } : { ...one, correction };
  });
  return { brought, livePaths };
}

function tiePull(
  pull: PullRequest,
  bySlug: ReadonlyMap<string, Promised>,
  desk: Desk,
  untied: ReadonlySet<string>,
): Omit<Brought, "correction">[] {
  const files = pull.posts.filter((file) => file.change !== "removed");
  const said = saidTies(pull, desk, untied).flatMap((slug) => bySlug.get(slug.toLowerCase()) ?? []);
  const own = files.map((file) => ownSlugs(file).flatMap((slug) => bySlug.get(slug.toLowerCase()) ?? [])[0] ?? null);
  const waiting = said.filter((post) => !own.includes(post));
  return files.map((file, index) => {
    // Of a single file, what a person says wins over what the file is called; of several, it ties the first that nothing else ties.
    const promised = files.length === 1 ? (said.at(-1) ?? own[0] ?? null) : (own[index] ?? waiting.shift() ?? null);
    return { pull, file, promised, slug: promised?.slug ?? ownSlugs(file)[0] ?? slugOfPath(file.path) };
  });
}

function ownSlugs(file: ChangedPost): readonly string[] {
  return [...(file.reading ? [file.reading.post.slug, ...file.reading.post.slugs] : []), slugOfPath(file.path)];
}

/** Slugs named with `/post` by those who may, in the description and the conversation, in order. */
function saidTies(pull: PullRequest, desk: Desk, untied: ReadonlySet<string>): readonly string[] {
  const part = { byline: [], openers: pull.openedBy ? [pull.openedBy.login] : [], asked: [], promised: false };
  const spoken = pull.comments.flatMap(({ id, by, body }) =>
    by && !by.bot && mayDo("involved", by, part, desk) ? [{ place: `${id}`, body }] : [],
  );
  return [{ place: "description", body: pull.body }, ...spoken].flatMap(({ place, body }) =>
    readCommands(body).flatMap(({ name, rest }, line) =>
      name === "post" && rest !== "" && !untied.has(`${place}/${line}`) ? [rest.split(/\s/u)[0] ?? ""] : [],
    ),
  );
}

/** Who signs the post: those its text names and those the plan names; logins where the desk knows them, else names. */
export function bylineOf(promised: Promised | null, brought: readonly Brought[], people: Snapshot["desk"]["people"]): readonly string[] {
  const named = brought.flatMap(
    ({ file }) => file.reading?.post.byline.map((signed) => findSigner(people, signed)?.login ?? signed.value) ?? [],
  );
  return [...(promised?.byline ?? []), ...named].reduce<string[]>((all, one) => (includesLogin(all, one) ? all : [...all, one]), []);
}
