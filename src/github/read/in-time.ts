/** Asking for as much at once as GitHub can answer in its ten seconds, and remembering how much that was, by repository and document. */
import { HOUR, plus } from "../../desk/time/zone.js";
import { AT_ONCE } from "./read-cache.js";
import { PartialAnswer, type ReadScope } from "./scope.js";

type Remembering = Pick<ReadScope, "cache" | "id" | "at">;

/** After this it is tried with more: what was slow may have been an hour of GitHub's, and not the repository. */
const BELIEVED_FOR = 6 * HOUR;

/** How many times fewer, after an answer that never came. */
const FEWER = 3;

/** How many of `most` to ask for first. */
export async function sizeOf({ cache, id, at }: Remembering, document: string, most: number): Promise<number> {
  const key = `${id}:${document}`;
  const known = (await cache.find(AT_ONCE, [key])).get(key);
  if (!known) return most;
  return Math.min(most, plus(known.at, BELIEVED_FOR) > at ? known.size : known.size * FEWER);
}

/** Notes that `size` took GitHub too long. */
export function noteSize({ cache, id, at }: Remembering, document: string, size: number): Promise<void> {
  return cache.keep(AT_ONCE, new Map([[`${id}:${document}`, { size, at }]]));
}

export function fewerThan(size: number): number {
  return Math.max(1, Math.floor(size / FEWER));
}

/** Tries with fewer when GitHub takes too long, which it says with a 502 or 504; rejects when it takes too long for one. */
export async function inTime<Answer>(
  scope: Remembering,
  document: string,
  most: number,
  ask: (size: number) => Promise<Answer>,
): Promise<Answer> {
  const first = await sizeOf(scope, document, most);
  for (let size = first; ; size = fewerThan(size)) {
    try {
      const answer = await ask(size);
      if (size !== first) await noteSize(scope, document, size);
      return answer;
    } catch (error) {
      if (size === 1 || !tookTooLong(error)) throw error;
    }
  }
}

/** Asks about all of a list, as many at a time as can be answered. */
export async function askInParts<One, Answer>(
  scope: Remembering,
  document: string,
  most: number,
  list: readonly One[],
  ask: (some: readonly One[]) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let rest = list; rest.length > 0;) {
    const asked = rest;
    const part = await inTime(scope, document, Math.min(most, asked.length), async (size) => ({
      size,
      answer: await ask(asked.slice(0, size)),
    }));
    answers.push(part.answer);
    rest = asked.slice(part.size);
  }
  return answers;
}

/** GraphQL says the same with a 200: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
export function tookTooLong(error: unknown): boolean {
  if (error instanceof PartialAnswer) {
    return error.type === "RESOURCE_LIMITS_EXCEEDED" || /something went wrong|timed? ?out/i.test(error.message);
  }
  return error instanceof Error && "status" in error && (error.status === 502 || error.status === 504);
}
