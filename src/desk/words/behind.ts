/** What the notice says of a branch that GitHub wants up to date with its base. */
import { quoted } from "../text/quoted.js";
import { sayWhen, type Instant, type Zone } from "../time/zone.js";
import { plainly } from "./plainly.js";

interface BehindFacts {
  readonly base: string;
  readonly is: "updated" | "behind" | "behind in a fork" | "strict for a fork" | "refused";
  /** When the app took the base into it; null when it did not. */
  readonly updatedAt: Instant | null;
  /** GitHub's words, where it refused that. */
  readonly why: string;
  readonly zone: Zone;
}

const STAY = "Reviews stay as they are.";

export function sayBehind({ base, is, updatedAt, why, zone }: BehindFacts): string {
  const branch = quoted(base, 100);
  const behind = `The branch of this pull request is behind ${branch}, and GitHub wants it up to date before the merge.`;
  switch (is) {
    case "updated":
      return `I updated the branch of this pull request from ${branch}${updatedAt === null ? "" : ` on ${sayWhen(updatedAt, zone)}`}. ${STAY}`;
    case "behind":
      return `${behind} I update it on the day before its slot, and again before the slot. ${STAY}`;
    case "behind in a fork":
      return `${behind} I cannot write to a fork: please press “Update branch” on the day before its slot. ${STAY}`;
    case "strict for a fork":
      return `GitHub wants the branch of this pull request up to date with ${branch} when it is merged, and I cannot write to a fork. When another post goes live, or something else comes to ${branch}, before its slot, please press “Update branch”. ${STAY}`;
    case "refused":
      return `${behind} GitHub did not let me do that (${plainly(why, 300)}): please press “Update branch”. ${STAY}`;
  }
}
