/** The ground under a history: what is true beside what GitHub tells of it – who wrote what, what each head changes, who may write – kept by hand, and the facts made of it. */
import type { Effect } from "../../../src/desk/effect.js";
import { outlineOf } from "../../../src/desk/facts/post-outline.js";
import type { Access, ChangedPost, OwnCommit, PullRequest, Review, Snapshot } from "../../../src/desk/facts/snapshot.js";
import type { Plan } from "../../../src/desk/plan.js";
import { readInstant, type Instant } from "../../../src/desk/time/zone.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { paperWorld, type PaperWorld, type Witness } from "../paper-world.js";
import { contentOf, dated, readingOf, undated, type Text } from "./texts.js";

/** What a head makes of one path, against the merge base. */
interface Change {
  /** Null: it takes the file away. */
  readonly content: string | null;
  /** What the merge base has there; null when nothing. */
  readonly base: string | null;
  /** The path that the file had before. */
  readonly from?: string;
  /** The path that it had before the app set its date; left out when that is its path. */
  readonly undated?: string;
}

type Difference = ReadonlyMap<string, Change>;

/** Where on a pull request somebody speaks. */
type Where = "conversation" | "description" | "review" | "line";

export interface GroundHead {
  readonly sha: string;
  readonly at: Instant;
  readonly difference: Difference;
  /** Who really wrote what is new in it; null where nothing is, or the app alone did it. */
  readonly writer: string | null;
  /** Whose GitHub says that it is. */
  readonly told: Omit<OwnCommit, "sha">;
}

export interface GroundPull {
  readonly number: number;
  readonly openedBy: string;
  /** Oldest first. */
  readonly heads: readonly GroundHead[];
}

export interface MainFile {
  readonly content: string;
  readonly since: Instant | null;
}

export interface Ground {
  readonly world: PaperWorld;
  readonly main: ReadonlyMap<string, MainFile>;
  readonly pullOf: (number: number) => GroundPull;
  readonly headOf: (number: number, sha: string) => GroundHead | null;
  /** Whoever may write to the repository, as GitHub tells it when asked. */
  readonly accessOf: (login: string) => Access;
  readonly isOnDesk: (login: string) => boolean;
  readonly submits: (
    who: string,
    files: Readonly<Record<string, Text | string | null>>,
    more?: { readonly draft?: boolean; readonly body?: string; readonly own?: boolean },
  ) => number;
  /** `told`: whose commits GitHub says that these are, where that is not the writer. */
  readonly pushes: (
    number: number,
    who: string,
    files: Readonly<Record<string, string | null>>,
    told?: { readonly by: readonly string[]; readonly unknown: boolean },
  ) => void;
  /** "Update branch"; false when there are conflicts. */
  readonly takesInBase: (number: number) => boolean;
  readonly reviews: (who: string, number: number, says: Review["says"]) => void;
  readonly dismisses: (number: number, review: number) => void;
  /** In the conversation, where nothing else is said; the description is whoever opened it's to write. */
  readonly says: (who: string, issue: number, body: string, where?: Where) => void;
  /** Closes the last conversation on a line, or opens it again. */
  readonly resolves: (number: number) => boolean;
  readonly merges: (number: number) => void;
  /** A commit on the default branch, without a pull request; null takes a file away. */
  readonly commits: (files: Readonly<Record<string, string | null>>) => void;
  readonly gives: (login: string, access: Access) => void;
  /** GitHub does not merge it, for this reason; null lets it have it again. */
  readonly bars: (number: number, why: string | null) => void;
  /** Since when the desk is as it is. */
  readonly deskSince: () => Instant;
  readonly rewritesDesk: (change: (was: Desk) => Partial<Desk>) => void;
}

interface Opening {
  readonly desk: Partial<Desk>;
  readonly main: ReadonlyMap<string, MainFile>;
  readonly access: Readonly<Record<string, Access>>;
  readonly witness: Witness;
}

/** What only takes in the base, or sets a date. */
const NOBODYS: GroundHead["told"] = { by: [], unknown: false };

const isPost = (path: string): boolean => /^posts\/.*\.md$/.test(path);

export function ground(opening: Opening): Ground {
  const main = new Map(opening.main);
  const pulls = new Map<number, GroundPull>();
  const access = new Map(Object.entries(opening.access));
  const barred = new Map<number, string>();
  const blobs = new Map<string, string>();
  const blobOf = (content: string): string => {
    if (!blobs.has(content)) blobs.set(content, `blob-${blobs.size + 1}`);
    return blobs.get(content) ?? "";
  };
  let heads = 0;
  let deskSince: Instant | null = null;

  const world = paperWorld({
    desk: opening.desk,
    writers: [...access].flatMap(([login, what]) => (what === "write" ? [login] : [])),
    witness: {
      before: (effect: Effect, wanted: Plan) => {
        opening.witness.before(effect, wanted);
      },
      after: (effect) => {
        if (effect.kind === "merge" && world.pull(effect.pull).standing === "merged") land(effect.pull);
        if (effect.kind === "commit" && headNow(effect.pull).sha !== world.pull(effect.pull).head.sha) dates(effect.pull);
        opening.witness.after(effect);
      },
      rests: (plan) => {
        opening.witness.rests(plan);
      },
    },
  });

  const pullOf = (number: number): GroundPull => {
    const found = pulls.get(number);
    if (!found) throw new Error(`Unexpected pull request #${number}, expected one that was submitted`);
    return found;
  };
  const headNow = (number: number): GroundHead => {
    const head = pullOf(number).heads.at(-1);
    if (!head) throw new Error(`Unexpected pull request #${number} without a head`);
    return head;
  };
  const headOf = (number: number, sha: string): GroundHead | null => pullOf(number).heads.find((one) => one.sha === sha) ?? null;
  const accessOf = (login: string): Access => access.get(login) ?? "none";
  const isOnDesk = (login: string): boolean => {
    const { people, coordinators } = world.facts().desk;
    return coordinators.includes(login) || people.some((one) => one.login === login);
  };

  const changedPosts = (difference: Difference): ChangedPost[] =>
    [...difference].flatMap(([path, { content, base, from }]): ChangedPost[] => {
      if (!isPost(path) && !(from && isPost(from))) return [];
      const change = content === null ? "removed" : from ? "renamed" : base === null ? "added" : "modified";
      return [
        {
          path,
          previousPath: from ?? null,
          change,
          blob: content === null ? null : blobOf(content),
          reading: content === null ? null : readingOf(path, content),
        },
      ];
    });
  const conflicts = ({ difference }: GroundHead): boolean =>
    [...difference].some(([path, { content, base, from }]) => {
      const there = main.get(from ?? path)?.content ?? null;
      return there !== base && there !== content;
    });
  /** Makes the facts of what is true. */
  const tell = (): void => {
    const told = (pull: PullRequest): PullRequest => {
      const mine = pulls.get(pull.number);
      const now = mine?.heads.at(-1);
      if (!mine || !now) return pull;
      const open = pull.standing === "open";
      return {
        ...pull,
        head: open ? { ...pull.head, sha: now.sha, since: now.at } : pull.head,
        posts: changedPosts(now.difference),
        changes: [...now.difference].flatMap(([path, { from }]) => (from ? [path, from] : [path])),
        commits: mine.heads.map(({ sha, told }) => ({ sha, ...told })),
        reviews: pull.reviews.map((review) => {
          const then = review.head === null ? null : headOf(pull.number, review.head);
          return { ...review, outdated: then ? differing(then.difference, now.difference) : [] };
        }),
        mergeable: !open ? pull.mergeable : conflicts(now) ? "conflicts" : barred.has(pull.number) ? "blocked" : "yes",
      };
    };
    world.has(({ open, closed }): Partial<Snapshot> => {
      const published = [...main].flatMap(([path, { content, since }]) => {
        const reading = isPost(path) ? readingOf(path, content) : null;
        return reading ? [{ path, blob: blobOf(content), since, outline: outlineOf(reading) }] : [];
      });
      return {
        open: open.map(told),
        closed: closed.map(told),
        published,
      };
    });
    // As GitHub would: what conflicts is not merged, whoever asks.
    for (const { number, mergeable } of world.facts().open)
      world.refusesToMerge(mergeable === "conflicts" ? "Pull Request has merge conflicts" : (barred.get(number) ?? null), number);
  };

  const grows = (number: number, more: Omit<GroundHead, "sha" | "at">): void => {
    heads += 1;
    const head: GroundHead = { ...more, sha: `sha-${number}-h${heads}`, at: world.at() };
    const was = pullOf(number);
    pulls.set(number, { ...was, heads: [...was.heads, head] });
    tell();
  };
  const onto = (difference: Difference, files: Readonly<Record<string, string | null>>): Difference => {
    const then = new Map(difference);
    for (const [path, content] of Object.entries(files)) {
      const mine = then.get(path);
      const base = mine ? mine.base : (main.get(path)?.content ?? null);
      if (content === base) then.delete(path);
      else then.set(path, { ...then.get(path), content, base });
    }
    return then;
  };
  const land = (number: number): void => {
    const at = world.at();
    if (world.pull(number).base === "main")
      for (const [path, { content, from }] of headNow(number).difference) {
        const since = main.get(from ?? path)?.since ?? at;
        if (from) main.delete(from);
        if (content === null) main.delete(path);
        else main.set(path, { content, since });
      }
    tell();
  };
  /** The app's own commit: the facts tell which files it altered, and how they are called now. */
  const dates = (number: number): void => {
    const { head, posts } = world.pull(number);
    let place = 0;
    const mended = new Map(
      [...headNow(number).difference].map(([path, change]) => {
        const file = isPost(path) ? posts[place++] : undefined;
        return change.content !== null && file?.blob?.endsWith("-mended")
          ? ([file.path, { ...change, content: dated(change.content), undated: change.undated ?? path }] as const)
          : ([path, change] as const);
      }),
    );
    pulls.set(number, {
      ...pullOf(number),
      heads: [...pullOf(number).heads, { sha: head.sha, at: world.at(), difference: mended, writer: null, told: NOBODYS }],
    });
    tell();
  };

  tell();
  return {
    world,
    main,
    pullOf,
    headOf,
    accessOf,
    isOnDesk,
    submits(who, files, { draft = false, body = "", own = false } = {}) {
      const number = world.submits(who, "branch", { draft, own });
      const contents = Object.fromEntries(
        Object.entries(files).map(([path, one]) => [path, one === null || typeof one === "string" ? one : contentOf(one)]),
      );
      pulls.set(number, { number, openedBy: who, heads: [] });
      world.becomes(number, { title: `Add ${Object.keys(files).join(", ")}` });
      if (body !== "") world.describes(number, body);
      grows(number, {
        difference: onto(new Map(), contents),
        writer: who,
        told: { by: [who], unknown: false },
      });
      return number;
    },
    pushes(number, who, files, told = { by: [who], unknown: false }) {
      grows(number, {
        difference: onto(headNow(number).difference, files),
        writer: who,
        told,
      });
    },
    takesInBase(number) {
      const { difference } = headNow(number);
      if (conflicts(headNow(number)) || [...difference].some(([path, { content, from }]) => main.get(from ?? path)?.content === content))
        return false;
      grows(number, { difference, writer: null, told: NOBODYS });
      return true;
    },
    reviews(who, number, says) {
      world.reviews(who, number, says);
      tell();
    },
    dismisses(number, review) {
      const { reviews } = world.pull(number);
      world.becomes(number, { reviews: reviews.map((one) => (one.id === review ? { ...one, says: "dismissed" as const } : one)) });
      tell();
    },
    says(who, issue, body, where = "conversation") {
      switch (where) {
        case "conversation":
          world.says(who, issue, body);
          break;
        case "description":
          world.describes(issue, body);
          break;
        case "review":
          world.reviews(who, issue, "comments", false, body);
          break;
        case "line":
          world.remarks(who, issue, body);
          break;
      }
      tell();
    },
    resolves(number) {
      const last = world.pull(number).threads?.at(-1);
      if (!last) return false;
      world.resolves(number, (world.pull(number).threads?.length ?? 0) - 1, !last.resolved);
      tell();
      return true;
    },
    merges(number) {
      world.merges(number);
      land(number);
    },
    commits(files) {
      for (const [path, content] of Object.entries(files)) {
        if (content === null) main.delete(path);
        else main.set(path, { content, since: main.get(path)?.since ?? world.at() });
      }
      tell();
    },
    gives(login, what) {
      access.set(login, what);
      world.lets(login, what);
      tell();
    },
    bars(number, why) {
      if (why === null) barred.delete(number);
      else barred.set(number, why);
      tell();
    },
    deskSince: () => deskSince ?? readInstant("2014-07-07T08:00:00Z"),
    rewritesDesk(change) {
      deskSince = world.at();
      world.rewritesDesk(change(world.facts().desk));
      tell();
    },
  };
}

/** The paths of which two differences make something else, but for what the app itself set. */
export function differing(a: Difference, b: Difference): readonly string[] {
  const meant = (difference: Difference) =>
    new Map(
      [...difference].map(([path, { content, from, undated: called = path }]) => [
        called,
        `${content === null ? "-" : undated(content)} ${from ?? ""}`,
      ]),
    );
  const [then, now] = [meant(a), meant(b)];
  return [...new Set([...then.keys(), ...now.keys()])].filter((path) => then.get(path) !== now.get(path)).sort();
}
