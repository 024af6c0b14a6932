/** Where a post leads: its links, its images, and the places in it that others can lead to. */
import type { Place } from "./finding.js";

export interface PostLinks {
  readonly links: readonly Link[];
  readonly images: readonly Link[];
  /** Of headings as GitHub makes them, and those that the post names itself. */
  readonly anchors: readonly string[];
}

export interface Link {
  /** As written: `../vchan.md#how`, `https://mirage.io`. */
  readonly target: string;
  readonly place: Place;
}
