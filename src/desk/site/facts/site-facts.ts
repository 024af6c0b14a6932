/** What rules that look beyond one post are told; a fact left out is not known, and what needs it says nothing. */
import type { SiteFolders, Team } from "../../facts/desk.js";
import type { Place } from "../../facts/finding.js";
import type { Person } from "../../facts/person.js";
import type { PostLinks } from "../../facts/post-links.js";
import type { PostOutline } from "../../facts/post-outline.js";
import type { Post } from "../../facts/post.js";
import type { Silent } from "../../facts/silenced-rules.js";
import type { Instant } from "../../time/zone.js";

/** So much of a post's own text as the rules ask about: it can be kept, and asked again when the site is another. */
export interface SiteText {
  readonly post: Pick<Post, (typeof ASKED)[number]>;
  /** Null where its Markdown was not parsed. */
  readonly links: PostLinks | null;
  /** Targets of links besides, which lead out of the repository; left out where they are among `links`. */
  readonly outward?: readonly string[];
  /** Where its comments let nothing be said; left out where none speaks of rules. */
  readonly silent?: Silent;
}

export const ASKED = [
  "path",
  "slug",
  "slugs",
  "title",
  "byline",
  "tags",
  "tagged",
  "series",
  "dated",
  "address",
  "language",
  "translationKey",
] as const;

export interface SitePost extends SiteText {
  /** When it goes live; null without a slot. */
  readonly slot: Instant | null;
  /** Whether a campaign of the desk promises it; not when left out. */
  readonly promised?: boolean;
}

export interface SiteFacts {
  /** Of the desk. */
  readonly people?: readonly Person[];
  /** Who signs without a login. */
  readonly teams?: readonly Team[];
  /** Those that posts may have, as the site writes them. */
  readonly tags?: readonly string[];
  /** Files of the repository as it will be with this post, by their paths: every one or, with `looked`, those of them that are there. */
  readonly files?: ReadonlySet<string>;
  /** Paths that were looked at; of no other is it known that nothing is there. */
  readonly looked?: ReadonlySet<string>;
  /** Folders at the root of the repository, which may be published at the root of the site. */
  readonly folders?: readonly string[];
  /** Where the site lies, by the desk. */
  readonly siteFolders?: SiteFolders;
  /** Every other post: live, and promised with a slug or a file. */
  readonly others?: readonly OtherPost[];
  /** Where the site is: `https://mirage.io`. */
  readonly home?: string;
}

export interface OtherPost extends PostOutline {
  readonly slug: string;
  /** Null while nothing is written. */
  readonly path: string | null;
  readonly live: Live;
}

/** Already; at an instant, by its slot; or nobody knows when: no slot yet, held, dropped, a draft. */
export type Live = { readonly kind: "live" } | { readonly kind: "slot"; readonly at: Instant } | { readonly kind: "open" };

/** One thing a rule says; who says it, and how strictly, is added for it. */
export interface SiteRemark {
  /** *Unexpected X, expected Y*. */
  readonly message: string;
  readonly place: Place;
}
