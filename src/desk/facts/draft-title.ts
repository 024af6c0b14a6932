/** Drafts by title: `[WIP] Irmin`, `Draft: Irmin` and the like are drafts, though GitHub calls them ready. */
import type { Desk } from "./desk.js";
import type { PullRequest, Snapshot } from "./snapshot.js";

/** What makes a title that of a draft where the desk does not say. */
export const DRAFT_TITLES: readonly string[] = ["WIP", "Work in progress", "Draft"];

/** Tags of other kinds may come before it: `[blog] [WIP] Irmin`. */
const TAGS = "(?:\\[[^\\]]*\\]\\s*)*";

/** The same facts, with those drafts that their titles make. */
export function withDraftTitles<Facts extends Pick<Snapshot, "open" | "desk">>(facts: Facts): Facts {
  const isTitled = facts.open.some(({ title }) => draftTitle(title, facts.desk) !== null);
  return isTitled ? { ...facts, open: facts.open.map((pull) => asDraft(pull, facts.desk)) } : facts;
}

function asDraft(pull: PullRequest, desk: Desk): PullRequest {
  const says = draftTitle(pull.title, desk);
  return says === null ? pull : { ...pull, draft: true, draftTitle: { says, alone: !pull.draft } };
}

/** What the title begins with that makes it a draft's: a word of the desk's in brackets or before a colon, a dash or a bar; null when it does not. */
function draftTitle(title: string, { review }: Pick<Desk, "review">): string | null {
  const words = (review.draftTitles ?? DRAFT_TITLES).map(asPattern).join("|");
  if (words === "") return null;
  // Nobody means another word by `WIP`, so it needs no sign after it.
  const bare = (review.draftTitles ?? DRAFT_TITLES).some((word) => word.toUpperCase() === "WIP") ? "|wip(?=\\s|$)" : "";
  const begins = new RegExp(
    `^\\s*${TAGS}(\\[\\s*(?:${words})\\s*\\]|\\(\\s*(?:${words})\\s*\\)|【\\s*(?:${words})\\s*】|(?:${words})\\s*[:：|]|(?:${words})\\s+[-–—](?=\\s)|(?:${words})$${bare})`,
    "iu",
  );
  return begins.exec(title)?.[1]?.trim() ?? null;
}

/** Any space in it, a dash too. */
function asPattern(word: string): string {
  return word
    .trim()
    .split(/[\s-]+/u)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&"))
    .join("[\\s-]+");
}
