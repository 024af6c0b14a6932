/** The table of docs/season.md: each post as it went in 2014, and as it goes in the replay. */
import { counted } from "../../src/desk/words/phrases.js";
import { sayMover } from "../../src/desk/words/slip.js";
import { POSTS } from "../season/facts.js";
import type { PostReport, SeasonReport } from "./season-report.js";

/** Markdown; times are UTC, days of a slip those of the desk's zone. */
export function seasonTable({ posts }: SeasonReport): string {
  const rows = POSTS.map(({ slug, live2014 }) => {
    const post = posts.find((one) => one.slug === slug);
    const pulls = (post?.pullRequests ?? []).map((number) => `#${number}`).join(", ");
    const cells = [
      `\`${slug}\``,
      post?.byline.join(", ") ?? "",
      pulls,
      shown(live2014),
      post ? planned(post) : "",
      shown(post?.liveAt ?? ""),
      post ? moved(post) : "",
      post?.approvedBy.join(", ") ?? "",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| post | signed by | pull requests | live in 2014 (UTC) | first slot here | live here (UTC) | moved | approved here by |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function planned({ slots }: PostReport): string {
  return shown(slots[0]?.at ?? "");
}

/** `+4 days, last by amirmc`; who moved it even when it ended on the day that it began with. */
function moved({ slip, slots }: PostReport): string {
  if (!slip || slip.moves === 0) return "";
  const days = `${slip.days > 0 ? "+" : slip.days < 0 ? "−" : ""}${counted(Math.abs(slip.days), "day")}`;
  return `${days}, last by ${sayMover(slots.at(-1)?.by ?? null)}`;
}

function shown(at: string): string {
  return at.slice(0, 16).replace("T", " ");
}
