/**
 * Bringing a plan about: first all that disturbs nobody, which a merge may depend on, then the rest in order. What the ledger
 * calls doubtful was begun before a crash, and its end is unknown: each kind looks that up before it acts again. START HERE.
 */
import { randomUUID } from "node:crypto";
import { threadOf, type Effect } from "../../desk/effect.js";
import { instant } from "../../desk/time/zone.js";
import type { Applied } from "../forge.js";
import type { Outcome } from "../outcome.js";
import { THREADS_STIRRED, TOUCHED } from "../read/read-cache.js";
import { newsOf } from "./news-of.js";
import { notifiesNobody } from "./notifies-nobody.js";
import { applyNotifying } from "./notifying.js";
import { applySilent } from "./silent.js";
import type { Target } from "./target.js";

export async function* applyEffects(target: Target, effects: readonly Effect[], doubtful: ReadonlySet<string>): AsyncIterable<Applied> {
  await noteTouched(target, effects);
  for await (const applied of applySilent(target, effects.filter(notifiesNobody), doubtful)) {
    yield { ...applied, outcome: withNews(target, applied) };
    if (applied.outcome.kind === "later") return;
  }
  for (const effect of effects.filter((one) => !notifiesNobody(one))) {
    const outcome = await applyNotifying(target, effect, doubtful);
    yield { effect, outcome: withNews(target, { effect, outcome }) };
    if (outcome.kind === "later") return;
  }
}

function withNews({ app, now }: Target, { effect, outcome }: Applied): Outcome {
  if (outcome.kind !== "done" || outcome.news) return outcome;
  const news = newsOf(effect, app, instant(now()));
  return news.length > 0 ? { ...outcome, news } : outcome;
}

/** GitHub does not date a pull request anew for everything that we do to it, so what was kept of it must not be believed after us. */
async function noteTouched({ cache, id }: Target, effects: readonly Effect[]): Promise<void> {
  const numbers = effects.flatMap((effect) => {
    return effect.kind === "foresee" ? [] : (threadOf(effect) ?? []);
  });
  await cache.keep(TOUCHED, new Map(numbers.map((number) => [`${id}:${number}`, randomUUID()])));
  // What we do on lines is told by our own review, or by nothing.
  const onLines = effects.flatMap((effect) => (effect.kind === "react" && effect.comment.in?.kind === "line" ? [effect.issue] : []));
  await cache.keep(THREADS_STIRRED, new Map(onLines.map((number) => [`${id}:${number}`, randomUUID()])));
}
