/** Site sight: what is said of a post in sight of all others, by the facts that a look has anyway. */
import type { Dossier } from "./dossier.js";
import type { Finding } from "./finding.js";
import { grouped } from "./grouped.js";
import type { JudgedPost } from "./judged.js";
import { PLAIN_LINT, settingsByPath } from "./lint-settings.js";
import { outlineOf, seriesKey, type PostOutline } from "./post-outline.js";
import { siteFindings } from "./site/site-findings.js";
import type { Live, OtherPost, SiteFacts } from "./site/site-facts.js";
import { slugOfPath } from "./slug.js";
import type { ChangedPost, Paths, PullRequest, Snapshot } from "./snapshot.js";

interface Pair {
  readonly dossier: Dossier;
  readonly post: JudgedPost;
}

/** Nothing of texts that could not be read. */
export type SiteSight = (pull: PullRequest, file: ChangedPost) => readonly Finding[];

/** A post that others can lead to, with the posts it is to be told from. */
interface Known {
  readonly other: OtherPost;
  readonly pair: Pair | null;
}

/** Of files only those that were looked at are known. */
export function siteSight(pairs: readonly Pair[], snapshot: Snapshot): SiteSight {
  const { desk } = snapshot;
  const settings = settingsByPath(desk.lint ?? PLAIN_LINT);
  const all = [...tracked(pairs), ...published(pairs, snapshot)];
  const byName = namesOf(all);
  const bySeries = seriesOf(all);
  return (pull, file) => {
    const { reading } = file;
    if (!reading) return [];
    const own = pairs.find(({ dossier }) => dossier.brought.some((one) => one.pull.number === pull.number && one.file.path === file.path));
    const { post, links = null, silent } = reading;
    const targets = [...(links?.links ?? []), ...(links?.images ?? [])].map(({ target }) => lastPart(target));
    // Of hundreds of posts only those that have the name of something here: each rule goes through all that it is given.
    const near = new Set([
      ...[...targets, ...post.slugs, post.slug, ...post.address.map(({ value }) => lastPart(value))].flatMap(
        (name) => byName.get(name.toLowerCase()) ?? [],
      ),
      ...(post.series ?? []).flatMap(({ value }) => bySeries.get(seriesKey(value)) ?? []),
    ]);
    const others = [...near].flatMap(({ other, pair }) =>
      pair !== null && pair === own
        ? []
        : other.path !== null && (other.path === file.path || other.path === file.previousPath)
          ? []
          : [other],
    );
    const slot = own && own.post.stage !== "live" ? (own.post.slot?.at ?? null) : null;
    return siteFindings(
      { post, links, slot, ...(silent && { silent }) },
      { people: desk.people, others, ...(desk.lint?.tags && { tags: desk.lint.tags }), ...(pull.paths && filesOf(pull.paths)) },
      settings(file.path).rules,
    );
  };
}

function filesOf({ asked, present, folders }: Paths): Pick<SiteFacts, "files" | "looked" | "folders"> {
  return { files: new Set(present), looked: new Set(asked), folders };
}

/** Promised and brought posts; a change to a live one is that post, which is among the published. */
function tracked(pairs: readonly Pair[]): readonly Known[] {
  return pairs.flatMap((pair): Known[] => {
    const { dossier, post } = pair;
    const reading = dossier.leading?.file.reading ?? null;
    if (dossier.correction) return [];
    const outline = reading ? outlineOf(reading) : UNWRITTEN;
    const at = post.live?.at;
    const other: OtherPost = {
      ...outline,
      slug: post.slug,
      slugs: [...new Set([post.slug, ...(dossier.promised?.also ?? []), ...outline.slugs])],
      path: post.live?.path ?? dossier.leading?.file.path ?? null,
      live: liveOf(post),
      ...(at && { on: at }),
    };
    return [{ other, pair }];
  });
}

/** Of a text that nobody has read nothing is known. */
const UNWRITTEN: PostOutline = { slugs: [], permalink: null, anchors: null };

function liveOf(post: JudgedPost): Live {
  if (post.live) return { kind: "live" };
  return post.slot && !post.stopped ? { kind: "slot", at: post.slot.at } : { kind: "open" };
}

/** Of texts that nobody has read all that is known is their path: it stands for their slug too, which may not be theirs alone. */
function published(pairs: readonly Pair[], { published: posts }: Snapshot): readonly Known[] {
  const paths = new Set(pairs.flatMap(({ post }) => post.live?.path ?? []));
  return posts.flatMap(({ path, outline = null }): Known[] => {
    if (paths.has(path)) return [];
    const said = outline ?? { ...UNWRITTEN, slugs: [slugOfPath(path)] };
    return [{ other: { ...said, slug: outline?.slugs[0] ?? path, path, live: { kind: "live" } }, pair: null }];
  });
}

function namesOf(all: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const byName = new Map<string, Known[]>();
  for (const known of all) {
    const { slugs, path, permalink } = known.other;
    const names = [...slugs, ...(path === null ? [] : [lastPart(path)]), ...(permalink === null ? [] : [lastPart(permalink)])];
    for (const name of new Set(names.map((one) => one.toLowerCase()))) {
      const called = byName.get(name);
      if (called) called.push(known);
      else byName.set(name, [known]);
    }
  }
  return byName;
}

function seriesOf(all: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const named = all.flatMap((known) => (known.other.series ?? []).map(({ value }) => ({ key: seriesKey(value), known })));
  return new Map([...grouped(named, ({ key }) => key)].map(([key, them]) => [key, them.map(({ known }) => known)]));
}

/** Of a path, a permalink or a link's target: the last part of it, without an ending. */
function lastPart(target: string): string {
  const last =
    target
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const name = last.replace(/\.(?:md|markdown|html?)$/i, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
