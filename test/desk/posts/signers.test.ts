/** Who the names in a text are to the desk: logins where it knows them, names where it does not. */
import { describe, expect, it } from "@jest/globals";
import { campaign, paperWorld, person } from "../paper-world.js";

const people = [person("ann", { name: "Ann Lee", aliases: ["A. Lee"] }), person("ben", { name: "Ben Ng" }), person("cat", { name: "Cat Ó Dea" })];

function signedBy(text: string, promised = false) {
  const campaigns = promised ? [campaign([{ slug: "irmin", byline: ["cat"] }])] : [];
  const world = paperWorld({ desk: { people, campaigns } });
  world.submits("cat", "irmin", { file: { path: "posts/irmin.md", text } });
  return world.post("irmin").byline;
}

describe("the people of a by-line", () => {
  it("[PO19] aliases, links and logins are people, each once, and a name that nobody has stays a name", () => {
    expect(signedBy("---\ntitle: Irmin\nauthor: A. Lee, B. Ng (@BEN), Ann Lee & Jon Ludlam\n---\n")).toEqual(["ann", "ben", "Jon Ludlam"]);
    expect(signedBy("# Irmin\n\nBy [B.](https://github.com/ben) and *Cat Ó Dea*\n")).toEqual(["ben", "cat"]);
  });

  it("[PO20] a promised text that names nobody is its promise's, and one that names others is theirs too", () => {
    expect(signedBy("Hello there.\n", true)).toEqual(["cat"]);
    expect(signedBy("---\ntitle: Irmin\nauthors: [Ben Ng and Jon Ludlam]\n---\n", true)).toEqual(["cat", "ben", "Jon Ludlam"]);
  });
});
