/** Who signs a post. */
import { describe, expect, it } from "@jest/globals";
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
    ["two fields", "authors: [Ryan Levick]\nauthor: Mara Bos"],
  ])("[PO10] %s", (_, field) => {
    expect(names(`---\ntitle: x\n${field}\n---\n`)).toEqual(two);
  });

  it("[PO10] one map is one person", () => {
    expect(names("---\ntitle: x\nauthor:\n  name: Amir Chaudhry\n  email: a@example.org\n---\n")).toEqual(["Amir Chaudhry"]);
  });

  it.each(["The Rust and WebAssembly Working Group", "The Rust Core Team", "Alexandra", "@avsm", "Sam Smith, Jr."])("[PO10] %s is one", (name) => {
    expect(splitByline(name).map((one) => one.name)).toEqual([name]);
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
  ])("[PO11] %s", (line, expected) => {
    expect(names(`---\ntitle: x\n---\n\n${line}\n\nHello there.\n`)).toEqual(expected);
  });

  it.each(["By the way, this is Irmin.", "By default it is off", "Authority: none", "**By**", "by " + "x ".repeat(400)])("[PO11] %s names nobody", (line) => {
    expect(names(`---\ntitle: x\n---\n\n${line}\n`)).toEqual([]);
  });

  it("[PO11] a field counts before the body", () => {
    expect(names("---\ntitle: x\nauthor: Ann\n---\n\n**Author:** Bob\n")).toEqual(["Ann"]);
  });
});
