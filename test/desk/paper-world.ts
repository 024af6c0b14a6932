/** A world on paper: a repository as plain facts, on which people act and plans are applied at once, with a clock that tests move. */
import { digestOf, keyOf, type Effect } from "../../src/desk/effect.js";
import { peopleAskedAbout } from "../../src/desk/commands/people-asked-about.js";
import { PLAIN_CALENDAR, type Campaign, type Desk } from "../../src/desk/facts/desk.js";
import type { Person } from "../../src/desk/facts/person.js";
import { slugOfPath } from "../../src/desk/facts/slug.js";
import { outlineOf } from "../../src/desk/facts/post-outline.js";
import type {
  Access,
  Actor,
  Announcement,
  Board,
  ChangedPost,
  Comment,
  OwnCommit,
  PullRequest,
  Remembered,
  Review,
  Snapshot,
} from "../../src/desk/facts/snapshot.js";
import { isOnDesk } from "../../src/desk/facts/standing.js";
import { plan, type Plan } from "../../src/desk/plan.js";
import { readPost } from "../../src/desk/posts/read-post.js";
import { unreadPost } from "../../src/desk/posts/unread-post.js";
import { between, DAY, HOUR, instant, plus, readInstant, type Instant } from "../../src/desk/time/zone.js";

export const person = (login: string, more: Partial<Person> = {}): Person => ({
  login,
  name: login,
  aliases: [],
  zone: "Europe/London",
  beats: ["*"],
  capacity: 3,
  away: [],
  ...more,
});

export const campaign = (
  slugs: readonly (string | (Partial<Campaign["posts"][number]> & { slug: string }))[],
  more: Partial<Campaign> = {},
): Campaign => ({
  name: "OSCON 2014",
  deadline: readInstant("2014-07-21T08:00:00Z"),
  posts: slugs
    .map((one) => ({
      also: [],
      title: "",
      byline: [],
      beats: [],
      after: [],
      pinned: null,
      ...(typeof one === "string" ? { slug: one } : one),
    }))
    .map((post) => ({ ...post, title: post.title || `About ${post.slug}` })),
  ...more,
});

export const desk = (more: Partial<Desk> = {}): Desk => ({
  zone: "Europe/London",
  posts: ["posts/*.md"],
  people: ["ann", "ben", "cat", "dan"].map((login) => person(login)),
  coordinators: ["amir"],
  review: { approvals: 1, ask: 1 },
  site: null,
  calendar: PLAIN_CALENDAR,
  slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"],
  lead: { draft: 1, review: 1 },
  reminders: { every: 2, hour: 9 },
  merge: { atSlot: true, method: "merge", missed: "catch up", fixDates: false },
  campaigns: [],
  ...more,
});

/** A text of `---\ndate: 2014-07-20\n---\n` says a day of itself; an empty one is taken away. */
export interface PaperFile {
  readonly path: string;
  readonly text: string;
  /** Where it lay before, when it is moved. */
  readonly from?: string;
}

export interface PaperWorld {
  /** The facts as they are. */
  readonly facts: () => Snapshot;
  readonly at: () => Instant;
  readonly plan: () => Plan;
  /** Judges and applies until nothing is wanted; the effects applied, in order. Throws when it never comes to rest. */
  readonly looks: () => readonly Effect[];
  /** Lets time pass (`2 days`, `3 hours`), looking whenever the plan asked to be looked at. */
  readonly passes: (span: string) => readonly Effect[];
  /** Lets time pass without anybody looking, as while the process is down. */
  readonly sleeps: (span: string) => void;
  readonly submits: (
    who: string,
    slug: string,
    more?: {
      readonly number?: number;
      readonly draft?: boolean;
      readonly byline?: readonly string[];
      readonly title?: string;
      readonly text?: string;
      readonly errors?: number;
      /** The whole text as it would be read, instead of one that says nothing of itself. */
      readonly file?: { readonly path: string; readonly text: string };
      /** What else it changes that the globs call posts, each as it would be read. */
      readonly files?: readonly PaperFile[];
      /** From a fork unless true. */
      readonly own?: boolean;
      /** Other files that it changes, by path: what each says. */
      readonly others?: Readonly<Record<string, string>>;
      /** `posts/SLUG.md` when not given. */
      readonly path?: string;
      /** Further posts that it brings, by their slugs or with their paths. */
      readonly with?: readonly (string | { readonly slug: string; readonly path: string })[];
      /** Paths that it removes; of a pull request that only removes, `slug` names the branch alone. */
      readonly removes?: readonly string[];
      /** The branch that it goes to, when not the default branch. */
      readonly base?: string;
    },
  ) => number;
  /** Another head: its posts say `text` (null: what they said), other files what `others` says (null: what the base has). */
  readonly pushes: (number: number, text: string | null, more?: PushedOnPaper) => void;
  /** “Update branch”: another head that brings what the one before it brought. */
  readonly takesInBase: (number: number) => void;
  readonly readies: (number: number) => void;
  readonly reviews: (who: string, number: number, says?: Review["says"], bot?: boolean, body?: string) => void;
  /** Speaks on a line: begins a conversation there, or answers in the one of that place, from 0. */
  readonly remarks: (who: string, number: number, body: string, thread?: number) => void;
  /** Closes a conversation on a line, or opens it again. */
  readonly resolves: (number: number, thread: number, resolved?: boolean) => void;
  /** Whoever opened it writes another description. */
  readonly describes: (number: number, body: string) => void;
  readonly says: (who: string, issue: number, body: string) => Comment["id"];
  /** Its writer gives a comment another text. */
  readonly edits: (comment: Comment["id"], body: string) => void;
  /** From now on GitHub says so of somebody's access. */
  readonly lets: (who: string, access: Access) => void;
  readonly closes: (number: number) => void;
  /** By hand, whatever the app thinks of it. */
  readonly merges: (number: number) => void;
  /** Another branch is what it goes to. */
  readonly retargets: (number: number, base: string) => void;
  /** Pushes a post to the default branch without a pull request; `since` is when its file first came there, as GitHub tells it. */
  readonly publishes: (path: string, more?: { readonly since?: Instant | null; readonly slug?: string; readonly text?: string }) => void;
  /** Pushes to the default branch a commit that takes this file away. */
  readonly deletes: (path: string) => void;
  /** Somebody edits the desk file: the coordinator when nobody is named. */
  readonly rewritesDesk: (more: Partial<Desk>, who?: string) => void;
  /** GitHub refuses to ask these people; of the word `commit`, the app's commits. */
  readonly refuses: (...logins: readonly string[]) => void;
  /** GitHub refuses to merge these pull requests, with these words; null lets it have them again. */
  readonly refusesToMerge: (why: string | null, ...numbers: readonly number[]) => void;
  /** What GitHub says of a pull request becomes another. */
  readonly becomes: (number: number, change: Partial<PullRequest>) => void;
  /** The facts become others, for worlds that keep a truth of their own beside them. */
  readonly has: (change: (was: Snapshot) => Partial<Snapshot>) => void;
  readonly loses: (what: "ledger") => void;
  /** Somebody writes another text into the board. */
  readonly rewrites: (body: string) => void;
  readonly pull: (number: number) => PullRequest;
  readonly board: () => Board;
  readonly post: (slug: string) => Plan["posts"][number];
}

export interface PushedOnPaper {
  /** Whoever wrote and pushed it; the opener when left out. Null: nobody knows. */
  readonly by?: string | null;
  /** Other files of the head, by path: what each says; null where it is as the base has it. */
  readonly others?: Readonly<Record<string, string | null>>;
  /** The branch is written anew: of the commits that were there none is left. */
  readonly force?: boolean;
}

export const APP = "presstime[bot]";

/** Somebody who looks on while plans are applied. */
export interface Witness {
  /** What is about to be brought about, and the plan that wants it. */
  readonly before: (effect: Effect, wanted: Plan) => void;
  readonly after: (effect: Effect) => void;
  /** Nothing is wanted any more, and this is how things stand. */
  readonly rests: (plan: Plan) => void;
}

/** `writers` may write to the repository; of others off the desk GitHub says that they may not, until `lets`. */
export function paperWorld(
  options: { readonly desk?: Partial<Desk>; readonly at?: string; readonly writers?: readonly string[]; readonly witness?: Witness } = {},
): PaperWorld {
  let now = readInstant(options.at ?? "2014-07-07T08:00:00Z");
  let facts: Snapshot = {
    at: now,
    app: APP,
    repository: {
      owner: "mirage",
      name: "www",
      url: "https://github.test/mirage/www",
      defaultBranch: "main",
      archived: false,
      private: false,
    },
    desk: desk(options.desk),
    deskFindings: [],
    open: [],
    closed: [],
    published: [],
    boards: [],
    memory: { effects: {}, announced: {} },
  };
  const accesses = new Map<string, Access>(options.writers?.map((login) => [login, "write"]));
  const refused = new Set<string>();
  const unmerged = new Map<number, string>();
  let counter = 1000;
  const next = () => ++counter;
  const touch = () => {
    facts = { ...facts, at: now, memory: { ...facts.memory, effects: { ...remembered } } };
  };
  const pull = (number: number): PullRequest => {
    const found = [...facts.open, ...facts.closed].find((one) => one.number === number);
    if (!found) throw new Error(`Unexpected pull request #${number}, expected one that was submitted`);
    return found;
  };
  const alter = (number: number, change: (was: PullRequest) => Partial<PullRequest>) => {
    const one = { ...pull(number), ...change(pull(number)) };
    const rest = (list: readonly PullRequest[]) => list.filter((other) => other.number !== number);
    const add = (list: readonly PullRequest[]) => [...rest(list), one].toSorted((a, b) => a.number - b.number);
    facts =
      one.standing === "open"
        ? { ...facts, open: add(facts.open), closed: rest(facts.closed) }
        : { ...facts, open: rest(facts.open), closed: add(facts.closed) };
  };
  /** As reading has it: people of a desk that names coordinators are not asked about. */
  const actor = (login: string, bot = login.endsWith("[bot]")): Actor => {
    const named = isOnDesk(login, facts.desk) && facts.desk.coordinators.length > 0 && facts.desk.coordinatorFrom === undefined;
    return bot || named ? { login, bot } : { login, bot, access: accesses.get(login) ?? "none" };
  };
  /** A review counts by what its giver may do now, a comment by what its writer could do when it was said. */
  const seeAll = () => {
    const anew = <One extends { readonly by: Actor | null }>(one: One): One =>
      one.by ? { ...one, by: actor(one.by.login, one.by.bot) } : one;
    const then = (one: Comment) => (one.by?.access === undefined ? anew(one) : one);
    const see = (one: PullRequest): PullRequest => ({ ...one, reviews: one.reviews.map(anew), comments: one.comments.map(then) });
    const boards = facts.boards.map((board) => ({ ...board, comments: board.comments.map(then) }));
    facts = { ...facts, open: facts.open.map(see), closed: facts.closed.map(see), boards };
  };
  /** As reading has it: whoever is named and is not on the desk is asked about. */
  const namedIn = (body: string): Readonly<Record<string, Access>> => {
    const strangers = peopleAskedAbout(body).filter((login) => !isOnDesk(login, facts.desk));
    return Object.fromEntries(strangers.map((login) => [login.toLowerCase(), accesses.get(login) ?? "none"]));
  };
  const comment = (login: string, body: string, more: Partial<Comment> = {}): Comment => {
    const id = next();
    return {
      id,
      node: `IC_${id}`,
      by: actor(login),
      at: now,
      editedAt: null,
      body,
      mark: null,
      reactions: [],
      named: namedIn(body),
      ...more,
    };
  };
  const speak = (issue: number, said: Comment) => {
    if (facts.boards.some((board) => board.number === issue)) {
      facts = {
        ...facts,
        boards: facts.boards.map((board) => (board.number === issue ? { ...board, comments: [...board.comments, said] } : board)),
      };
    } else alter(issue, (was) => ({ comments: [...was.comments, said] }));
  };
  /** What each head changes against its base, by path: as if for a reviewer who looks at nothing else. */
  const owns = new Map<string, ReadonlyMap<string, string>>();
  const ownAt = (sha: string | null): ReadonlyMap<string, string> => owns.get(sha ?? "") ?? new Map<string, string>();
  /** Another head that changes what `own` says; reviews are told what of it they have not seen. */
  const moves = (number: number, own: ReadonlyMap<string, string>, by: Omit<OwnCommit, "sha">, force = false) => {
    const sha = `sha-${number}-${next()}`;
    owns.set(sha, own);
    alter(number, (was) => ({
      head: { ...was.head, sha, since: now },
      changes: [...own.keys()].sort(),
      commits: [...(force ? [] : (was.commits ?? [])), { sha, ...by }],
      reviews: was.reviews.map((review) => {
        const seen = ownAt(review.head);
        const paths = [...new Set([...seen.keys(), ...own.keys()])];
        return { ...review, outdated: paths.filter((path) => seen.get(path) !== own.get(path)).sort() };
      }),
    }));
  };
  const review = (who: string, number: number, says: Review["says"] = "approves", bot = false, body = ""): void => {
    alter(number, (was) => ({
      requested: was.requested.filter(({ login }) => login !== who),
      reviews: [
        ...was.reviews,
        { id: next(), by: actor(who, bot), at: now, says, head: was.head.sha, outdated: [], body, mark: null, named: namedIn(body) },
      ],
    }));
  };
  /** On GitHub whatever is said on a line is part of a review. */
  const remark = (who: string, number: number, body: string, thread: number | null, mark: string | null = null): void => {
    review(who, number, "comments");
    alter(number, ({ threads = [], posts, reviews }) => {
      const first = threads[thread ?? -1]?.comments[0]?.id;
      const said = comment(who, body, { mark });
      const there: Comment = { ...said, in: { kind: "line", thread: first ?? said.id, review: reviews.at(-1)?.id ?? null } };
      return thread === null
        ? { threads: [...threads, { path: posts[0]?.path ?? "", resolved: false, comments: [there] }] }
        : { threads: threads.map((one, n) => (n === thread ? { ...one, comments: [...one.comments, there] } : one)) };
    });
  };
  const remembered: Record<string, Remembered> = {};
  const remember = (effect: Effect, ended: Remembered["ended"], why: string | null = null) => {
    remembered[keyOf(effect)] = { digest: digestOf(effect), ended, why, at: now };
  };
  const readingOf = (path: string, slug: string, byline: readonly string[], title: string, errors: number): ChangedPost["reading"] => {
    const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    return {
      post: {
        ...unreadPost(path),
        slug,
        slugs: [slug],
        title: { value: title, place },
        byline: byline.map((value) => ({ value, place })),
        format: "yaml",
        words: 900,
      },
      findings: Array.from(
        { length: errors },
        () => ({ rule: "front-matter", severity: "error", message: "Unexpected sign, expected another", place }) as const,
      ),
    };
  };
  const land = (files: readonly ChangedPost[], since?: Instant | null) => {
    const gone = new Set(files.flatMap(({ path, previousPath }) => [path, ...(previousPath === null ? [] : [previousPath])]));
    const come = files.flatMap(({ path, blob, reading, change }) =>
      blob !== null && change !== "removed"
        ? [{ path, blob, ...(since !== undefined && { since }), ...(reading && { outline: outlineOf(reading) }) }]
        : [],
    );
    facts = { ...facts, published: [...facts.published.filter(({ path }) => !gone.has(path)), ...come] };
  };
  const fileOf = (
    slug: string,
    path: string,
    more: { readonly byline?: readonly string[]; readonly title?: string; readonly text?: string; readonly errors?: number } = {},
  ): ChangedPost => ({
    path,
    previousPath: null,
    change: facts.published.some((one) => one.path === path) ? "modified" : "added",
    blob: `blob-${more.text ?? "1"}`,
    reading: readingOf(path, slug, more.byline ?? [], more.title ?? `About ${slug}`, more.errors ?? 0),
  });
  const removalOf = (path: string): ChangedPost => ({ path, previousPath: null, change: "removed", blob: null, reading: null });
  const changeOf = ({ path, text, from }: PaperFile): ChangedPost => {
    const there = facts.published.some((one) => one.path === path);
    const change = text === "" ? "removed" : from !== undefined ? "renamed" : there ? "modified" : "added";
    const common = { path, previousPath: from ?? null, change } as const;
    return text === "" ? { ...common, blob: null, reading: null } : { ...common, blob: `blob-${text}`, reading: readPost(path, text) };
  };
  const publish = (number: number) => {
    const { posts, base } = pull(number);
    if (base === facts.repository.defaultBranch) land(posts);
    alter(number, () => ({ standing: "merged", endedAt: now }));
  };

  const apply = (effect: Effect): void => {
    switch (effect.kind) {
      case "announce": {
        const told: Announcement = {
          slot: effect.slot,
          at: now,
          by: effect.by,
          why: effect.why,
          ...(effect.earlier && { earlier: effect.earlier }),
        };
        const { announced } = facts.memory;
        const before = announced[effect.slug] ?? effect.recovered ?? [];
        const all = before.at(-1)?.slot === told.slot ? before : [...before, told];
        facts = { ...facts, memory: { ...facts.memory, announced: { ...announced, [effect.slug]: all } } };
        break;
      }
      case "ask": {
        const mine = effect.logins.filter((login) => !refused.has(login));
        alter(effect.pull, (was) => ({
          requested: [
            ...was.requested,
            ...mine.filter((login) => !was.requested.some((one) => one.login === login)).map((login) => ({ login, at: now })),
          ],
          wereAsked: [
            ...(was.wereAsked ?? []).filter(({ login }) => !mine.includes(login)),
            ...mine.map((login) => was.requested.find((one) => one.login === login) ?? { login, at: now }),
          ],
        }));
        if (mine.length < effect.logins.length) {
          remember(effect, "refused", "Reviews may only be requested from collaborators");
          return;
        }
        break;
      }
      case "withdraw":
        alter(effect.pull, ({ requested, wereAsked = [] }) => ({
          requested: requested.filter(({ login }) => !effect.logins.includes(login)),
          wereAsked: wereAsked.filter(({ login }) => !effect.logins.includes(login)),
        }));
        break;
      case "assign":
        if (effect.on === "pull request") alter(effect.issue, (was) => ({ wereAssigned: [...(was.wereAssigned ?? []), effect.login] }));
        break;
      case "labels":
        alter(effect.pull, (was) => ({ labels: [...was.labels.filter((name) => !effect.remove.includes(name)), ...effect.add] }));
        break;
      case "notice":
        alter(effect.pull, (was) => ({
          comments: effect.comment
            ? was.comments.map((one) => (one.id === effect.comment?.id ? { ...one, body: effect.body } : one))
            : [...was.comments, comment(APP, effect.body, { mark: effect.mark })],
        }));
        break;
      case "board":
        if (effect.issue)
          facts = {
            ...facts,
            boards: facts.boards.map((board) =>
              board.number === effect.issue?.number ? { ...board, body: effect.body, open: !effect.double } : board,
            ),
          };
        else {
          const number = next();
          facts = {
            ...facts,
            boards: [
              ...facts.boards,
              {
                number,
                node: `I_${number}`,
                url: `https://github.test/mirage/www/issues/${number}`,
                campaign: effect.campaign,
                body: effect.body,
                open: true,
                comments: [],
              },
            ],
          };
        }
        break;
      case "reply":
        if (effect.thread === undefined) speak(effect.issue, comment(APP, effect.body, { mark: effect.mark }));
        else {
          const place = pull(effect.issue).threads?.findIndex(({ comments }) => comments[0]?.id === effect.thread) ?? -1;
          remark(APP, effect.issue, effect.body, place, effect.mark);
        }
        break;
      case "remind":
        speak(effect.issue, comment(APP, effect.body, { mark: effect.mark }));
        break;
      case "react": {
        const mark = <One extends Comment | Review>(one: One): One =>
          one.id === effect.comment.id ? { ...one, reactions: [...(one.reactions ?? []), effect.reaction] } : one;
        facts = {
          ...facts,
          boards: facts.boards.map((board) => ({ ...board, comments: board.comments.map(mark) })),
          open: facts.open.map((one) => ({
            ...one,
            comments: one.comments.map(mark),
            reviews: one.reviews.map(mark),
            ...(one.description && { description: mark(one.description) }),
            ...(one.threads && { threads: one.threads.map((thread) => ({ ...thread, comments: thread.comments.map(mark) })) }),
          })),
        };
        break;
      }
      case "suggest":
        alter(effect.pull, (was) => ({
          reviews: [
            ...was.reviews,
            {
              id: next(),
              by: { login: APP, bot: true },
              at: now,
              says: "comments",
              head: effect.head,
              outdated: [],
              body: effect.body,
              mark: effect.mark,
            },
          ],
        }));
        break;
      case "unsay": {
        const left = (said: readonly Comment[]) => said.filter(({ id }) => !effect.comments.includes(id));
        if (facts.boards.some(({ number }) => number === effect.issue))
          facts = { ...facts, boards: facts.boards.map((one) => ({ ...one, comments: left(one.comments) })) };
        else alter(effect.issue, ({ comments }) => ({ comments: left(comments) }));
        break;
      }
      case "resolve":
      case "foresee":
      // What a branch is behind of is GitHub's to say, and stands on paper until a test says otherwise.
      case "update":
        break;
      case "commit": {
        const was = pull(effect.pull);
        if (was.head.sha !== effect.head) return;
        if (refused.has("commit")) {
          remember(effect, "refused", "Changes must be made through a pull request.");
          return;
        }
        // On paper there are no texts: what is edited says nothing of its publication any more.
        const edited = (file: ChangedPost): ChangedPost => {
          const change = effect.changes.find(({ path }) => path === file.path);
          if (!change || !file.reading) return file;
          const post = { ...file.reading.post, path: change.to, dates: [], flags: [], address: [] };
          return { ...file, path: change.to, blob: `${file.blob ?? ""}-mended`, reading: { ...file.reading, post } };
        };
        const toOf = (path: string) => effect.changes.find((change) => change.path === path)?.to;
        const carried = (own: ReadonlyMap<string, string>) =>
          new Map([...own].map(([path, text]) => [toOf(path) ?? path, effect.alters && toOf(path) ? `${text} fixed` : text]));
        const own = carried(ownAt(was.head.sha));
        // Of a date commit everybody has seen what it made of the text: as if that had been there before.
        if (!effect.alters) for (const { head } of was.reviews) if (head !== null) owns.set(head, carried(ownAt(head)));
        alter(effect.pull, ({ posts }) => ({ posts: posts.map(edited) }));
        moves(effect.pull, own, { by: [], unknown: false });
        break;
      }
      case "merge": {
        const why = unmerged.get(effect.pull);
        if (why !== undefined) {
          remember(effect, "refused", why);
          return;
        }
        if (pull(effect.pull).head.sha === effect.head) publish(effect.pull);
        break;
      }
      case "check":
        break;
    }
    remember(effect, "done");
  };

  /** The plan that wanted nothing any more, as reconcile's last one of a look. */
  let atRest: Plan | null = null;
  const looks = (): readonly Effect[] => {
    const all: Effect[] = [];
    for (let round = 0; round < 8; round += 1) {
      touch();
      const wanted = plan(facts);
      const { effects } = wanted;
      if (effects.length === 0) {
        atRest = wanted;
        options.witness?.rests(wanted);
        facts = { ...facts, lookedAt: now };
        return all;
      }
      for (const effect of effects) {
        options.witness?.before(effect, wanted);
        apply(effect);
        options.witness?.after(effect);
        all.push(effect);
        // As `reconcile.ts` does: of a set, none goes before the one in front of it.
        if (effect.kind === "merge" && unmerged.has(effect.pull)) break;
      }
    }
    throw new Error(
      `Unexpected unrest, expected an empty plan after eight looks; still wanted: ${JSON.stringify(plan(facts).effects.map(keyOf))}`,
    );
  };

  return {
    facts: () => {
      touch();
      return facts;
    },
    at: () => now,
    plan: () => {
      touch();
      return plan(facts);
    },
    looks,
    passes(span) {
      const end = plus(now, lengthOf(span));
      const all: Effect[] = [...looks()];
      for (let step = 0; step < 2000; step += 1) {
        const due = atRest?.lookAgainAt;
        if (!due || due > end) break;
        if (between(now, due) <= 0) throw new Error(`Unexpected look at ${due}, expected one after ${now}`);
        now = due;
        all.push(...looks());
      }
      now = end;
      all.push(...looks());
      return all;
    },
    submits(who, slug, more = {}) {
      const number = more.number ?? next();
      const path = more.file?.path ?? more.path ?? `posts/${slug}.md`;
      const sha = `sha-${number}-1`;
      const file = { ...fileOf(slug, path, more), ...(more.file && { reading: readPost(path, more.file.text) }) };
      const others = (more.with ?? []).map((one) =>
        typeof one === "string" ? fileOf(one, `posts/${one}.md`) : fileOf(one.slug, one.path),
      );
      const removed = (more.removes ?? []).map(removalOf);
      const posts = [
        ...(removed.length > 0 && !more.with && !more.path ? [] : [file]),
        ...others,
        ...(more.files ?? []).map(changeOf),
        ...removed,
      ];
      const own = new Map([
        ...posts.map((one) => [one.path, one.blob?.replace(/^blob-/u, "") ?? ""] as const),
        ...Object.entries(more.others ?? {}),
      ]);
      owns.set(sha, own);
      const opened: PullRequest = {
        number,
        title: more.title ?? `Add ${slug}`,
        body: "",
        openedBy: { login: who, bot: false },
        openedAt: now,
        draft: more.draft ?? false,
        standing: "open",
        endedAt: null,
        base: more.base ?? "main",
        head: { sha, branch: slug, repository: more.own ? "mirage/www" : `${who}/www`, since: now },
        labels: [],
        posts,
        changes: [...own.keys()].sort(),
        commits: [{ sha, by: [who], unknown: false }],
        desk: null,
        filesComplete: true,
        requested: [],
        reviews: [],
        comments: [],
        mergeable: "yes",
        checks: null,
      };
      facts = { ...facts, open: [...facts.open, opened].toSorted((a, b) => a.number - b.number) };
      return number;
    },
    pushes(number, text, more = {}) {
      const { head, posts, openedBy } = pull(number);
      const own = new Map(ownAt(head.sha));
      if (text !== null) {
        for (const { path, change } of posts) if (change !== "removed") own.set(path, text);
        alter(number, () => ({ posts: posts.map((file) => (file.change === "removed" ? file : { ...file, blob: `blob-${text}` })) }));
      }
      for (const [path, says] of Object.entries(more.others ?? {})) {
        if (says === null) own.delete(path);
        else own.set(path, says);
      }
      const by = more.by === undefined ? (openedBy?.login ?? null) : more.by;
      moves(number, own, { by: by === null ? [] : [by], unknown: by === null }, more.force);
    },
    takesInBase(number) {
      moves(number, ownAt(pull(number).head.sha), { by: [], unknown: false });
    },
    readies(number) {
      alter(number, () => ({ draft: false }));
    },
    reviews: review,
    remarks(who, number, body, thread) {
      remark(who, number, body, thread ?? null);
    },
    resolves(number, thread, resolved = true) {
      alter(number, ({ threads = [] }) => ({ threads: threads.map((one, n) => (n === thread ? { ...one, resolved } : one)) }));
    },
    describes(number, body) {
      const { openedBy, openedAt, description } = pull(number);
      const said = comment(openedBy?.login ?? "", body, {
        ...description,
        body,
        at: openedAt,
        editedAt: openedAt === now ? null : now,
        in: { kind: "description" },
      });
      alter(number, () => ({ body, description: { ...said, id: number } }));
    },
    says(who, issue, body) {
      const said = comment(who, body);
      speak(issue, said);
      return said.id;
    },
    edits(id, body) {
      const edit = (one: Comment) => (one.id === id ? { ...one, body, editedAt: now, named: namedIn(body) } : one);
      const heard = <Place extends { readonly comments: readonly Comment[] }>(place: Place): Place => ({
        ...place,
        comments: place.comments.map(edit),
      });
      facts = { ...facts, open: facts.open.map(heard), closed: facts.closed.map(heard), boards: facts.boards.map(heard) };
    },
    lets(who, access) {
      accesses.set(who, access);
      seeAll();
    },
    closes(number) {
      alter(number, () => ({ standing: "closed", endedAt: now }));
    },
    merges: publish,
    retargets(number, base) {
      alter(number, () => ({ base }));
    },
    publishes(path, more = {}) {
      land([fileOf(more.slug ?? slugOfPath(path), path, more)], more.since);
    },
    deletes(path) {
      land([removalOf(path)]);
    },
    rewritesDesk(more, who = "amir") {
      const deskChange = { by: who, sha: `c0ffee${next()}`, at: now, former: facts.desk };
      facts = { ...facts, desk: { ...facts.desk, ...more }, deskChange };
      seeAll();
    },
    sleeps(span) {
      now = plus(now, lengthOf(span));
    },
    refusesToMerge(why, ...numbers) {
      for (const number of numbers) {
        if (why === null) unmerged.delete(number);
        else unmerged.set(number, why);
      }
    },
    becomes(number, change) {
      alter(number, () => change);
    },
    has(change) {
      touch();
      facts = { ...facts, ...change(facts) };
    },
    refuses(...logins) {
      for (const login of logins) refused.add(login);
    },
    loses() {
      for (const key of Object.keys(remembered)) Reflect.deleteProperty(remembered, key);
      // What the desk was before its last change is known by the ledger alone.
      const deskChange = facts.deskChange ? { ...facts.deskChange, former: null } : null;
      facts = { ...facts, deskChange, memory: { effects: {}, announced: {} } };
    },
    rewrites(body) {
      facts = { ...facts, boards: facts.boards.map((board, index) => (index === 0 ? { ...board, body } : board)) };
    },
    pull,
    board() {
      const [board] = facts.boards;
      if (!board) throw new Error("Unexpected absence of a board, expected one after a look");
      return board;
    },
    post(slug) {
      touch();
      const found = plan(facts).posts.find((post) => post.slug === slug);
      if (!found) throw new Error(`Unexpected slug ${slug}, expected one that is tracked`);
      return found;
    },
  };
}

export const moment = (text: string): Instant => instant(new Date(text));

/** Milliseconds of `2 days`, `3 hours`, `20 minutes`, `1 seconds`. */
function lengthOf(span: string): number {
  const [n = "0", unit = "days"] = span.split(" ");
  return Number(n) * (unit.startsWith("day") ? DAY : unit.startsWith("hour") ? HOUR : unit.startsWith("second") ? 1000 : 60_000);
}
