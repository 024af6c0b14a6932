/** The command `presstime import`, from the command line to its end. */
import { describe, expect, it } from "@jest/globals";
import { EXAMPLE_DESK } from "../../scripts/docs/example-desk.js";
import { registerImport } from "../../src/cli/notes/import.js";
import { readDesk } from "../../src/desk/config/read-desk.js";
import { FIRST, MEETING } from "../desk/notes/meeting-2014-06-24.js";
import { paperConsole, run } from "./paper-console.js";

const TO_OSCON = ["--campaign", "OSCON 2014", "--deadline", "2014-07-21T09:00[Europe/London]"];
const ALL = ["Hannes=hannesm", "David=pqwy", "Jon L=jonludlam", "Jeremy=yallop", "Thomas L=talex5", "Thomas G=samoht", "Anil=avsm"];

describe("presstime import", () => {
  it("[CA15] writes the plan and ends with 0 when all is decided", async () => {
    const said = await run(registerImport, paperConsole({ "notes.md": MEETING }), ["import", "notes.md", ...TO_OSCON, "--answers", ...ALL]);
    expect(said.code).toBe(0);
    expect(said.err).toBe("12 posts from `Blog posts before the conference`.\n");
    expect(readDesk(said.out).desk?.campaigns[0]).toMatchObject({
      name: "OSCON 2014",
      deadline: "2014-07-21T08:00:00Z",
      posts: { length: 12 },
    });
  });

  it("[CA15] with questions open it lists them with their answers' form, writes the plan all the same and ends with 3", async () => {
    const said = await run(registerImport, paperConsole({ "notes.md": MEETING }), [
      "import",
      "notes.md",
      ...TO_OSCON,
      "--answers",
      ...ALL.slice(0, 4),
    ]);
    expect(said.code).toBe(3);
    expect(said.err).toBe(`12 posts from \`Blog posts before the conference\`.
3 questions have no answer yet. Until you answer, the plan keeps what is written in the notes. Answer with \`--answers\`, or with a file of answers, one on a line:
  line ${FIRST + 3}: who is \`Thomas L\`? It could be \`Thomas Leonard\`. --answers "Thomas L=LOGIN" or "Thomas L=nobody"
  line ${FIRST + 4}: who is \`Thomas G\`? It could be \`Thomas Gazagnaire\`. --answers "Thomas G=LOGIN" or "Thomas G=nobody"
  line ${FIRST + 5}: who is \`Anil\`? It could be \`Anil Madhavapeddy\`. --answers Anil=LOGIN or Anil=nobody
`);
    expect(said.out).toContain("byline: [Thomas Leonard]");
  });

  it("[CA15] the people of a desk file decide, and a campaign that it has already is mentioned", async () => {
    const files = { "notes.md": "## Blog posts\n\n- ARM (Thomas L)\n- Irmin (Thomas G/Mindy P)\n", "desk.yml": EXAMPLE_DESK };
    const said = await run(registerImport, paperConsole(files), ["import", "notes.md", ...TO_OSCON, "--desk", "desk.yml"]);
    expect([said.code, said.err]).toEqual([
      0,
      "2 posts from `Blog posts`.\ndesk.yml already has a campaign `OSCON 2014`. Replace it with the campaign that is printed here.\n",
    ]);
    expect(said.out).toContain("byline: [talex5]");
    expect(said.out).toContain("byline: [samoht, yomimono]");
    expect(said.out).not.toContain("people:");
  });

  it("[CA16] on a terminal it asks, asks again after an answer that can be none, and leaves open what is not answered", async () => {
    const notes = "## Blog posts\n\n- ARM (Thomas L)\n- TLS (Hannes): the API, the browser\n- Irmin (Kim)\n";
    const io = paperConsole({ "notes.md": notes }, ["who knows?", "@talex5", "hannesm", "", "perhaps", "list"]);
    const said = await run(registerImport, io, ["import", "notes.md", ...TO_OSCON]);
    expect(said.asked).toEqual([
      "Line 3: who is `Thomas L`? [GitHub login, nobody, title, or press Enter to skip] ",
      "Line 3: who is `Thomas L`? [GitHub login, nobody, title, or press Enter to skip] ",
      "Line 4: who is `Hannes`? [GitHub login, nobody, title, or press Enter to skip] ",
      "Line 5: who is `Kim`? [GitHub login, nobody, title, or press Enter to skip] ",
      "Line 4: is `the API, the browser` a list of posts or a note? It was taken for a note. [list, note, or press Enter to skip] ",
      "Line 4: is `the API, the browser` a list of posts or a note? It was taken for a note. [list, note, or press Enter to skip] ",
    ]);
    expect(said.code).toBe(3);
    expect(said.err).toContain("`who knows?` is not a login and not a name in the desk file. Write a GitHub login");
    expect(said.err).toContain("1 question has no answer yet");
    expect(said.out.match(/byline: .*/g)).toEqual(["byline: [talex5]", "byline: [hannesm]", "byline: [hannesm]", "byline: [Kim]"]);
  });

  it("[CA16] a file of answers settles what is open, and a post of nobody is asked for with those it may be of", async () => {
    const notes = "## Blog posts\n\n- Irmin – ???\n  - Anil: I may\n- Irmin (Anil, 12 July)\n- ARM (Thomas)\n- ARM tools (@new)\n";
    const answers = '# who\nThomas=talex5\n--answers "@new=new"\n\n3=nobody\n5=other\n';
    const files = { "notes.md": notes, "desk.yml": EXAMPLE_DESK, answers };
    const line = ["import", "notes.md", ...TO_OSCON, "--desk", "desk.yml"];
    const open = await run(registerImport, paperConsole(files, []), line);
    expect(open.asked).toEqual([
      "Line 6: who is `Thomas`? It could be `Thomas Gazagnaire (@samoht)` or `Thomas Leonard (@talex5)`. [GitHub login, nobody, or press Enter to skip] ",
      "Line 7: who is `@new`? [GitHub login, nobody, title, or press Enter to skip] ",
      "Line 5: is `Irmin` the same post as on line 3, or another one? It was taken for the same. [same, other, or press Enter to skip] ",
    ]);
    expect(open.code).toBe(3);
    const settled = await run(registerImport, paperConsole(files), [...line, "--answers", "answers"]);
    expect(settled.code).toBe(0);
    expect(settled.err).toContain("line 5: `12 July` for `Irmin`\n");
    expect(settled.out.match(/(?:slug|byline): .*/g)).toEqual([
      "slug: irmin", "byline: []", "slug: irmin-2", "byline: [avsm]", "slug: arm", "byline: [talex5]", "slug: arm-tools", "byline: [new]",
    ]); // prettier-ignore
  });

  it("[CA26] a sheet saved as CSV is read by its name or by --format, whatever parts its cells", async () => {
    const read = async (name: string, text: string, ...more: readonly string[]) => {
      const said = await run(registerImport, paperConsole({ [name]: text, "desk.yml": EXAMPLE_DESK }), [
        "import",
        name,
        ...TO_OSCON,
        "--desk",
        "desk.yml",
        ...more,
      ]);
      return [said.code, said.out.match(/(?:# line|title|byline).*/g)];
    };
    const plan = ["# line 2: Irmin, and more | Thomas G / Anil | 12 July", "title: Irmin, and more", "byline: [samoht, avsm]"];
    expect(await read("s.csv", '\ufeffTitle,Author,Due\r\n"Irmin, and\nmore",Thomas G / Anil,12 July\r\n')).toEqual([0, plan]);
    expect(
      await read(
        "s.txt",
        "Headline;Poet;Due\nIrmin, and more;Thomas G / Anil;12 July\n",
        "--format",
        "csv",
        "--columns",
        "title=Headline",
        "owner=Poet",
      ),
    ).toEqual([0, plan]);
    expect((await read("s.tsv", "Title\tWho\nIrmin\t\n"))[0]).toBe(3);
    expect((await read("s.csv", "\n"))[0]).toBe(2);
  });

  it("[CA15] ends with 2 and says why when nothing can be written", async () => {
    const end = async (files: Readonly<Record<string, string | Uint8Array>>, ...line: readonly string[]) => {
      const said = await run(registerImport, paperConsole(files), ["import", "notes.md", ...line]);
      expect([said.code, said.out]).toEqual([2, ""]);
      return said.err;
    };
    expect(await end({ "notes.md": MEETING }, "--campaign", "x", "--deadline", "2014-07-21T09:00")).toMatch(
      /^Presstime cannot read the time of `--deadline`\. .*without a zone/,
    );
    expect(await end({}, ...TO_OSCON)).toBe("The file notes.md cannot be read. Check its path and its permissions.\n");
    expect(await end({ "notes.md": "# Talks\n" }, ...TO_OSCON)).toBe(
      'No heading about blog posts or action items has a list below it. The headings are:\n  line 1: `Talks`, nothing of its own\nChoose one with `--section "HEADING"`, or `--section LINE`.\n',
    );
    expect(await end({ "notes.md": "# Talks\n\nTwo.\n" }, ...TO_OSCON, "--section", "talks")).toMatch(
      /^The section `Talks` \(line 1\) has no list and no table: it holds 1 paragraph\. Write its posts as a list/,
    );
    expect(await end({ "notes.md": "# Actions\n\n- Ada: book a room\n" }, ...TO_OSCON)).toMatch(
      /line 3: `Ada: book a room` was left out, because it asks .*\nNothing in the notes promises a post/,
    );
    expect(await end({ "notes.md": MEETING }, ...TO_OSCON, "--columns", "poet=Who")).toMatch(
      /^`poet=Who` does not say which column is meant/,
    );
    expect(await end({ "notes.md": Uint8Array.of(0xff) }, ...TO_OSCON)).toBe("The text is not in UTF-8. Save the file in UTF-8.\n");
    expect(await end({ "notes.md": "x".repeat(262_145) }, ...TO_OSCON)).toBe(
      "The file has 262145 bytes. Presstime reads at most 262144 bytes.\n",
    );
    expect(await end({ "notes.md": MEETING }, ...TO_OSCON, "--answers", "Thomas L")).toMatch(
      /^The answer `Thomas L` is not complete, and no file of that name can be read\. Write NAME=LOGIN/,
    );
    expect(await end({ "notes.md": MEETING }, ...TO_OSCON, "--answers", "7=may be")).toMatch(
      /Write logins, `nobody`, `list` or `note`, `post` or `skip`, `same` or `other`\.\n$/,
    );
    expect(await end({ "notes.md": MEETING, "d.yml": "zoen: UTC" }, ...TO_OSCON, "--desk", "d.yml")).toBe(
      "d.yml:1:1: error: Unexpected key `zoen`, expected `zone`; did you mean that?\nd.yml has errors; they are listed above. Correct them and run the command again.\n",
    );
  });
});
