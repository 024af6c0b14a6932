/** The table of docs/season.md: each post as it went in 2014, and as it goes in the replay. */
import type { SeasonReport } from "../../../src/cli/season-report.js";
import { POSTS } from "../../../src/sandbox/season/facts.js";

/** Markdown; times are UTC. */
export function seasonTable({ posts }: SeasonReport): string {
  const rows = POSTS.map(({ slug, live2014 }) => {
    const post = posts.find((one) => one.slug === slug);
    const pulls = (post?.pullRequests ?? []).map((number) => `#${number}`).join(", ");
    return `| \`${slug}\` | ${post?.byline.join(", ") ?? ""} | ${pulls} | ${shown(live2014)} | ${shown(post?.liveAt ?? "")} | ${post?.approvedBy.join(", ") ?? ""} |`;
  });
  return [
    "| post | signed by | pull requests | live in 2014 (UTC) | live here (UTC) | approved here by |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** Tables as a formatter may have padded them, in one form. */
export function unpadded(markdown: string): string {
  return markdown.replace(/ +/g, " ").replace(/-{3,}/g, "---");
}

function shown(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}
