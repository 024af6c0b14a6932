/** Originals: of what comes in a pull request of its own, whether it is a post that another brings, or that readers have, in another language. */
import { markedBy } from "../facts/post-outline.js";
import { sameLogin } from "../facts/person.js";
import { slugOfPath, withoutLanguage } from "../facts/slug.js";
import type { PublishedPost, Snapshot } from "../facts/snapshot.js";
import { isOnDesk } from "../facts/standing.js";
import { languagesOf, marksOf, type MarkedText, type TextMark } from "../facts/text-marks.js";
import { grouped } from "../text/group-by.js";
import type { Kept } from "./kept-promises.js";
import type { Landings } from "./landings.js";
import { markedFile } from "./texts-together.js";
import type { Meant } from "./wanted-promises.js";

export interface Placed extends Meant {
  readonly address: string;
}

interface Originals {
  /** The address of the text that it is in another language; nothing for what is a post of its own. */
  readonly of: ReadonlyMap<Placed, string>;
  /** What a post is called that nobody follows. */
  readonly nameAt: (address: string) => string;
}

/** `keeps`: it is the promised post, or may be. What was closed without merging is left as it was. */
export function originalsOf(
  placed: readonly Placed[],
  keeps: (one: Placed) => boolean,
  kept: ReadonlyMap<string, Kept>,
  landings: Landings,
  { published, desk }: Pick<Snapshot, "published" | "desk">,
): Originals {
  const texts = new Map(published.map((post) => [post.path, post]));
  const made = new Set([...kept.values()].flatMap(({ now }) => now?.path ?? []));
  const there = publishedAt(published);
  const of = new Map<Placed, string>();

  for (const one of placed) {
    const { pull, file, address, by } = one;
    const isKept = keeps(one);
    if (pull.standing === "closed" || (isKept && (pull.standing === "merged" || (by !== "name" && by !== null)))) continue;
    const life = landings.began(pull, file);
    if (pull.standing === "merged" ? !life : landings.isPublished(address)) continue;
    const own = new Set(one.texts.map((text) => landings.addressOf(pull, text)));
    const changed = [...own].find((path) => path !== address && pull.standing === "open" && landings.isPublished(path));
    // What was opened in the site's own language before its translation came is no translation of that.
    const isEarlier = (path: string, ours: string | null) => {
      const before = life?.from ?? (ours === null ? pull.openedAt : null);
      return before === null || landings.livesAt(path).every(({ from }) => from < before);
    };
    const peers = peersOf(markedOf(one), there).filter(({ post: { path }, ours }) => !own.has(path) && isEarlier(path, ours));
    const [first] = peers.toSorted((a, b) => Number(made.has(b.post.path)) - Number(made.has(a.post.path)) || byLanguage(a, b));
    const original = changed ?? first?.post.path;
    if (original !== undefined) of.set(one, original);
  }

  const open = placed.filter((one) => one.pull.standing === "open" && !of.has(one) && !landings.isPublished(one.address));
  const promising = open.filter(keeps);
  for (const [, rivals] of grouped(promising, ({ promised }) => promised)) {
    const leader = leaderOf(rivals);
    for (const one of rivals) {
      if (leader && one.pull !== leader.pull && languagesOf(markedOf(one), markedOf(leader))) of.set(one, leader.address);
    }
  }
  // Of what nobody promised, and of what strangers bring: whoever wants to stop a post of others must not do it by bringing its original.
  const isTrusted = (original: Placed, { pull }: Placed) => {
    const login = original.pull.openedBy?.login ?? "";
    return keeps(original) || isOnDesk(login, desk) || sameLogin(login, pull.openedBy?.login ?? " ");
  };
  const waiting = open.filter((one) => !of.has(one));
  const among = grouped(
    waiting.flatMap((post) => marksOf(markedOf(post)).map((mark) => ({ ...mark, post }))),
    ({ place }) => place,
  );
  for (const one of waiting.filter((stray) => !keeps(stray)).toSorted((a, b) => a.pull.number - b.pull.number)) {
    const [first] = peersOf(markedOf(one), among)
      .filter(
        ({ post, ours, language }) =>
          post.pull !== one.pull && isTrusted(post, one) && isBefore({ post, language }, { post: one, language: ours }, keeps),
      )
      .toSorted((a, b) => Number(keeps(b.post)) - Number(keeps(a.post)) || byLanguage(a, b) || a.post.pull.number - b.post.pull.number);
    if (first) of.set(one, of.get(first.post) ?? first.post.address);
  }
  return {
    of,
    nameAt: (address) => texts.get(address)?.outline?.slugs[0] ?? withoutLanguage(slugOfPath(address)),
  };
}

interface At<Post> extends TextMark {
  readonly post: Post;
}

interface Peer<Post> {
  readonly post: Post;
  /** Its language where both may stand, and that of the text that was asked about. */
  readonly language: string | null;
  readonly ours: string | null;
}

function peersOf<Post>(text: MarkedText, among: ReadonlyMap<string, readonly At<Post>[]>): readonly Peer<Post>[] {
  return marksOf(text).flatMap(({ place, language: ours }) =>
    (among.get(place) ?? []).flatMap(({ post, language }) => (language === ours ? [] : [{ post, language, ours }])),
  );
}

/** The site's own language first. */
function byLanguage(a: { readonly language: string | null }, b: { readonly language: string | null }): number {
  const [one, other] = [a.language ?? "", b.language ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The promised post, then what is in the site's own language, else what was opened first. */
function isBefore(
  a: { readonly post: Placed; readonly language: string | null },
  b: { readonly post: Placed; readonly language: string | null },
  keeps: (one: Placed) => boolean,
): boolean {
  if (keeps(a.post)) return true;
  if ((a.language === null) !== (b.language === null)) return a.language === null;
  return a.post.pull.number < b.post.pull.number;
}

/** Of several pull requests for one promise: the one with the file that the plan names, then that in the site's own language, then as always. */
function leaderOf(rivals: readonly Placed[]): Placed | null {
  const isOwn = (one: Placed) => rivals.some((other) => languagesOf(markedOf(one), markedOf(other))?.own === null);
  const rank = (one: Placed) => [one.by === "path", isOwn(one), !one.pull.draft].reduce((sum, is) => sum * 2 + (is ? 0 : 1), 0);
  return rivals.toSorted((a, b) => rank(a) - rank(b) || a.pull.number - b.pull.number)[0] ?? null;
}

/** By where it will be. */
function markedOf({ file, address }: Placed): MarkedText {
  return { ...markedFile(file), path: address };
}

const indexes = new WeakMap<readonly PublishedPost[], ReadonlyMap<string, readonly At<PublishedPost>[]>>();

/** Read once for all that is asked of one look. */
function publishedAt(published: readonly PublishedPost[]): ReadonlyMap<string, readonly At<PublishedPost>[]> {
  const known =
    indexes.get(published) ??
    grouped(
      published.flatMap((post) => {
        const marked = post.outline ? markedBy(post.path, post.outline) : { path: post.path };
        return marksOf(marked).map((mark) => ({ ...mark, post }));
      }),
      ({ place }) => place,
    );
  indexes.set(published, known);
  return known;
}
