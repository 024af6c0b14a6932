/** Facts on paper for so many posts: a third promised, a third under review, a third live; everything grows with their number but the people. */
import { digestOf, keyOf } from "../src/desk/effect.js";
import { PLAIN_CALENDAR } from "../src/desk/facts/desk.js";
import type { ChangedPost, Comment, Memory, PullRequest, Snapshot } from "../src/desk/facts/snapshot.js";
import type { Plan } from "../src/desk/plan.js";
import { unreadPost } from "../src/desk/posts/unread-post.js";
import { DAY, HOUR, plus, readInstant } from "../src/desk/time/zone.js";

const NOW = readInstant("2014-07-07T08:00:00Z");
const BEATS = ["storage", "security", "networks", "languages", "tools"];
const PEOPLE = Array.from({ length: 24 }, (_, place) => `person-${place}`);
const PLACE = { line: 2, column: 1, endLine: 2, endColumn: 8 };

/** One campaign, one slot a working day. */
export function papers(posts: number): Snapshot {
  const places = Array.from({ length: posts }, (_, place) => place);
  const written = places.filter((place) => place % 3 !== 0).map(pull);
  return {
    at: NOW,
    app: "presstime[bot]",
    repository: {
      owner: "gazette",
      name: "blog",
      url: "https://github.test/gazette/blog",
      defaultBranch: "main",
      archived: false,
      private: false,
    },
    desk: {
      zone: "Europe/London",
      posts: ["posts/*.md"],
      people: PEOPLE.map((login, place) => ({
        login,
        name: login,
        aliases: [],
        zone: place % 2 === 0 ? "Europe/London" : "America/Los_Angeles",
        beats: [beatOf(place), beatOf(place + 1)],
        capacity: 50,
        away: [],
      })),
      coordinators: [nameOf(0)],
      review: { approvals: 1, ask: 1 },
      site: null,
      calendar: PLAIN_CALENDAR,
      slots: ["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"],
      lead: { draft: 1, review: 1 },
      reminders: { every: 2, hour: 9 },
      merge: { atSlot: true, method: "merge", missed: "catch up", fixDates: false },
      campaigns: [
        {
          name: "Bench",
          deadline: plus(NOW, Math.ceil(posts / 5 + 2) * 7 * DAY),
          posts: places.map((place) => ({
            slug: slugOf(place),
            also: [],
            title: `About ${slugOf(place)}`,
            byline: [nameOf(place)],
            beats: [beatOf(place)],
            after: place % 10 === 9 ? [slugOf(place - 1)] : [],
            pinned: null,
          })),
        },
      ],
    },
    deskFindings: [],
    open: written.filter(({ standing }) => standing === "open"),
    closed: written.filter(({ standing }) => standing !== "open"),
    published: places.filter((place) => place % 3 === 2).map((place) => ({ path: pathOf(place), blob: `blob-${place}` })),
    boards: [],
    memory: { effects: {}, announced: {} },
  };
}

/** The same facts when what was planned has been done, as the ledger remembers it. */
export function remembered(facts: Snapshot, { at, effects }: Plan): Snapshot {
  const announced: Record<string, Memory["announced"][string]> = {};
  for (const effect of effects)
    if (effect.kind === "announce") announced[effect.slug] = [{ slot: effect.slot, at, by: effect.by, why: effect.why }];
  const done = effects.map((effect) => [keyOf(effect), { digest: digestOf(effect), ended: "done", why: null, at }] as const);
  return { ...facts, memory: { effects: Object.fromEntries(done), announced } };
}

function pull(place: number): PullRequest {
  const live = place % 3 === 2;
  const head = `${String(place).padStart(8, "0")}${"a".repeat(32)}`;
  const reviewer = nameOf(place + 5);
  return {
    number: place + 1,
    title: `Add ${slugOf(place)}`,
    body: "The post that was promised.\n\nSee the notes of the meeting.",
    openedBy: { login: nameOf(place), bot: false },
    openedAt: plus(NOW, -5 * DAY),
    draft: place % 7 === 0,
    standing: live ? "merged" : "open",
    endedAt: live ? plus(NOW, -DAY) : null,
    base: "main",
    head: { sha: head, branch: slugOf(place), repository: `${nameOf(place)}/blog`, since: plus(NOW, -4 * DAY) },
    labels: [],
    posts: [file(place)],
    desk: null,
    filesComplete: true,
    requested: live ? [] : [{ login: reviewer, at: plus(NOW, -3 * DAY) }],
    reviews: live
      ? [
          {
            id: place,
            by: { login: reviewer, bot: false },
            at: plus(NOW, -2 * DAY),
            says: "approves",
            head,
            outdated: [],
            body: "Good.",
            mark: null,
          },
        ]
      : [],
    comments: Array.from({ length: 4 }, (_, turn) => comment(place, turn)),
    mergeable: "yes",
    checks: "passing",
  };
}

function comment(place: number, turn: number): Comment {
  return {
    id: place * 10 + turn,
    node: `IC_${place}_${turn}`,
    by: { login: nameOf(place + turn), bot: false, access: "write" },
    at: plus(NOW, -(4 - turn) * 12 * HOUR),
    editedAt: null,
    body:
      turn === 3 && place % 11 === 0 ? "/hold until the talk is given" : "I like it.\n\n> What of the second part?\n\nIt comes next week.",
    mark: null,
    reactions: [],
  };
}

function file(place: number): ChangedPost {
  const slug = slugOf(place);
  return {
    path: pathOf(place),
    previousPath: null,
    change: "added",
    blob: `blob-${place}`,
    reading: {
      post: {
        ...unreadPost(pathOf(place)),
        title: { value: `About ${slug}`, place: PLACE },
        byline: [{ value: nameOf(place), place: PLACE }],
        format: "yaml",
        words: 900,
      },
      findings: Array.from({ length: place % 4 }, (_, line) => ({
        rule: "list-item-indent",
        severity: "warning" as const,
        message: "Unexpected `2` spaces, expected `1`",
        place: { ...PLACE, line: 10 + line, endLine: 10 + line },
      })),
    },
  };
}

function slugOf(place: number): string {
  return `post-${place}`;
}

function pathOf(place: number): string {
  return `posts/${slugOf(place)}.md`;
}

function nameOf(place: number): string {
  return PEOPLE[place % PEOPLE.length] ?? "";
}

function beatOf(place: number): string {
  return BEATS[place % BEATS.length] ?? "";
}
