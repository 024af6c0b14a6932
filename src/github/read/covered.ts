/** What reviews of a pull request cover of it as it stands, and whose commits it is made of. */
import type { PullRequest } from "../../desk/facts/snapshot.js";
import type { ReviewShape } from "./shapes.js";

export interface Covered {
  /** By review: what of the pull request has changed since it was given; null where that cannot be told. Of others nobody asked GitHub. */
  readonly outdated: ReadonlyMap<ReviewShape, readonly string[] | null>;
  readonly commits?: PullRequest["commits"];
}
