/** The texts of the season's pull requests: each post of `posts/` in the editions it went through. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * `first` lacks the last section; `careless` is a first with a title that YAML cannot read; `whole` is the text in `posts/`;
 * `revised` has answered its reviewers.
 */
export type Edition = "first" | "careless" | "whole" | "revised";

/** Beside the manifest: this file lies deeper once it is compiled. */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve("#package.json")), "posts");

export function draft(slug: string, edition: Edition): string {
  const text = readFileSync(join(FOLDER, `${slug}.md`), "utf8");
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
