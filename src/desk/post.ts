/** What a post's own text says of itself. */
import type { Instant, Day } from "./zone.js";
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
  readonly byline: readonly Field<string>[];
  /** As written, with what it was read as: a day, or an instant when a zone is given. */
  readonly dated: Field<Dated> | null;
  readonly tags: readonly string[];
  /** `draft: true` or `published: false`. */
  readonly unpublished: Field<boolean> | null;
  readonly format: "yaml" | "toml" | "body-marker" | "none";
  /** Words of the body. */
  readonly words: number;
}

export interface Field<Value> {
  readonly value: Value;
  readonly place: Place;
}

export type Dated =
  { readonly kind: "day"; readonly day: Day; readonly time: string | null } | { readonly kind: "instant"; readonly at: Instant };
