/** Bringing about what disturbs nobody: checks, and edits of the notice and the board, many in one request. */
import { keyOf } from "../../desk/effect.js";
import { instant } from "../../desk/time/zone.js";
import { sameLogin } from "../../desk/facts/person.js";
import type { AnswerError } from "../client.js";
import type { Applied } from "../forge.js";
import type { Outcome } from "../outcome.js";
import { inChunks } from "../read/in-chunks.js";
import { fewerThan, noteSize, sizeOf, tookTooLong } from "../read/in-time.js";
import { nodesOf, type Nodes } from "../read/shapes.js";
import { unassignable } from "./assign.js";
import { createInput, findCheckRun, updateInputs } from "./check-run.js";
import { mutationDocument, MUTATIONS_AT_ONCE, type Mutation } from "./mutations.js";
import { markedText } from "./news-of.js";
import type { UnnotifyingEffect } from "./notifies-nobody.js";
import { DONE, outcomeOf, outcomeOfAlias } from "./outcome-of.js";
import type { Target } from "./target.js";

interface Step {
  readonly effect: UnnotifyingEffect;
  readonly mutation: Mutation;
  /** Whether the effect is done when this is. */
  readonly last: boolean;
}

/** Yields outcomes as documents are answered; after a `later` none follows. */
export async function* applySilent(
  target: Target,
  effects: readonly UnnotifyingEffect[],
  doubtful: ReadonlySet<string>,
): AsyncIterable<Applied> {
  const first: Step[] = [];
  const second: Step[] = [];
  for (const effect of effects) {
    const prepared = await prepare(target, effect, doubtful.has(keyOf(effect)));
    if (Array.isArray(prepared)) {
      if (prepared.length === 0) yield { effect, outcome: DONE };
      else (prepared[0]?.mutation.field === "updateCheckRun" ? second : first).push(...prepared);
    } else {
      yield { effect, outcome: prepared };
      if (prepared.kind === "later") return;
    }
  }
  const atOnce = await sizeOf(scopeOf(target), DOCUMENT, MUTATIONS_AT_ONCE);
  for (const steps of inChunks(first, atOnce)) {
    for (const { step, outcome, id } of await send(target, steps)) {
      if (outcome.kind === "done" && !step.last && step.effect.kind === "check") {
        second.push(...lastOf(step.effect, updateInputs(step.effect, target.node, id)));
        continue;
      }
      yield { effect: step.effect, outcome };
      if (outcome.kind === "later") return;
    }
  }
  const failed = new Set<UnnotifyingEffect>();
  for (const steps of inChunks(second, atOnce)) {
    const wanted = steps.filter(({ effect }) => !failed.has(effect));
    for (const { step, outcome } of wanted.length > 0 ? await send(target, wanted) : []) {
      if (failed.has(step.effect) || (outcome.kind === "done" && !step.last)) continue;
      if (outcome.kind !== "done") failed.add(step.effect);
      yield { effect: step.effect, outcome };
      if (outcome.kind === "later") return;
    }
  }
}

/** The mutations that it takes; none when it turns out to be done; or an outcome when that cannot be found out. */
async function prepare(target: Target, effect: UnnotifyingEffect, isDoubtful: boolean): Promise<Step[] | Outcome> {
  switch (effect.kind) {
    case "notice":
      return single(effect, { field: "updateIssueComment", input: { id: effect.comment.node, body: markedText(effect) } });
    case "assign":
      return single(effect, {
        field: "addAssigneesToAssignable",
        input: { assignableId: effect.own.pull, assigneeIds: [effect.own.person] },
      });
    case "board":
      return single(effect, {
        field: "updateIssue",
        input: { id: effect.issue.node, title: effect.title, body: markedText(effect), ...(effect.double && { state: "CLOSED" }) },
      });
    case "check": {
      const create: Step = {
        effect,
        mutation: { field: "createCheckRun", input: createInput(effect, target.node) },
        last: updateInputs(effect, target.node, "").length === 0,
      };
      if (!isDoubtful) return [create];
      try {
        const made = await findCheckRun(target, effect);
        return made ? lastOf(effect, updateInputs(effect, target.node, made.node, made.annotations)) : [create];
      } catch (error) {
        return outcomeOf(error, target.now());
      }
    }
  }
}

function single(effect: UnnotifyingEffect, mutation: Mutation): Step[] {
  return [{ effect, mutation, last: true }];
}

function lastOf(effect: UnnotifyingEffect, inputs: readonly Mutation["input"][]): Step[] {
  return inputs.map((input, n) => ({ effect, mutation: { field: "updateCheckRun", input }, last: n === inputs.length - 1 }));
}

/** By which name it is remembered how many mutations GitHub can answer in time. */
const DOCUMENT = "silent";

function scopeOf({ cache, id, now }: Target) {
  return { cache, id, at: instant(now()) };
}

interface Sent {
  readonly step: Step;
  readonly outcome: Outcome;
  /** GraphQL's id of what was made or changed; empty when nothing was. */
  readonly id: string;
}

interface MadeShape {
  readonly id: string;
  /** Of what somebody was to be assigned to. */
  readonly assignees?: Nodes<{ readonly login: string }>;
}

type MutationShape = Readonly<Record<string, Readonly<Record<string, MadeShape | null>> | null>>;

/** Sends one document. When it fails as a whole, each of its effects has that outcome. */
async function send(target: Target, steps: readonly Step[]): Promise<readonly Sent[]> {
  const document = mutationDocument(steps.map(({ mutation }) => mutation.field));
  const variables = Object.fromEntries(steps.map(({ mutation }, n) => [`m${n}`, mutation.input]));
  try {
    const { data, errors } = await target.client.graphql<MutationShape>(document, variables);
    return steps.map((step, n) => {
      const made = Object.values(data?.[`m${n}`] ?? {})[0];
      return made
        ? { step, outcome: outcomeOfMade(made, step.effect), id: made.id }
        : { step, outcome: outcomeOfAlias(errorsOf(errors, n), step.mutation.field, target.now()), id: "" };
    });
  } catch (error) {
    // Some of it may have been carried out, so that it is not sent again now. The next document is shorter.
    if (tookTooLong(error)) await noteSize(scopeOf(target), DOCUMENT, fewerThan(steps.length));
    return steps.map((step) => ({ step, outcome: outcomeOf(error, target.now()), id: "" }));
  }
}

/** GitHub says nothing of somebody whom it does not assign. */
function outcomeOfMade({ assignees }: MadeShape, effect: UnnotifyingEffect): Outcome {
  if (effect.kind !== "assign" || nodesOf(assignees ?? null).some(({ login }) => sameLogin(login, effect.login))) return DONE;
  return unassignable(effect);
}

/** An error without a path is about the whole document. */
function errorsOf(errors: readonly AnswerError[], n: number): readonly AnswerError[] {
  return errors.filter(({ path }) => path === undefined || path[0] === `m${n}`);
}
