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
3 questions have no answer yet. Until you answer, the plan keeps what is written in the notes:
  line ${FIRST + 3}: who is \`Thomas L\`? It could be \`Thomas Leonard\`. --answers "Thomas L=LOGIN" or "Thomas L=nobody"
  line ${FIRST + 4}: who is \`Thomas G\`? It could be \`Thomas Gazagnaire\`. --answers "Thomas G=LOGIN" or "Thomas G=nobody"
  line ${FIRST + 5}: who is \`Anil\`? It could be \`Anil Madhavapeddy\`. --answers "Anil=LOGIN" or "Anil=nobody"
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
      "Who is `Thomas L` (line 3)? [GitHub login, nobody, or press Enter to skip] ",
      "Who is `Thomas L` (line 3)? [GitHub login, nobody, or press Enter to skip] ",
      "Who is `Hannes` (line 4)? [GitHub login, nobody, or press Enter to skip] ",
      "Who is `Kim` (line 5)? [GitHub login, nobody, or press Enter to skip] ",
      "Line 4: is `the API, the browser` a list of posts or a note? [list, note, or press Enter to skip] ",
      "Line 4: is `the API, the browser` a list of posts or a note? [list, note, or press Enter to skip] ",
    ]);
    expect(said.code).toBe(3);
    expect(said.err).toContain("`who knows?` is not a login and not a name in the desk file. Write a GitHub login");
    expect(said.err).toContain("1 question has no answer yet");
    expect(said.out.match(/byline: .*/g)).toEqual(["byline: [talex5]", "byline: [hannesm]", "byline: [hannesm]", "byline: [Kim]"]);
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
      'No heading about blog posts has a list below it. The headings are `Talks`. Choose one with `--section "HEADING"`.\n',
    );
    expect(await end({ "notes.md": "# Blog posts\n\n- a\n\n# Blog posts\n\n- b\n" }, ...TO_OSCON)).toMatch(
      /^The notes have 2 lists of posts, under `Blog posts` and `Blog posts`\./,
    );
    expect(await end({ "notes.md": Uint8Array.of(0xff) }, ...TO_OSCON)).toBe("The text is not in UTF-8. Save the file in UTF-8.\n");
    expect(await end({ "notes.md": "x".repeat(262_145) }, ...TO_OSCON)).toBe(
      "The file has 262145 bytes. Presstime reads at most 262144 bytes.\n",
    );
    expect(await end({ "notes.md": MEETING }, ...TO_OSCON, "--answers", "Thomas L")).toMatch(
      /^The answer `Thomas L` is not complete\. Write NAME=LOGIN/,
    );
    expect(await end({ "notes.md": MEETING }, ...TO_OSCON, "--answers", "7=maybe")).toMatch(/Write `list` or `note`\.\n$/);
    expect(await end({ "notes.md": MEETING, "d.yml": "zoen: UTC" }, ...TO_OSCON, "--desk", "d.yml")).toBe(
      "d.yml:1:1: error: Unexpected key `zoen`, expected `zone`; did you mean that?\nd.yml has errors; they are listed above. Correct them and run the command again.\n",
    );
  });
});
