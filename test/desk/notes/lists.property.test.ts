/** Lists as no person would make them up: every owner and every title comes back, or a question or what was left out names it. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { sortAnswers } from "../../../src/desk/notes/import-answers.js";
import { importNotes, type Import } from "../../../src/desk/notes/import-notes.js";
import { outlineNotes } from "../../../src/desk/notes/outline-notes.js";
import type { Person } from "../../../src/desk/facts/person.js";

const person = (login: string, name: string): Person => ({ login, name, aliases: [], zone: "UTC", beats: [], capacity: 3, away: [] });
const PEOPLE = [
  person("ada", "Ada Lovelace"),
  person("ghopper", "Grace Hopper"),
  person("kasia-n", "Kasia Nowak"),
  person("kasia-w", "Kasia Wolska"),
  person("ozlem", "Özlem Türeci"),
  person("tanaka", "田中"),
];
const LOGINS: Readonly<Record<string, string>> = {
  Ada: "ada",
  "Grace Hopper": "ghopper",
  "Grace H": "ghopper",
  "@ghopper": "ghopper",
  "Kasia W": "kasia-w",
  Özlem: "ozlem",
  田中: "tanaka",
};
const UNKNOWN = ["Kasia", "Babbage", "Zoë Quinn", "@stranger"];

/** Each puts a title and its owners into one entry. */
const FORMS: readonly ((title: string, names: readonly string[]) => string)[] = [
  (title, names) => `- ${title} (${names.join("/")})`,
  (title, names) => `- ${title} [${names.join(", ")}]`,
  (title, names) => `- ${title} (owner: ${names.join(", ")})`,
  (title, names) => `- ${title} (${names.join(", ")}, 12 July)`,
  (title, names) => `- ${title} - ${names.join(" & ")}`,
  (title, names) => `- ${title} – ${names.join(" and ")}`,
  (title, names) => `- ${title} — ${names.join("/")} — 2014-07-12`,
  (title, names) => `- ${title}: ${names.join(", ")}`,
  (title, names) => `- ${names.join(", ")}: ${title}`,
  (title, names) => `- ${names.join(" & ")} - ${title}`,
  (title, names) => `- **${names.join("/")}:** write "${title}"`,
  (title, names) => `- **${names.join("/")}** - ${title} (due by Friday)`,
  (title, names) => `- **${title}** — ${names.join(", ")}`,
  (title, names) => `- [ ] ${title} by ${names.join(" and ")}`,
  (title, names) => `1. ${names.join(" and ")} will write "${title}"`,
  (title, names) => `- ${names.join("/")}\n  - ${title}`,
  (title, names) => `- ${title}\n  - ${names.join(", ")}`,
  (title, names) => `- ${title}\n  - Owner: ${names.join(", ")}`,
];
const TABLE = (title: string, names: readonly string[]) => `| ${title} | ${names.join(", ")} | 12 July |`;

const word = fc.constantFrom(
  "Looms",
  "engines",
  "OCaml",
  "C++",
  "TLS",
  "(draft)",
  "it’s",
  "v1.2,",
  "naïve",
  "機械",
  "and",
  "how:",
  "a/b",
  "“quoted”",
  "re-use",
  "x – y",
  "#3",
  "Ünikernels",
  "why?",
  "50%",
);
const title = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => `The ${words.join(" ")} story`);
const names = fc.uniqueArray(fc.constantFrom(...Object.keys(LOGINS), ...UNKNOWN), {
  minLength: 1,
  maxLength: 3,
  selector: (name) => LOGINS[name] ?? name,
});
const entry = fc.record({ form: fc.nat({ max: FORMS.length - 1 }), title, names });

function read(notes: string): Extract<Import, { kind: "imported" }> {
  const found = importNotes(outlineNotes(notes), { people: PEOPLE, answers: sortAnswers([]), sections: [], columns: new Map(), taken: [] });
  if (found.kind !== "imported") throw new Error("Unexpected page without a list, expected one");
  return found;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function expectAllOf(
  { posts, questions, leftOut }: ReturnType<typeof read>,
  given: { readonly title: string; readonly names: readonly string[] },
): void {
  const asked = plain([...questions, ...leftOut].map((one) => JSON.stringify(one)).join(" "));
  const named = (text: string) => asked.includes(plain(text));
  const post = posts.find((one) => plain(one.title).includes(plain(given.title)));
  if (!post) expect(named(given.title)).toBe(true);
  for (const name of given.names) if (!post?.byline.includes(LOGINS[name] ?? name)) expect([name, named(name)]).toEqual([name, true]);
  // What is known stands in no title, unless the title was asked about.
  const known = given.names.filter((name) => LOGINS[name] !== undefined && post && ` ${plain(post.title)} `.includes(` ${plain(name)} `));
  for (const name of known) expect([name, named(name)]).toEqual([name, true]);
}

describe("lists of every form", () => {
  it("[CA24] lose no owner and no title: each comes back, or is asked about, or is said to be left out", () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: (one) => plain(one.title) }), (entries) => {
        // Each form in a list of its own kind: what stands above decides what is below.
        const notes = entries.map(({ form, ...one }) => FORMS[form]?.(one.title, one.names) ?? "").join("\n");
        const found = read(`## Blog posts\n\n${notes}\n`);
        for (const one of entries) expectAllOf(found, one);
      }),
      { numRuns: 150 },
    );
  });

  it("[CA24] the same in tables", () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: (one) => plain(one.title) }), (entries) => {
        const rows = entries.map((one) => TABLE(one.title, one.names)).join("\n");
        const found = read(`| Title | Who | When |\n| --- | --- | --- |\n${rows}\n`);
        for (const one of entries) expectAllOf(found, one);
        expect(found.posts.map((post) => post.title)).toEqual(entries.map((one) => one.title));
      }),
      { numRuns: 100 },
    );
  });

  it("[CA24] any text at all ends in time, and what is taken for a post has a title", () => {
    const odd = fc.array(
      fc.constantFrom(
        "- ",
        "(",
        ")",
        "[",
        "]",
        ": ",
        " - ",
        " – ",
        "@a",
        "Ada",
        " and ",
        "by ",
        "/",
        ",",
        "**",
        "|",
        "\n",
        "  ",
        "`",
        "x",
        "July",
        "12",
        '"',
        "to write ",
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(odd, (parts) => {
        const found = importNotes(outlineNotes(`## Posts\n\n- ${parts.join("")}\n`), {
          people: PEOPLE,
          answers: sortAnswers([]),
          sections: [],
          columns: new Map(),
          taken: [],
        });
        for (const { title: one, slug } of found.kind === "imported" ? found.posts : []) expect([one.trim(), slug]).not.toContain("");
      }),
      { numRuns: 150 },
    );
    for (const mean of ["(", "- ", "@a ", "a, ", "Ada and ", "by ", " – ", "x: ", "**", "July "]) {
      const began = performance.now();
      importNotes(outlineNotes(`## Posts\n\n- ${mean.repeat(4000)}\n`), {
        people: PEOPLE,
        answers: sortAnswers([]),
        sections: [],
        columns: new Map(),
        taken: [],
      });
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });
});
