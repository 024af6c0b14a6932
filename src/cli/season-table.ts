/** The table of docs/season.md: each post as it went in 2014, and as it goes in the replay. */
import type { SeasonReport } from "./season-report.js";
import { POSTS } from "../sandbox/season/facts.js";

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

function shown(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}
