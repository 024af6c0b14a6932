/** Other bots' words that are met all the same, when somebody says them who is asked for a review: `/lgtm` and `/approve`, which approve nothing, and `/decline`. */
import { spokenLines } from "../comments/spoken-words.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { Comment } from "../facts/snapshot.js";
import { takeOff } from "./take-off.js";
import { only, type GivenCommand, type Taken } from "./taken.js";

type OthersWord = "approval" | "refusal";

/** What was said, and what it means. */
interface SaidOthersWord {
  readonly word: string;
  readonly means: OthersWord;
}

export const OTHERS_WORDS: ReadonlyMap<string, OthersWord> = new Map([
  ["lgtm", "approval"],
  ["approve", "approval"],
  ["decline", "refusal"],
]);

/** Null when the comment holds none. Of several the first counts. */
export function othersWordIn(body: string): SaidOthersWord | null {
  for (const { word, rest } of spokenLines(body)) {
    const means = OTHERS_WORDS.get(word);
    // `/lgtm cancel` takes another bot's approval back.
    if (means && !/^cancel\b/iu.test(rest)) return { word, means };
  }
  return null;
}

const SPEAKS_OF_THEM = /(?<![\w-])(?:\/(?:approve|decline)|\/?lgtm)\b/iu;

/** Whether another bot has answered the speaker since, or speaks of such words: then they are its own. One that builds or counts is no answer. */
export function isAnotherBots(comment: Comment, conversation: readonly Comment[], app: string): boolean {
  const isNamed = (body: string) => comment.by !== null && includesLogin(body.match(/[\w-]+/gu) ?? [], comment.by.login);
  return conversation.some(
    ({ by, at, body }) =>
      by?.bot === true && !sameLogin(by.login, app) && (SPEAKS_OF_THEM.test(body) || (at >= comment.at && isNamed(body))),
  );
}

/** Null where it is not ours to answer. */
export function takeOthersWord(word: OthersWord, given: GivenCommand): Taken | null {
  const { slugs, speaker, issue, comment, facts, at } = given;
  const isAnswered = comment.reactions.length > 0;
  const still = slugs.filter((slug) => !facts.isLive(slug, at));
  if (still.length === 0) return null;
  if (word === "approval") {
    // Who answered with a comment has not approved; who approved has done what counts, unless they are asked again.
    const owes =
      includesLogin(facts.askedNow(issue), speaker.login) ||
      (includesLogin(facts.everAsked(issue), speaker.login) && !includesLogin(facts.approvedOn(issue), speaker.login));
    return isAnswered || owes ? only({ kind: "approve in a review" }) : null;
  }
  if (!isAnswered && !includesLogin(facts.everAsked(issue), speaker.login)) return null;
  const taken = takeOff([speaker.login], { own: true, besides: [], strangers: [], nobody: [] }, { ...given, slugs: still });
  return taken.change === null ? null : taken;
}
