/** Labels: made with their colours when they are new to the repository, then put on and taken off. */
import type { Labels } from "../../desk/effect.js";
import type { Outcome } from "../outcome.js";
import { LABEL_MADE } from "../read/read-cache.js";
import { failureOf } from "../request-failure.js";
import { lookOf } from "./label-looks.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

export async function applyLabels(target: Target, { pull, add, remove }: Labels): Promise<Outcome> {
  const { client, owner, name } = target;
  const issue = { owner, repo: name, issue_number: pull };
  await ensureLabels(target, add);
  if (add.length > 0) await client.rest.issues.addLabels({ ...issue, labels: [...add] });
  for (const label of remove) {
    await unlessMissing(() => client.rest.issues.removeLabel({ ...issue, name: label }), target.now());
  }
  return DONE;
}

/** Each label is made once for a repository; one that people have made is left as it is. */
export async function ensureLabels({ client, cache, id, owner, name, now }: Target, labels: readonly string[]): Promise<void> {
  const keyOf = (label: string) => `${id}:${label.toLowerCase()}`;
  const made = await cache.find(LABEL_MADE, labels.map(keyOf));
  for (const label of labels.filter((one) => !made.has(keyOf(one)))) {
    try {
      await client.rest.issues.createLabel({ owner, repo: name, name: label, ...lookOf(label) });
    } catch (error) {
      const failure = failureOf(error, now());
      if (failure.kind !== "refused" || failure.status !== 422 || !/already.exists/i.test(failure.why)) throw error;
    }
    await cache.keep(LABEL_MADE, new Map([[keyOf(label), true]]));
  }
}

/** Somebody may have taken it off in the meantime. */
export async function unlessMissing(ask: () => Promise<unknown>, now: Date): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (failureOf(error, now).kind !== "missing") throw error;
  }
}
