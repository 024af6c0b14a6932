/** A text held against a slot, as the tests of this room ask it: what is said of it, and the text with everything fixed. */
import type { Disagreement } from "../../../src/desk/dates/disagreement.js";
import { disagreementsOf } from "../../../src/desk/dates/disagreements-of.js";
import type { SiteKind } from "../../../src/desk/facts/desk.js";
import type { SiteConfig } from "../../../src/desk/facts/site-config.js";
import { editText } from "../../../src/desk/fixes/edit-text.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { readInstant, type Instant } from "../../../src/desk/time/zone.js";

/** Tue 22 July 2014, 12:00 in London. */
export const SLOT = readInstant("2014-07-22T11:00:00Z");

export interface Asked {
  readonly path: string;
  readonly text: string;
  readonly site?: SiteKind | null;
  readonly sites?: readonly SiteConfig[];
  readonly slot?: Instant;
  readonly zone?: string;
  readonly earlier?: readonly Instant[];
  readonly promised?: readonly string[];
}

export function disagreements({
  path,
  text,
  site = null,
  sites = [],
  slot = SLOT,
  zone = "Europe/London",
  earlier = [],
  promised = [],
}: Asked) {
  return disagreementsOf({ post: readPost(path, text).post, site, sites, slot, zone, earlier, promised });
}

/** One line each: how bad it is, where, and in which words. */
export function told(asked: Asked): readonly string[] {
  return disagreements(asked).map(
    ({ finding: { severity, place, message }, grave }) => `${grave ? "unseen" : severity} ${place.line}:${place.column} ${message}`,
  );
}

interface Mended {
  readonly path: string;
  readonly text: string;
}

/** With every mend that there is. Throws when the text does not say what one expects. */
export function fixed({ path, text }: Mended, all: readonly Disagreement[]): Mended {
  const edits = all.flatMap(({ fix }) => (fix?.kind === "edit" ? [fix.edit] : []));
  const to = all.flatMap(({ fix }) => (fix?.kind === "rename" ? [fix.to] : []))[0] ?? path;
  const edited = editText(text, edits);
  if (edited === null) throw new Error(`Unexpected edits ${JSON.stringify(edits)}, expected such as fit the text ${JSON.stringify(text)}`);
  return { path: to, text: edited };
}
