/** From meeting notes to promises: what is decided, what is asked, and what is never guessed. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import type { Person } from "../../../src/desk/facts/person.js";
import { sortAnswers, type AnswerPair } from "../../../src/desk/notes/import-answers.js";
import { importNotes, type ImportOptions, type Import } from "../../../src/desk/notes/import-notes.js";
import { outlineNotes } from "../../../src/desk/notes/outline-notes.js";
import { writePlan } from "../../../src/desk/notes/write-plan.js";
import { FIRST, MEETING } from "./meeting-2014-06-24.js";

type Imported = Extract<Import, { kind: "imported" }>;

const person = (login: string, name: string, aliases: readonly string[] = []): Person => ({
  login,
  name,
  aliases,
  zone: "UTC",
  beats: [],
  capacity: 3,
  away: [],
});

const SEASON = [
  person("hannesm", "Hannes Mehnert"),
  person("pqwy", "David Kaloper"),
  person("djs55", "Dave Scott", ["David Scott"]),
  person("jonludlam", "Jon Ludlam"),
  person("yallop", "Jeremy Yallop"),
  person("talex5", "Thomas Leonard"),
  person("samoht", "Thomas Gazagnaire"),
  person("avsm", "Anil Madhavapeddy"),
];

type Requests = Partial<Omit<ImportOptions, "answers">> & { readonly answers?: readonly AnswerPair[] };

function imported(notes: string, { answers = [], ...requests }: Requests = {}): Imported {
  const options = { people: [], sections: [], columns: new Map(), taken: [], ...requests };
  const found = importNotes(outlineNotes(notes), { ...options, answers: sortAnswers(answers) });
  if (found.kind !== "imported") throw new Error(found.kind);
  return found;
}

const list = (...bullets: readonly string[]) => `#### Blog posts ####\n\n${bullets.join("\n")}\n`;
const promises = (found: Imported) => found.posts.map(({ title, byline }) => `${title} (${byline.join("/")})`);
const asked = (found: Imported) =>
  found.questions.map((question) => {
    if (question.kind === "who") return question.name;
    return question.kind === "list or note"
      ? `${question.line}: ${question.text}`
      : `${question.kind} ${"line" in question ? question.line : ""}`.trim();
  });

describe("the list of 24 June 2014", () => {
  it("[CA1] gives the twelve posts that were promised, with their owners, each with its line", () => {
    const found = imported(MEETING, { people: SEASON, answers: [["David", "pqwy"]] });
    expect(found.posts.map(({ slug, title, byline, line }) => [line - FIRST, slug, title, byline.join()])).toEqual([
      [0, "overview-of-tls", "Overview of TLS", "hannesm,pqwy"],
      [0, "tls-api", "TLS: API", "hannesm,pqwy"],
      [0, "tls-attacks-mitigations", "TLS attacks/mitigations", "hannesm,pqwy"],
      [0, "tls-mirage-integration", "TLS: Mirage integration", "hannesm,pqwy"],
      [0, "tls-asn1-lib", "TLS: asn1 lib", "hannesm,pqwy"],
      [0, "tls-x509-lib", "TLS: x509 lib", "hannesm,pqwy"],
      [0, "tls-nocrypto-lib", "TLS: nocrypto lib", "hannesm,pqwy"],
      [1, "vchan", "Vchan", "jonludlam"],
      [2, "ctypes", "Ctypes", "yallop"],
      [3, "minios-arm", "Minios/ARM", "talex5"],
      [4, "irmin", "Irmin", "samoht"],
      [5, "conduit", "Conduit", "avsm"],
    ]);
    expect(found.lists.map(({ heading }) => heading)).toEqual(["Blog posts before the conference"]);
    expect(found.questions).toEqual([]);
    expect(found.leftOut).toEqual([]);
  });

  it("[CA2] the David of the list is asked for, since two people of the desk are called so", () => {
    const found = imported(MEETING, { people: SEASON });
    expect(found.questions).toEqual([
      { kind: "who", name: "David", lines: [FIRST], perhaps: ["David Kaloper (@pqwy)", "Dave Scott (@djs55)"] },
    ]);
    expect(found.posts[0]?.byline).toEqual(["hannesm", "David"]);
  });

  it("[CA2] with nobody in the desk every owner is asked for, and none is given a login", () => {
    const found = imported(MEETING);
    expect(asked(found)).toEqual(["Hannes", "David", "Jon L", "Jeremy", "Thomas L", "Thomas G", "Anil"]);
    expect(found.posts.map(({ byline }) => byline.join("/")).slice(6)).toEqual([
      "Hannes/David",
      "Jon L",
      "Jeremy",
      "Thomas Leonard",
      "Thomas Gazagnaire",
      "Anil",
    ]);
  });

  it("[CA3] becomes a plan that the desk accepts once its people are known", () => {
    const answers = Object.entries({
      hannes: "hannesm",
      david: "pqwy",
      "jon l": "jonludlam",
      jeremy: "yallop",
      "thomas l": "talex5",
      "thomas g": "samoht",
      anil: "avsm",
    });
    const answered = imported(MEETING, { answers });
    const yaml = writePlan("OSCON 2014", "2014-07-21T09:00[Europe/London]", answered);
    const { desk, findings } = readDesk(yaml);
    expect(findings).toEqual([]);
    expect(desk?.campaigns[0]?.posts.map(({ slug, byline }) => [slug, byline])).toEqual(
      answered.posts.map(({ slug, byline }) => [slug, byline]),
    );
    expect(desk?.people.find(({ login }) => login === "talex5")?.name).toBe("Thomas Leonard");
    expect(yaml).toContain(`# line ${FIRST + 2}: Ctypes (Jeremy): Useful for inter-VM lib linking\n      - slug: ctypes`);
  });

  it("[CA3] until then the desk names those who are not known", () => {
    const yaml = writePlan("OSCON 2014", "2014-07-21T09:00[Europe/London]", imported(MEETING));
    const { desk, findings } = readDesk(yaml);
    expect(desk).toBeNull();
    expect(new Set(findings.map(({ message }) => message.split(" in ")[0]))).toEqual(
      new Set(
        ["Hannes", "David", "Jon L", "Jeremy", "Thomas Leonard", "Thomas Gazagnaire", "Anil"].map(
          (name) => `Unexpected person \`${name}\``,
        ),
      ),
    );
  });
});

describe("whose a post is", () => {
  it("[CA4] a name fits a person by first name and initial, by alias, by login, by one of its words", () => {
    const people = [...SEASON, person("yomimono", "Mindy Preston", ["Mindy"])];
    const found = imported(
      list("- a (Thomas L)", "- b (mindy)", "- c (@AVSM)", "- d (Ludlam)", "- e (Jeremy Y.)", "- f (Hannes Mehnert)"),
      { people },
    );
    expect(promises(found)).toEqual(["a (talex5)", "b (yomimono)", "c (avsm)", "d (jonludlam)", "e (yallop)", "f (hannesm)"]);
    expect(found.questions).toEqual([]);
  });

  it("[CA5] a name that two people go by, or one person and a stranger at the meeting, is a question", () => {
    expect(asked(imported(list("- a (Thomas)", "- b (Thomas L)"), { people: SEASON }))).toEqual(["Thomas"]);
    const notes = `Attendees: Thomas Lee, Anil Madhavapeddy\n\n${list("- a (Thomas L)", "- b (Anil)")}`;
    expect(imported(notes, { people: SEASON }).questions).toEqual([
      { kind: "who", name: "Thomas L", lines: [5], perhaps: ["Thomas Leonard (@talex5)", "Thomas Lee"] },
    ]);
  });

  it("[CA5] a login that happens to be another's first name is a question, unless it is written with an @", () => {
    const people = [person("jon", "Pat Smith"), person("jonludlam", "Jon Ludlam")];
    expect(asked(imported(list("- a (Jon)"), { people }))).toEqual(["Jon"]);
    expect(promises(imported(list("- a (@jon)"), { people }))).toEqual(["a (jon)"]);
  });

  it("[CA6] an answer decides for the whole page, and nobody is an answer", () => {
    const found = imported(list("- a (Jon L/Kim)", "- b (Jon L)", "- c (Kim)"), { answers: [["JON L", "@jonludlam"], ["Kim", "nobody"]] }); // prettier-ignore
    expect(promises(found)).toEqual(["a (jonludlam)", "b (jonludlam)", "c ()"]);
    expect(found.newcomers).toEqual([{ login: "jonludlam", name: "Jon L", alias: "Jon L", byNotes: false }]);
  });

  it("[CA7] attendees are read over wrapped lines, from a list, and without their chair", () => {
    const who = (text: string) => outlineNotes(text).attendees;
    expect(who(MEETING)).toEqual([
      "Amir Chaudhry",
      "Thomas Gazagnaire",
      "Thomas Leonard",
      "Anil Madhavapeddy",
      "Hannes Mehnert",
      "David Scott",
    ]);
    expect(who("*Attendees*:\nMort, Vincent\nBernardoff and Dave Scott.\n")).toEqual(["Mort", "Vincent Bernardoff", "Dave Scott"]);
    expect(who("### Attendees ###\n\n- Anil (chair)\n- Amir\n")).toEqual(["Anil", "Amir"]);
    expect(who("The attendees were many\n")).toEqual([]);
  });
});

describe("what a bullet says", () => {
  const people = SEASON;

  it("[CA8] owners stand in brackets, divided by /, commas, & or and", () => {
    const found = imported(
      list("- a (Hannes/Anil)", "- b (Hannes, Jeremy and Anil)", "- c (Hannes & Anil): soon", "- d (Anil) - nearly done"),
      { people },
    );
    expect(promises(found)).toEqual(["a (hannesm/avsm)", "b (hannesm/yallop/avsm)", "c (hannesm/avsm)", "d (avsm)"]);
  });

  it("[CA8] brackets that name nobody belong to the title", () => {
    const found = imported(
      list("- Transport layer security (TLS) in OCaml (Hannes)", "- Xen (draft)", "- Mirage (nobody yet)", "- Vchan: low latency (Jon L)"),
      {
        people,
      },
    );
    expect(promises(found)).toEqual([
      "Transport layer security (TLS) in OCaml (hannesm)",
      "Xen (draft) ()",
      "Mirage ()",
      "Vchan: low latency (jonludlam)",
    ]);
  });

  it("[CA9] three or more short things after a colon are posts of the group; a sentence is a note", () => {
    const found = imported(
      list(
        "- TLS (Hannes): handshake overview, API, X.509 (Anil) and more, TLS in the browser",
        "- Irmin (Thomas G): Works, on Xen. Tests, too",
      ),
      { people },
    );
    expect(promises(found)).toEqual([
      "TLS: handshake overview (hannesm)",
      "TLS: API (hannesm)",
      "TLS: X.509 (Anil) and more (hannesm)",
      "TLS in the browser (hannesm)",
      "Irmin (samoht)",
    ]);
    expect(promises(imported(list("- TLS (Hannes): the handshake, the API (Anil), the browser"), { people }))).toEqual([
      "TLS: the handshake (hannesm)",
      "TLS: the API (avsm)",
      "TLS: the browser (hannesm)",
    ]);
  });

  it("[CA10] two things, or single words, after a colon may be either, so that is asked, and taken for a note until then", () => {
    const notes = list("- TLS (Hannes): the API, the browser", "- Ctypes (Jeremy): fast, safe, portable");
    const open = imported(notes, { people });
    expect(asked(open)).toEqual(["3: the API, the browser", "4: fast, safe, portable"]);
    expect(promises(open)).toEqual(["TLS (hannesm)", "Ctypes (yallop)"]);
    const answered = imported(notes, { people, answers: [["3", "list"], ["4", "note"]] }); // prettier-ignore
    expect(promises(answered)).toEqual(["TLS: the API (hannesm)", "TLS: the browser (hannesm)", "Ctypes (yallop)"]);
    expect(answered.questions).toEqual([]);
  });

  it("[CA11] short bullets below a bullet are posts of its owners, long ones its minutes", () => {
    const found = imported(
      list(
        "- TLS (Hannes/Jeremy)",
        "  - overview",
        "  - X.509 (Anil)",
        "- Irmin (Thomas G)",
        "  - It will be about how the storage came to be and why it works.",
      ),
      { people },
    );
    expect(promises(found)).toEqual(["TLS: overview (hannesm/yallop)", "TLS: X.509 (avsm)", "Irmin (samoht)"]);
    expect(found.posts.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  it("[CA12] the habit of 2013, the owner first, is read too; other actions, remarks and struck posts are left out and said", () => {
    const found = imported(
      list(
        "* Jeremy: write blog post on Mirari.",
        "* Hannes/Anil: finish the post about entropy",
        "* Anil: sort out the machines",
        "* ~~Conduit (Anil)~~",
        "* We should all remember that these must be read by somebody before they go up on the site. Soon",
      ),
      { people },
    );
    expect(promises(found)).toEqual(["Mirari (yallop)", "Entropy (hannesm/avsm)"]);
    const strangers = imported(list("- Kim/Lee: write blog post on Mirari.", "- Kim will draft a post on Opam", "- **Kim**: book a room"));
    expect(promises(strangers)).toEqual(["Mirari (Kim/Lee)", "Opam (Kim)"]);
    expect([asked(strangers), strangers.leftOut.map(({ line }) => line)]).toEqual([["Kim", "Lee"], [5]]);
    expect(found.leftOut.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      "5: it asks for something that is not a post",
      "6: it is crossed out (~~…~~)",
      "7: it looks like a remark, not like a post",
    ]);
  });

  it("[CA13] slugs are unique, whatever the case, and those of other campaigns are left alone", () => {
    const found = imported(list("- Irmin (Anil)", "- IRMIN! (Anil)", "- Conduit (Anil)", "- 日本語 (Anil)", "- Élan vital (Anil)"), {
      people,
      taken: ["Conduit"],
      answers: [["4", "other"]],
    });
    const slugs = found.posts.map(({ slug }) => slug);
    expect([...slugs.slice(0, 3), slugs[4]]).toEqual(["irmin", "irmin-2", "conduit-2", "elan-vital"]);
    expect(slugs[3]).toMatch(/^post-[0-9a-f]{8}$/);
    expect(imported(list("- 日本語 (Anil)"), { people }).posts[0]?.slug).toBe(slugs[3]);
  });
});

describe("what is asked", () => {
  const people = SEASON;
  const owners = (found: Imported) =>
    found.questions.flatMap((one) => (one.kind === "owner" ? [`${one.line}: ${one.title}, perhaps ${one.perhaps.join("/")}`] : []));

  it("[CA25] a post of nobody is an open question, with those who are named beside it, and an answer settles its line", () => {
    const notes = list(
      "- Irmin – ???",
      "  - Anil: I might help",
      "- Conduit for Kim (Anil): with Jeremy",
      "- Xen: Kim Smith",
      "- Vchan (Jon L or Anil)",
    );
    const found = imported(notes, { people });
    expect(promises(found)).toEqual(["Irmin ()", "Conduit for Kim (avsm)", "Xen: Kim Smith ()", "Vchan ()"]);
    expect(owners(found)).toEqual([
      "3: Irmin, perhaps Anil",
      "5: Conduit for Kim, perhaps Jeremy",
      "6: Xen: Kim Smith, perhaps Xen/Kim Smith",
      "7: Vchan, perhaps Jon L/Anil",
    ]);
    const answers = [["3", "nobody"], ["5", "avsm/@yallop"], ["Kim Smith", "kims"], ["7", "jonludlam"]] as const; // prettier-ignore
    const settled = imported(notes, { people, answers });
    expect(promises(settled)).toEqual(["Irmin ()", "Conduit for Kim (avsm/yallop)", "Xen (kims)", "Vchan (jonludlam)"]);
    expect(asked(settled)).toEqual([]);
  });

  it("[CA25] a name that is none is a part of the title, when an answer says so", () => {
    const notes = list("- State in web pages (Redux)");
    expect([promises(imported(notes)), asked(imported(notes))]).toEqual([["State in web pages (Redux)"], ["Redux"]]);
    const told = imported(notes, {
      answers: [
        ["redux", "title"],
        ["3", "nobody"],
      ],
    });
    expect([told.posts[0]?.title, told.posts[0]?.byline, asked(told)]).toEqual(["State in web pages (Redux)", [], []]);
  });

  it("[CA26] a table is read by its headers, struck, finished and empty rows left out by name", () => {
    const rows =
      "| Irmin | Thomas G<br>Anil | 17 July | |\n| ~~Xen~~ | Anil | | |\n| Conduit | tbd | | live |\n| | Anil | | |\n| Vchan | jon | | |";
    const found = imported(`## Posts\n\n| Topic | Author | Publish | PR |\n| - | - | - | - |\n${rows}\n`, { people });
    expect(promises(found)).toEqual(["Irmin (samoht/avsm)", "Vchan (jonludlam)"]);
    expect(found.posts[0]?.day).toBe("17 July");
    expect(found.leftOut.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      "6: it is crossed out (~~…~~)",
      "7: it is said to be done",
      "8: its row has no title",
    ]);
  });

  it("[CA26] a table whose headers say nothing is asked about, or read by the columns that are named", () => {
    const notes = "## Posts\n\n| Poem | Poet |\n| - | - |\n| Irmin | Anil |\n";
    const sections = ["Posts"];
    expect(imported(notes, { people, sections }).questions).toEqual([{ kind: "columns", line: 3, header: ["Poem", "Poet"] }]);
    const columns = new Map([["title", ["poem"]], ["owner", ["Poet"]]] as const); // prettier-ignore
    expect(promises(imported(notes, { people, columns }))).toEqual(["Irmin (avsm)"]);
    expect(asked(imported(notes, { people, sections, answers: [["3", "skip"]] }))).toEqual([]);
  });

  it("[CA27] of action items those that promise a post are read, and the others are asked about or left out", () => {
    const notes =
      "# Call\n\n## Action items\n\n- [ ] AI: @avsm to blog about Irmin\n- Anil: chase the hosts\n- Jeremy - Ctypes\n- Jon L: draft an email\n";
    const found = imported(notes, { people });
    expect(promises(found)).toEqual(["Irmin (avsm)"]);
    expect([asked(found), found.leftOut.map(({ line }) => line)]).toEqual([["post or not 7", "post or not 8"], [6]]);
    const told = imported(notes, { people, answers: [["7", "post"], ["8", "skip"]] }); // prettier-ignore
    expect([promises(told), asked(told)]).toEqual([["Irmin (avsm)", "Ctypes (yallop)"], []]);
  });

  it("[CA28] a login is a new person where there is no desk, and a question where the desk does not have it", () => {
    const notes = list("- Irmin (@samoht)", "- Xen @stranger");
    const found = imported(notes);
    expect([promises(found), asked(found)]).toEqual([["Irmin (samoht)", "Xen (stranger)"], []]);
    expect(found.newcomers).toMatchObject([
      { login: "samoht", byNotes: true },
      { login: "stranger", byNotes: true },
    ]);
    expect(asked(imported(notes, { people }))).toEqual(["@stranger"]);
    expect(asked(imported(list("- Irmin (@Thomas)"), { people }))).toEqual(["@Thomas"]);
  });
});

describe("where the list is", () => {
  const find = (notes: string, ...sections: readonly string[]) => imported(notes, { people: SEASON, sections });
  const headings = ({ lists }: Imported) => lists.map(({ heading }) => heading);
  const none = (notes: string, ...sections: readonly string[]) =>
    importNotes(outlineNotes(notes), { people: SEASON, answers: sortAnswers([]), sections, columns: new Map(), taken: [] });

  it("[CA14] it is found by its heading, and a list of links is none", () => {
    const notes =
      "## Blog posts\n\n- [a](https://a.example)\n- [b](https://b.example) and [c](https://c.example)\n\n## Posts for July\n\n- Irmin (Thomas G)\n";
    expect(headings(find(notes))).toEqual(["Posts for July"]);
    const talks = "# Talks\n\nOnly two.\n\n## Monday\n\n- Irmin (Anil)\n\n## Post-mortem\n\n- Nobody slept\n";
    expect(none(talks)).toMatchObject({
      kind: "no list",
      sections: [{ heading: "Talks", line: 1, entries: 0, paragraphs: 1 }, { entries: 1 }, {}],
    });
    expect(headings(find(talks, "talk"))).toEqual(["Talks"]);
  });

  it("[CA14] two that fit are both read, and which are meant is asked", () => {
    const notes = "## Blog posts\n\n- a (Anil)\n\n## Blog posts\n\n- b (Anil)\n";
    expect(find(notes)).toMatchObject({
      posts: [{ slug: "a" }, { slug: "b" }],
      questions: [{ kind: "which lists", lists: [{ line: 1 }, { line: 5 }] }],
    });
    for (const found of [find(notes, "5"), imported(notes, { people: SEASON, answers: [["lists", "5"]] })])
      expect([promises(found), asked(found)]).toEqual([["b (avsm)"], []]);
    expect(asked(imported(notes, { people: SEASON, answers: [["lists", "all"]] }))).toEqual([]);
  });

  it("[CA14] a section that is named is read whatever it is called, or what it holds is said", () => {
    const notes = "# Notes\n\n## July\n\nWe met.\n\nWe parted.\n\n## Ideas\n\n- [a](https://a.example) (Anil)\n";
    expect(none(notes, "july")).toMatchObject({ kind: "no list", asked: [{ heading: "July", line: 3, entries: 0, paragraphs: 2 }] });
    expect(promises(find(notes, "Ideas"))).toEqual(["a (avsm)"]);
    expect(promises(find(notes, "9"))).toEqual(["a (avsm)"]);
  });

  it("[CA14] a page about posts is no list of its agenda, nor of who was there", () => {
    const notes = "# Blog sync\n\n## Attendees\n\n- Anil\n\n## Agenda\n\n- hosting\n\n## Next steps\n\n- Anil: Conduit\n";
    expect(promises(find(notes))).toEqual(["Conduit (avsm)"]);
  });

  it("[CA14] a page that is only a list needs no heading", () => {
    expect(promises(find("- Irmin (Anil)\n"))).toEqual(["Irmin (avsm)"]);
  });
});
