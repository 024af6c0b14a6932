/** Which promise the files of one pull request are meant for: by the path that the plan names, by `/post`, or by name. Whether it is theirs to keep is seen later. */
import { mayDo } from "../comments/permissions.js";
import { slugWord, spokenLines } from "../comments/spoken-words.js";
import type { Desk, Promised } from "../facts/desk.js";
import { sameSlug, slugOfPath, withoutLanguage } from "../facts/slug.js";
import type { Voice } from "../facts/standing.js";
import type { ChangedPost, PullRequest } from "../facts/snapshot.js";
import { placeOfWords, spokenOn } from "../facts/spoken.js";
import { promisedBefore } from "../facts/has-notice.js";
import { textsTogether } from "./texts-together.js";

/** One post as one pull request brings it, and the promise that it is meant for. */
export interface Meant {
  readonly pull: PullRequest;
  /** The text that leads: it says what the post is called and who signs it. */
  readonly file: ChangedPost;
  /** All of them, the one that leads in front, then those in other languages. */
  readonly texts: readonly ChangedPost[];
  readonly promised: Promised | null;
  /** Why: the plan names its path, somebody said so, or it has the name and comes from somebody of the byline or the desk. Null for no promise. */
  readonly by: "path" | "word" | "name" | null;
}

interface Promises {
  /** All that promised posts go by. */
  readonly names: readonly string[];
  readonly called: (name: string) => Promised | null;
  readonly at: (path: string) => Promised | null;
}

export function promisesOf(posts: readonly Promised[]): Promises {
  const byName = new Map(posts.flatMap((post) => [post.slug, ...post.also].map((name) => [name.toLowerCase(), post] as const)));
  const byPath = new Map(posts.flatMap((post) => (post.path ? [[post.path, post] as const] : [])));
  return { names: [...byName.keys()], called: (name) => byName.get(name.toLowerCase()) ?? null, at: (path) => byPath.get(path) ?? null };
}

/** `untied` are the places (`comment/line`) of `/post`s that were taken back. Of what a pull request takes away nothing is meant. */
export function meantBy(pull: PullRequest, promises: Promises, desk: Desk, untied: ReadonlySet<string>): readonly Meant[] {
  const promisedTo = (file: ChangedPost) =>
    promises.at(file.path) ?? calledBy(file).flatMap((name) => promises.called(name) ?? [])[0] ?? null;
  const posts = textsTogether(
    pull.posts.filter((file) => file.change !== "removed"),
    promisedTo,
    (file) => promises.at(file.path) !== null,
  );
  const said = saidTies(pull, promises, desk, untied);
  // Without what GitHub says of their access, which is asked of whoever speaks: whose post it is must not change with a comment.
  const opener = { login: pull.openedBy?.login ?? "" };
  const before = pull.standing === "open" ? [] : promisedBefore(pull);
  const named = (texts: readonly ChangedPost[]) =>
    texts
      .flatMap(calledBy)
      .flatMap((name) => promises.called(name) ?? [])
      .find((post) => mayTie(opener, post, desk) || includesSlug(before, post)) ?? null;
  const listedAmong = (texts: readonly ChangedPost[]) => texts.flatMap(({ path }) => promises.at(path) ?? [])[0] ?? null;
  const own = posts.map((texts) => listedAmong(texts) ?? named(texts));
  const waiting = said.filter((post) => !own.includes(post));
  return posts.flatMap((texts, index): readonly Meant[] => {
    const [file] = texts;
    const listed = listedAmong(texts);
    // Of a single post, what a person says wins over what the file is called; of several, it ties the first that nothing else ties.
    const told = posts.length === 1 ? (said.at(-1) ?? null) : own[index] ? null : (waiting.shift() ?? null);
    const promised = listed ?? told ?? own[index] ?? null;
    return file ? [{ pull, file, texts, promised, by: listed ? "path" : told ? "word" : promised && "name" }] : [];
  });
}

/** What a text is called by itself and by its place, the most binding first; `irmin.fr` may be `irmin` in French. */
export function calledBy(file: ChangedPost): readonly string[] {
  const name = slugOfPath(file.path);
  return [...(file.reading ? [file.reading.post.slug, ...file.reading.post.slugs] : []), name, withoutLanguage(name)];
}

/** Promises named with `/post` by those who may, in the description and the conversation, in order. */
function saidTies(pull: PullRequest, promises: Promises, desk: Desk, untied: ReadonlySet<string>): readonly Promised[] {
  const before = pull.standing === "open" ? [] : promisedBefore(pull);
  return spokenOn(pull).flatMap((said) => {
    const { by, body } = said;
    if (!by || by.bot) return [];
    return spokenLines(body).flatMap(({ word, rest, at }) => {
      const isUntied = untied.has(`${placeOfWords(said)}/${at}`);
      const promised = word === "post" && !isUntied ? promises.called(slugWord(rest)) : null;
      return promised && (mayTie(by, promised, desk) || includesSlug(before, promised)) ? [promised] : [];
    });
  });
}

function mayTie(speaker: Voice, { byline }: Promised, desk: Desk): boolean {
  return mayDo("desk", speaker, { byline, openers: [], asked: [], promised: true }, desk);
}

function includesSlug(slugs: readonly string[], { slug, also }: Promised): boolean {
  return [slug, ...also].some((name) => slugs.some((one) => sameSlug(one, name)));
}
