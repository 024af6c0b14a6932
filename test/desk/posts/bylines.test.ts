/** Who signs a post. */
import { describe, expect, it } from "@jest/globals";
import { findSigner, type Person } from "../../../src/desk/facts/person.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { splitByline } from "../../../src/desk/posts/split-byline.js";

const names = (text: string) => readPost("irmin.md", text).post.byline.map(({ value }) => value);

describe("by-lines in fields", () => {
  const two = ["Ryan Levick", "Mara Bos"];

  it.each([
    ["one text", "author: Ryan Levick and Mara Bos"],
    ["a list of texts", "authors: [Ryan Levick, Mara Bos]"],
    ["a list of one text that holds both", 'authors: ["Ryan Levick and Mara Bos"]'],
    ["a list of maps", "authors:\n- name: Ryan Levick\n  uri: http://example.org\n- name: Mara Bos"],
    ["commas", "author: Ryan Levick, Mara Bos"],
    ["an ampersand", "byline: Ryan Levick & Mara Bos"],
    ["addresses", "author: Ryan Levick <ryan@example.org>, Mara Bos <mara@example.org>"],
    ["affiliations", "author: Ryan Levick (One, Two), Mara Bos (Three)"],
    ["links", 'author: "[Ryan Levick](https://example.org/a,b) and [Mara Bos](https://example.org)"'],
    ["a comma before the and", "author: Ryan Levick, and Mara Bos"],
    ["a day after them", "author: Ryan Levick & Mara Bos on 18 July 2014"],
    ["two fields", "authors: [Ryan Levick]\nauthor: Mara Bos"],
  ])("[PO10] %s", (_, field) => {
    expect(names(`---\ntitle: x\n${field}\n---\n`)).toEqual(two);
  });

  it("[PO10] one map is one person", () => {
    expect(names("---\ntitle: x\nauthor:\n  name: Amir Chaudhry\n  email: a@example.org\n---\n")).toEqual(["Amir Chaudhry"]);
  });

  it.each([
    ["a list of tables", '[[authors]]\nname = "Ryan Levick"\n[[authors]]\nname = "Mara Bos"\n[authors.more]\nx = 1\n[extra]\na = 1'],
    ["a list of inline tables", 'authors = [ { name = "Ryan Levick", url = "https://example.org/#a" },\n { "name" = "Mara Bos" } ]'],
    ["a table in a table", '[extra.author]\nname = "Ryan Levick"\n[params]\nauthor = "Mara Bos"'],
  ])("[PO10] %s in TOML", (_, field) => {
    const { post, findings } = readPost("irmin.md", `+++\ntitle = "x"\n${field}\n+++\n`);
    expect(post.byline.map(({ value }) => value)).toEqual(two);
    expect(new Set(post.byline.map(({ place }) => `${place.line}:${place.column}`)).size).toBe(2);
    expect(findings).toEqual([]);
  });

  it("[PO5] a field that one table of a list has twice is told, and two tables may each have it", () => {
    const { findings } = readPost("irmin.md", '+++\ntitle = "x"\n[[authors]]\nname = "Ann"\n[[authors]]\nname = "Bob"\nname = "Cy"\n+++\n');
    expect(findings).toMatchObject([{ rule: "front-matter", place: { line: 7 } }]);
  });

  it.each(["The Rust and WebAssembly Working Group", "The Rust Core Team", "Alexandra", "@avsm", "Sam Smith, Jr."])("[PO10] %s is one", (name) => {
    expect(splitByline(name).map((one) => one.name)).toEqual([name]);
  });

  it.each([
    ["Ann Lee, Google & Bob Ray, Acme", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee, VP Engineering, Acme; Bob Ray, Architect, Umbrella", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee, Software Engineer, Google", ["Ann Lee"]],
    ["Ann Lee, Sr Director Product at Datera Inc, and Bob Ray", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee, Acme Technologies, Bob Ray, IBM", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee (co-founder, Acme), Bob Ray (Red Hat)", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee at Google and Bob Ray from Acme", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee – Lead Architect", ["Ann Lee"]],
    ["Ann Lee - Acme, Bob Ray | Umbrella", ["Ann Lee", "Bob Ray"]],
    ["Ann Lee, Bob Ray & Cy Dee", ["Ann Lee", "Bob Ray", "Cy Dee"]],
    ["Ann Lee and the Kubernetes Release Team", ["Ann Lee", "the Kubernetes Release Team"]],
  ])("[PO10] employers and titles are no people: %s", (text, expected) => {
    expect(splitByline(text).map(({ name }) => name)).toEqual(expected);
  });

  it("[PO10] speaking for a team does not make the team a writer", () => {
    expect(splitByline("Niko on behalf of the lang and libs teams").map(({ name }) => name)).toEqual(["Niko"]);
  });

  it("[PO10] each name has its own place", () => {
    const { byline } = readPost("irmin.md", "---\ntitle: x\nauthor: Ann Lee and Bob\n---\n").post;
    expect(byline.map(({ place }) => [place.line, place.column, place.endColumn])).toEqual([
      [3, 9, 16],
      [3, 21, 24],
    ]);
  });

  it("[PO10] the same name twice signs once", () => {
    expect(names("---\ntitle: x\nauthor: Ann\nauthors: [ann, Bob]\n---\n")).toEqual(["ann", "Bob"]);
  });
});

describe("by-lines in the body", () => {
  it.each([
    ["**Authors:** Mark Church (Google), Diego (VMware)", ["Mark Church", "Diego"]],
    ["***Author:** Ann Lee*", ["Ann Lee"]],
    ["_Authors: Ann Lee and Bob_", ["Ann Lee", "Bob"]],
    ["Written by: Ann Lee", ["Ann Lee"]],
    ["By Jane Doe and Bob de Vries", ["Jane Doe", "Bob de Vries"]],
    ["**Authors:** Ann Lee,\nBob", ["Ann Lee", "Bob"]],
    ["**Authors:** [Ann Lee](https://example.org/a,b), *Bob* (Mirage) & [Cy D.][cy]", ["Ann Lee", "Bob", "Cy D."]],
    ["**Author**: _Ann Lee_ and _Bob_", ["Ann Lee", "Bob"]],
    ["*By [Ann Lee](https://example.org \"her page\"), Bob and **Cy***", ["Ann Lee", "Bob", "Cy"]],
    ["_Posted by Ann Lee on July 18, 2014_", ["Ann Lee"]],
    ["By [Ann Lee](https://example.org) (Mirage) | 18 July 2014", ["Ann Lee"]],
    ["```yaml\nauthor: Nobody\n```\n\nBy Ann Lee", ["Ann Lee"]],
    ["<!--\nAuthor: Nobody\n-->\n\nBy Ann Lee", ["Ann Lee"]],
    ["<b>Author</b>: Ann Lee", ["Ann Lee"]],
    ["<p><strong>Authors:</strong> Ann Lee (Mirage) and <a href=\"https://example.org\">Bob</a></p>", ["Ann Lee", "Bob"]],
    [" **Author:** Ann Lee", ["Ann Lee"]],
    ["   By Ann Lee", ["Ann Lee"]],
    ["**Authors:**\nAnn Lee, Bob Ray", ["Ann Lee", "Bob Ray"]],
    ["**Authors:**\n\nAnn Lee,\nBob Ray", ["Ann Lee", "Bob Ray"]],
    ["**Authors:**\n\n- Ann Lee (Mirage)\n- [Bob Ray](https://example.org), Engineer at Acme\n* Cy", ["Ann Lee", "Bob Ray", "Cy"]],
    ["Authors:\n1. Ann Lee\n2. Bob Ray", ["Ann Lee", "Bob Ray"]],
    ["**Author:** Ann Lee, Software Engineer, Google", ["Ann Lee"]],
    ["_By Ann Lee, Google & Bob Ray, Acme_", ["Ann Lee", "Bob Ray"]],
  ])("[PO11] %s", (line, expected) => {
    expect(names(`---\ntitle: x\n---\n\n${line}\n\nHello there.\n`)).toEqual(expected);
  });

  it.each(["By the way, this is Irmin.", "By default it is off", "Authority: none", "**By**", "**Author:**\n\nThis post is about Irmin.", "**By:**", "    Author: Nobody", "by " + "x ".repeat(400)])("[PO11] %s names nobody", (line) => {
    expect(names(`---\ntitle: x\n---\n\n${line}\n`)).toEqual([]);
  });

  it("[PO11] each name in a body has its own place, links and italics left out", () => {
    const { byline } = readPost("irmin.md", "# x\n\n*By [Ann Lee](https://example.org) and Bob*\n").post;
    expect(byline.map(({ place }) => [place.line, place.column, place.endColumn])).toEqual([
      [3, 6, 13],
      [3, 40, 43],
    ]);
  });

  it("[PO11] a field counts before the body", () => {
    expect(names("---\ntitle: x\nauthor: Ann\n---\n\n**Author:** Bob\n")).toEqual(["Ann"]);
  });
});

describe("who a name on a by-line is", () => {
  const person = (login: string, name: string, ...aliases: string[]): Person => ({
    login,
    name,
    aliases,
    zone: "Europe/London",
    beats: [],
    capacity: 1,
    away: [],
  });
  const people = [person("diml", "Jérémie Dimino", "Jeremie"), person("djs55", "Dave Scott", "David Scott"), person("samoht", "Thomas Gazagnaire")];
  const logins = (text: string) => readPost("irmin.md", text).post.byline.map((signed) => findSigner(people, signed)?.login ?? signed.value);

  it.each([
    ["a link in braces", 'title: "x"\nauthors: "J. Dimino" {"https://github.com/diml"} "David Scott"\n--BODY--\n'],
    ["fields beside the name", "---\ntitle: x\nauthors:\n- name: J. Dimino\n  github: '@diml'\n- name: D. Scott\n  url: https://github.com/djs55/\n---\n"],
    ["socials", "---\ntitle: x\nauthors:\n- name: J.\n  socials:\n    github: DIML\n- dave scott\n---\n"],
    ["links", "# x\n\nBy [J. Dimino](https://github.com/diml) and [D. Scott](https://github.com/djs55)\n"],
    ["logins in brackets", "---\ntitle: x\nauthor: J. Dimino (@diml), D. Scott (@djs55)\n---\n"],
    ["aliases and logins", "---\ntitle: x\nauthor: Jeremie & @djs55\n---\n"],
  ])("[PO19] %s tell it", (_, text) => {
    expect(logins(text)).toEqual(["diml", "djs55"]);
  });

  it("[PO19] a login that the desk does not know leaves the name to tell it, and a name that it does not know stays a name", () => {
    expect(logins("---\ntitle: x\nauthor: Dave Scott (@dave), Ann Lee (@ann), Thomas\n---\n")).toEqual(["djs55", "Ann Lee", "Thomas"]);
  });

  it.each([
    ["brackets", "Ann Lee ([Acme](https://github.com/acme)) and Bob Ray", [null, null]],
    ["the address of a repository", "[Ann Lee](https://github.com/acme/site)", [null]],
    ["a team's own link", "[The Acme Project](https://github.com/acme)", [null]],
    ["a firm behind a comma", "Ann Lee, [Acme Labs](https://github.com/acme)", [null]],
    ["brackets that hold the login", "Ann Lee ([@ann](https://github.com/ann)), Bob Ray ([GitHub](https://github.com/bob))", ["ann", "bob"]],
  ])("[PO19] an organisation is nobody's login, in %s", (_, names, expected) => {
    expect(readPost("irmin.md", `# x\n\nAuthors: ${names}\n`).post.byline.map(({ login }) => login ?? null)).toEqual(expected);
    expect(readPost("irmin.md", `---\ntitle: x\nauthor: "${names}"\n---\n`).post.byline.map(({ login }) => login ?? null)).toEqual(expected);
  });

  it("[PO19] an address that is no person's page says nothing", () => {
    const text = "---\ntitle: x\nauthors:\n- name: Ann\n  url: https://example.org/github\n- name: Bob\n  url: https://github.com/\n---\n";
    expect(readPost("irmin.md", text).post.byline.map(({ login }) => login ?? null)).toEqual([null, null]);
  });
});
