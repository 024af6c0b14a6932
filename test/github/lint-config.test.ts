/** The repository's own lint configuration, and what each text is linted by. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Files } from "../../sandbox/git/paths.js";
import { DESK, ENDLESS, openNewsroom, postText, type Newsroom } from "./newsroom.js";

let room: Newsroom;
afterEach(() => room.close());

async function opens(files: Files, text = postText("Irmin")) {
  room = await openNewsroom({ files });
  const samoht = room.github.as("samoht");
  samoht.push(room.repo, "post", { "posts/irmin.md": text });
  samoht.opens(room.repo, { branch: "post", title: "Post", number: 186 });
  return room.look();
}

const settings = () => room.examined.map(({ settings: { rules } }) => rules);
const commits = (files: Files) => room.github.as("amirmc").push(room.repo, "main", files);

describe("the repository's own lint configuration", () => {
  it("[LI61] counts where the desk says nothing, is read from the default branch, and costs one request when it is new", async () => {
    const desk = `${DESK}\nlint:\n  rules:\n    strong-marker: off\n`;
    await opens({
      ".github/presstime.yml": desk,
      ".markdownlint.json": '{ "MD049": { "style": "asterisk" }, "MD050": { "style": "underscore" } }',
    });
    expect(settings()).toEqual([{ "emphasis-marker": { options: "*" }, "strong-marker": { severity: "off", options: "_" } }]);
    const asked = await room.asked(() => room.look());
    expect(asked.map(({ path }) => path)).toEqual(["/graphql"]);
  });

  it("[LI61] of a pull request is not looked at", async () => {
    await opens({});
    room.github
      .as("samoht")
      .push(room.repo, "post", { ".remarkrc.json": '{"plugins":["remark-lint-no-literal-urls",false]}', "posts/b.md": postText("B") });
    await room.look();
    expect(settings()).toEqual([{}, {}]);
  });

  it("[LI61] is left alone where the desk says so", async () => {
    const desk = `${DESK}\nlint:\n  honour_repository_config: false\n`;
    const { lintNotes } = await opens({ ".github/presstime.yml": desk, ".markdownlint.json": '{ "MD049": false }', ".remarkrc.mjs": "x" });
    expect([settings(), lintNotes]).toEqual([[{}], []]);
  });

  it("[LI62] that is code, or names code, is told and not run", async () => {
    const { lintNotes } = await opens({
      ".remarkrc.mjs": "throw new Error('run')",
      ".markdownlint-cli2.jsonc": '{ "customRules": ["./mine.cjs"], "config": { "MD034": false } } // ours',
    });
    expect(settings()).toEqual([{ "no-literal-urls": { severity: "off" } }]);
    expect(lintNotes).toEqual([
      "`.remarkrc.mjs` is not read: it is code, and only data is; write it as JSON or YAML, or set the rules under `lint` in the desk.",
      "`customRules` of `.markdownlint-cli2.jsonc` name code, which is not loaded.",
    ]);
  });
});

describe("a text", () => {
  it("[LI63] is linted again, once, when what it is linted by has changed, and not when something else has", async () => {
    await opens({});
    commits({ ".remarkrc.yaml": "plugins:\n  - [remark-lint-no-literal-urls, [1]]\n" });
    await room.look();
    commits({ "README.md": "# Other\n" });
    await room.look();
    expect(settings()).toEqual([{}, { "no-literal-urls": { severity: "warning" } }]);
    await room.anew().read(room.repository);
    expect(settings()).toHaveLength(2);
  });

  it("[LI63] keeps its reading when the settings of other paths change", async () => {
    await opens({});
    commits({ ".github/presstime.yml": `${DESK}\nlint:\n  paths:\n    - files: ["posts/2013/**"]\n      rules: { title-length: off }\n` });
    await room.look();
    expect(settings()).toEqual([{}]);
  });

  it("[LI64] at which the linter was stopped is tried again after a day, and not before", async () => {
    await opens({}, postText("Irmin", `${ENDLESS}\n`));
    await room.github.clock.advance(23 * 3_600_000);
    await room.look();
    expect(room.examined).toHaveLength(1);
    await room.github.clock.advance(2 * 3_600_000);
    await room.look();
    await room.look();
    expect(room.examined).toHaveLength(2);
  });
});
