/** What a post's own text says of itself. */
import type { Day, Instant } from "../time/zone.js";
import type { SiteKind } from "./desk.js";
import type { Place } from "./finding.js";

export interface Post {
  readonly path: string;
  /** From the slug or permalink field, or else from the file's name without its date. */
  readonly slug: string;
  /** Every slug it may be known by: field, permalink's last part, file name. */
  readonly slugs: readonly string[];
  readonly title: Field<string> | null;
  readonly description: Field<string> | null;
  /** Names as written; who they are is for the desk to say. */
  readonly byline: readonly Signed[];
  /** As written, with what it was read as: a day, or an instant when a zone is given. */
  readonly dated: Field<Dated> | null;
  readonly tags: readonly string[];
  /** The same tags where they stand; none when left out. */
  readonly tagged?: readonly Field<string>[];
  /** Every series that it says it is part of, by its name; left out when there is none. */
  readonly series?: readonly SeriesPart[];
  /** Every field that says when it is published, the first that counts first; null where none can read it. */
  readonly dates: readonly Written<Dated | null>[];
  /** Every field that says until when it is published. */
  readonly expires: readonly Written<Dated | null>[];
  /** The first of its flags: true for `draft: true` or `published: false`, false for their opposites. */
  readonly unpublished: Field<boolean> | null;
  /** All of those flags; true for one that keeps the post from being published. */
  readonly flags: readonly Written<boolean>[];
  /** Fields that say where it is published: `permalink`, `url`, `path`, `slug`. */
  readonly address: readonly Written<string>[];
  /** The language that it says it is in, in small letters: `pt-br`; left out when it says none. */
  readonly language?: string;
  /** What it says that it has in common with the same post in other languages; left out when there is nothing. */
  readonly translationKey?: string;
  /** How the site that it is written for lays out its posts, by its path and its fields. */
  readonly site: SiteKind;
  /** How the lines of its front matter end: GitHub's suggestions know but one way. */
  readonly ending: "\n" | "\r\n";
  readonly format: "yaml" | "toml" | "body-marker" | "headers" | "none";
  /** Words of the body. */
  readonly words: number;
}

export interface Field<Value> {
  readonly value: Value;
  readonly place: Place;
}

/** A name on a by-line. */
export interface Signed extends Field<string> {
  /** GitHub's login, where one stands beside the name: in a field, or in the address of its link. */
  readonly login?: string;
}

/** A series by its name. */
export interface SeriesPart extends Field<string> {
  /** Which part of it the post is; null when it does not say. */
  readonly part: number | null;
}

/** A field with the line it stands on, so that it can be fixed there. */
export interface Written<Value> extends Field<Value> {
  /** As the file writes it: `pubDate`. */
  readonly key: string;
  /** The whole line without its ending; null when the value is on several lines, or the line is too long to be meant. */
  readonly line: string | null;
}

/** `time` is `HH:mm`, or with the seconds where they are not 0. */
export type Dated =
  { readonly kind: "day"; readonly day: Day; readonly time: string | null } | { readonly kind: "instant"; readonly at: Instant };
