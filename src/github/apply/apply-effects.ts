/** Bringing a plan about: first all that disturbs nobody, which a merge may depend on, then the rest in order. */
import { randomUUID } from "node:crypto";
import type { Effect } from "../../desk/effect.js";
import type { Applied } from "../forge.js";
import { TOUCHED } from "../read/read-cache.js";
import { isQuiet } from "./is-quiet.js";
import { applyLoud } from "./loud.js";
import { applyQuiet } from "./quiet.js";
import type { Target } from "./target.js";

export async function* applyEffects(site: Target, effects: readonly Effect[], doubtful: ReadonlySet<string>): AsyncIterable<Applied> {
  await noteTouched(site, effects);
  for await (const applied of applyQuiet(site, effects.filter(isQuiet), doubtful)) {
    yield applied;
    if (applied.outcome.kind === "later") return;
  }
  for (const effect of effects.filter((one) => !isQuiet(one))) {
    const outcome = await applyLoud(site, effect, doubtful);
    yield { effect, outcome };
    if (outcome.kind === "later") return;
  }
}

/** GitHub does not date a pull request anew for everything that we do to it, so what was kept of it must not be believed after us. */
async function noteTouched({ cache, id }: Target, effects: readonly Effect[]): Promise<void> {
  const numbers = effects.flatMap((effect) => {
    if ("pull" in effect) return [effect.pull];
    if (effect.kind === "board") return effect.issue ? [effect.issue.number] : [];
    return "issue" in effect ? [effect.issue] : [];
  });
  await cache.keep(TOUCHED, new Map(numbers.map((number) => [`${id}:${number}`, randomUUID()])));
}
