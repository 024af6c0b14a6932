/** The plan as YAML, ready for `.github/presstime.yml`, with the line of the notes above each post. */
import { Document, isMap, isSeq } from "yaml";
import { readZone } from "../time/zone.js";
import type { Import } from "./import-notes.js";

/**
 * `deadline` is written as given, zone and all. Only what is new to the desk is written: its people, and this campaign. Where there is
 * no desk yet it is a whole desk file, in the zone of its deadline.
 */
export function writePlan(
  name: string,
  deadline: string,
  { posts, newcomers }: Pick<Extract<Import, { kind: "imported" }>, "posts" | "newcomers">,
  isWholeDesk = false,
): string {
  const people = newcomers.map(({ login, name: full, alias }) => ({
    login,
    ...(sameText(full, login) ? {} : { name: full }),
    ...(sameText(alias, full) ? {} : { aliases: [alias] }),
  }));
  const promises = posts.map(({ slug, title, byline }) => ({ slug, title, byline }));
  const zone = isWholeDesk ? zoneIn(deadline) : null;
  const document = new Document({
    ...(zone === null ? {} : { zone }),
    ...(people.length > 0 ? { people } : {}),
    campaigns: [{ name, deadline, posts: promises }],
  });
  document.commentBefore = isWholeDesk
    ? ` Made by "presstime import". Save it as .github/presstime.yml. Add your coordinators, such as "coordinators: [ada]": they are told when a post is late.`
    : ` Made by "presstime import". Copy it into .github/presstime.yml, to the people and campaigns that are there already.`;
  for (const [index, { line, source }] of posts.entries()) {
    const post = document.getIn(["campaigns", 0, "posts", index], true);
    if (isMap(post)) post.commentBefore = ` line ${line}: ${oneLine(source)}`;
    const byline = document.getIn(["campaigns", 0, "posts", index, "byline"], true);
    if (isSeq(byline)) byline.flow = true;
  }
  for (const index of people.keys()) {
    const aliases = document.getIn(["people", index, "aliases"], true);
    if (isSeq(aliases)) aliases.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function zoneIn(deadline: string): string | null {
  const name = /([A-Za-z][A-Za-z0-9_+/-]*)[\])]?$/u.exec(deadline)?.[1];
  return name === undefined || name === "Z" ? null : readZone(name);
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function oneLine(text: string): string {
  const line = Array.from(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim());
  return line.length > 160 ? `${line.slice(0, 159).join("")}…` : line.join("");
}
