/** The texts of the season's pull requests: each post of `posts/` in the editions it went through. */
import { readFileSync } from "node:fs";

/**
 * `first` lacks the last section; `careless` is a first with a title that YAML cannot read; `whole` is the text in `posts/`;
 * `revised` has answered its reviewers.
 */
export type Edition = "first" | "careless" | "whole" | "revised";

const FOLDER = new URL("../../../posts/", import.meta.url);

export function draft(slug: string, edition: Edition): string {
  const text = readFileSync(new URL(`${slug}.md`, FOLDER), "utf8");
  switch (edition) {
    case "whole":
      return text;
    case "revised":
      return text.replace(/\n\*A stand-in [^\n]*\*\n$/, (notice) => `\nThanks to everybody who read this before it went out.\n${notice}`);
    case "first":
      return withoutLastSection(text);
    case "careless":
      return withoutLastSection(text).replace(/^title: "(.*)"$/m, "title: $1");
  }
}

function withoutLastSection(text: string): string {
  const cut = text.lastIndexOf("\n## ");
  const notice = text.lastIndexOf("\n*A stand-in ");
  return `${text.slice(0, cut)}${text.slice(notice)}`;
}
