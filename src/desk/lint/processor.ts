/** The linter itself: remark with GitHub's Markdown, front matter, and the rules. */
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkPresetLintConsistent from "remark-preset-lint-consistent";
import remarkPresetLintRecommended from "remark-preset-lint-recommended";
import { unified } from "unified";

/**
 * Where the presets disagree (the mark after a number in lists), the later one counts: a post may use either, but one.
 * All their messages are warnings; the errors are our own.
 */
export const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(remarkPresetLintRecommended)
  .use(remarkPresetLintConsistent)
  .freeze();
