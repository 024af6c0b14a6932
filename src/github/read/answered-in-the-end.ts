/** Asking what the judgement can do without: what GitHub refuses to say, or fails to say twice, is not known, and the look goes on. */
import { DAY, plus } from "../../desk/time/zone.js";
import { failureOf } from "../request-failure.js";
import { IN_VAIN } from "./read-cache.js";
import { PartialAnswer, type ReadScope } from "./scope.js";

/** A question that failed is asked again within a day, so that an outage which lasts costs one look, and not one a day. */
const REMEMBERED = 2 * DAY;

/** Null where it cannot be told. A first failure rejects, since it may be over by the next look; limits always do, and are waited for. */
export async function answeredInTheEnd<Answer>(
  { cache, id, at }: Pick<ReadScope, "cache" | "id" | "at">,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (!isFailing(error)) {
      if (error instanceof PartialAnswer || failureOf(error, new Date(at)).kind === "later") throw error;
      return null;
    }
    const key = `${id}:${question}`;
    const before = (await cache.find(IN_VAIN, [key])).get(key);
    await cache.keep(IN_VAIN, new Map([[key, at]]));
    if (before === undefined || before < plus(at, -REMEMBERED)) throw error;
    return null;
  }
}

/** GitHub broke down over the question; that something is not there, or not for us, is an answer. */
function isFailing(error: unknown): boolean {
  if (error instanceof PartialAnswer) return error.type !== "NOT_FOUND" && error.type !== "FORBIDDEN";
  return error instanceof Error && "status" in error && Number(error.status) >= 500;
}
