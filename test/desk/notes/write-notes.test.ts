/** The section for the next meeting, and its way back through the importer. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Person } from "../../../src/desk/facts/person.js";
import type { JudgedCampaign, JudgedPost } from "../../../src/desk/judged.js";
import { sortAnswers } from "../../../src/desk/notes/import-answers.js";
import { importNotes } from "../../../src/desk/notes/import-notes.js";
import { outlineNotes } from "../../../src/desk/notes/outline-notes.js";
import { slugOfTitle } from "../../../src/desk/notes/promise-slug.js";
import { writeNotes } from "../../../src/desk/notes/write-notes.js";
import { STAGES } from "../../../src/desk/stage.js";
import { readInstant } from "../../../src/desk/time/zone.js";

const at = (text: string) => readInstant(text);

function post(slug: string, given: Partial<JudgedPost> = {}): JudgedPost {
  return {
    slug,
    title: slug,
    campaign: "OSCON 2014",
    promised: true,
    byline: ["yallop"],
    stage: "promised",
    turn: "byline",
    waitingFor: ["yallop"],
    reasons: [],
    stopped: null,
    submissions: [],
    leading: null,
    slot: null,
    announced: [],
    asked: [],
    approvals: { by: [], needed: 1 },
    findings: [],
    live: null,
    ...given,
  };
}

const slot = (day: string, lateness: NonNullable<JudgedPost["slot"]>["lateness"] = "on time") => ({
  at: at(`${day}T11:00:00Z`),
  by: null,
  why: "the first one free",
  draftBy: at(`${day}T11:00:00Z`),
  reviewBy: at(`${day}T11:00:00Z`),
  lateness,
});

const campaign = (posts: readonly JudgedPost[], name = "OSCON 2014"): JudgedCampaign => ({
  name,
  deadline: at("2014-07-21T08:00:00Z"),
  board: null,
  slugs: posts.map(({ slug }) => slug),
  live: posts.filter(({ stage }) => stage === "live").length,
  dropped: posts.filter(({ stage }) => stage === "dropped").length,
  total: posts.length,
  buffer: null,
  conflict: null,
  ahead: { free: [], closed: [] },
});

const person = (login: string, name: string): Person => ({ login, name, aliases: [], zone: "UTC", beats: [], capacity: 3, away: [] });
const PEOPLE = [
  person("yallop", "Jeremy Yallop"),
  person("hannesm", "Hannes Mehnert"),
  person("pqwy", "David Kaloper"),
  person("avsm", "Anil Madhavapeddy"),
];

describe("notes for the next meeting", () => {
  it("[CA20] tell what is late, on the way, live and dropped, and who has the ball", () => {
    const posts = [
      post("introducing-ocaml-tls", {
        title: "Introducing TLS (in pure OCaml)",
        byline: ["hannesm", "pqwy"],
        stage: "live",
        turn: "nobody",
        live: { at: at("2014-07-08T14:11:00Z"), by: "avsm", pull: 151, path: "posts/tls.md" },
      }),
      post("ctypes", { title: "Ctypes", stage: "in review", turn: "reviewer", waitingFor: ["avsm", "hannesm"], slot: slot("2014-07-15") }),
      post("vchan", { title: "Vchan: low latency", byline: [], waitingFor: [], slot: slot("2014-07-16", "draft late") }),
      post("conduit", {
        title: "Conduit",
        byline: ["avsm"],
        stage: "held",
        turn: "nobody",
        stopped: { by: "avsm", why: "the API may still change.", at: at("2014-07-10T00:00:00Z") },
      }),
      post("mirage-integration", { title: "Mirage integration", stage: "dropped", turn: "nobody" }),
      post("surprise", { title: "A surprise", promised: false, campaign: null }),
    ];
    expect(writeNotes(posts, campaign(posts.slice(0, 5)), PEOPLE, "Europe/London")).toBe(
      `#### Blog posts: OSCON 2014 ####

1 of 4 live before the deadline, 1 dropped. The deadline is Mon 21 July 2014, 09:00 (Europe/London).

Late:

- Vchan: low latency (nobody yet) \`vchan\`: promised. Its draft is late. Its slot is Wed 16 July. Waiting for the writer.

In progress:

- Ctypes (Jeremy Yallop): in review. Its slot is Tue 15 July. Waiting for Anil Madhavapeddy/Hannes Mehnert.
- Conduit (Anil Madhavapeddy): held. Held by Anil Madhavapeddy: the API may still change. It has no slot yet.

Live:

- Introducing TLS (in pure OCaml) (Hannes Mehnert/David Kaloper) \`introducing-ocaml-tls\`: live since Tue 8 July.

Dropped:

- ~~Mirage integration (Jeremy Yallop)~~

Also in progress, but not in the plan: A surprise.
`,
    );
  });

  it("[CA21] come back through the importer as the same promises, whatever titles and names are like", () => {
    const odd = fc.string({ unit: fc.constantFrom(...Array.from("()[]{}<>*_`~#+-=:;,./\\!\"'|&@$%^0123 aBé日\t\u00a0"), " (", ") ", ": ", "](", "**", "~~", "1. ", "- ", "&amp;", "http://a.b", "Anil", "(Anil)", "<!--", "post on ", "[x] "), minLength: 1, maxLength: 14 }); // prettier-ignore
    const title = fc
      .oneof(odd, fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.lorem({ maxCount: 20 }))
      .filter((text) => text.trim() !== "");
    const name = fc
      .oneof(fc.constantFrom("Kim Smith", "and", "A/B", "Nobody", "TLS", "Anil", "Dr. No, MD", "Ludlam"), odd)
      .filter((text) => text.trim() !== "");
    const people = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), name), {
      maxLength: 4,
      selector: ([login]) => login,
    });
    const world = people.chain((pairs) =>
      fc.record({
        people: fc.constant(pairs.map(([login, full]) => person(login, full.trim()))),
        posts: fc.uniqueArray(
          fc.record({
            title,
            slug: fc.option(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/), { nil: null }),
            byline: fc.uniqueArray(fc.constantFrom(...pairs.map(([login]) => login), "Zebedee", "Xyl"), { maxLength: 3 }),
            stage: fc.constantFrom(...STAGES),
            why: odd,
          }),
          { maxLength: 6, selector: (one) => (one.slug ?? slugOfTitle(one.title)).toLowerCase() },
        ),
      }),
    );
    fc.assert(
      fc.property(world, ({ people: known, posts: given }) => {
        const posts = given.map(({ slug, why, ...one }) =>
          post(slug ?? slugOfTitle(one.title), { ...one, turn: "nobody", stopped: { by: "avsm", why, at: at("2014-07-10T00:00:00Z") } }),
        );
        const notes = writeNotes(posts, campaign(posts), known, "UTC");
        const back = importNotes(outlineNotes(notes), {
          people: known,
          answers: sortAnswers([]),
          sections: [],
          columns: new Map(),
          taken: [],
        });
        const kept = posts.filter(({ stage }) => stage !== "dropped");
        const promises = (some: readonly Pick<JudgedPost, "slug" | "title" | "byline">[]) =>
          some.map(({ slug, title: one, byline }) => `${slug} | ${one.replace(/\s+/gu, " ").trim()} | ${byline.join("/")}`).sort();
        if (posts.length === 0) expect(back.kind).toBe("no list");
        else expect(promises(back.kind === "imported" ? back.posts : [])).toEqual(promises(kept));
      }),
      { numRuns: 300 },
    );
  });

  it("[CA22] are of one campaign, in the order of its slots", () => {
    const posts = [post("b"), post("a"), post("c", { campaign: "another" })];
    const notes = writeNotes(posts, { ...campaign(posts), slugs: ["a", "b"] }, PEOPLE, "UTC");
    expect(notes.match(/^- \w/gm)).toEqual(["- a", "- b"]);
  });
});
