/** What has to be known to choose reviewers for one post. */
import type { Staff } from "../calendar/presence.js";
import type { Person } from "../facts/person.js";
import type { Instant } from "../time/zone.js";

export interface ReviewersRequest {
  readonly at: Instant;
  /** Spreads ties: two posts do not both go to whoever is first on the desk. */
  readonly slug: string;
  /** Of those of the desk, whom one may choose from. */
  readonly people: readonly Person[];
  /** Who is there when. */
  readonly desk: Staff;
  readonly beats: readonly string[];
  /** Logins of those who sign the post. */
  readonly byline: readonly string[];
  readonly openedBy: string | null;
  /** Logins of those who wrote what nobody else has approved yet. */
  readonly writers: readonly string[];
  /** Logins asked now, or who have reviewed. */
  readonly already: readonly string[];
  /** Whom GitHub would not ask, with its reason. */
  readonly refused: readonly { readonly login: string; readonly why: string }[];
  /** Logins that were taken off (`/uncc`) or declined. */
  readonly never: readonly string[];
  /** Open requests by login in small letters, as `openReviewLoad` counts them. */
  readonly load: ReadonlyMap<string, number>;
  /** How many more to ask. */
  readonly want: number;
}
