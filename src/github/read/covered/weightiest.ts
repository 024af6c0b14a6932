/** Reviews in the order in which they are worth a question: those first of people who have a say here, since strangers may be many. */
import type { Desk } from "../../../desk/facts/desk.js";
import { isOnDesk } from "../../../desk/facts/standing.js";
import { ACCESS } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { ReviewShape } from "../shapes.js";

/** Of each the latest first, and then the newest. `reviews` are the oldest first. */
export async function weightiest(scope: ReadScope, reviews: readonly ReviewShape[], desk: Desk): Promise<readonly ReviewShape[]> {
  const keyOf = ({ author }: ReviewShape) => `${scope.id}:${author?.login.toLowerCase() ?? ""}`;
  const access = await scope.cache.find(ACCESS, reviews.map(keyOf));
  const latest = new Set(new Map(reviews.map((one) => [keyOf(one), one])).values());
  const hasSay = (one: ReviewShape) =>
    isOnDesk(one.author?.login ?? "", desk) || access.get(keyOf(one))?.answers.at(-1)?.access === "write";
  const rank = (one: ReviewShape) => (hasSay(one) ? 0 : 2) + (latest.has(one) ? 0 : 1);
  return reviews.toReversed().sort((a, b) => rank(a) - rank(b));
}
