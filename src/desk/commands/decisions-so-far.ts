/** Decisions so far: all that is decided at one point of the conversations, and how each command changes it. */
import type { Desk } from "../facts/desk.js";
import { amendPlan, type AmendedPlan, type Amendment, type PostId } from "../tracking/amended-plan.js";
import { joinDecisions, UNDECIDED, type PostDecisions } from "./post-decisions.js";

export interface DecisionsSoFar {
  readonly decided: ReadonlyMap<PostId, PostDecisions>;
  readonly amendments: readonly Amendment[];
}

export const NO_DECISIONS: DecisionsSoFar = { decided: new Map(), amendments: [] };

export type DecisionChange =
  | {
      readonly kind: "decide";
      readonly posts: readonly PostId[];
      readonly alter: (was: PostDecisions, post: PostId) => Partial<PostDecisions>;
    }
  | { readonly kind: "amend"; readonly amendment: Amendment }
  | { readonly kind: "order"; readonly post: PostId; readonly after: PostId }
  /** `/post`: read where pull requests are tied, and only taken back here. */
  | { readonly kind: "tie"; readonly post: PostId };

type Decision =
  | { readonly kind: "decided"; readonly decisions: DecisionsSoFar }
  /** Posts of which each comes after the next, and the last after the first: nothing has changed. */
  | { readonly kind: "circle"; readonly posts: readonly PostId[] };

/** Takes one change in. One that would close a circle of `after` is refused, whether it is new or left over when an older one was undone. */
export function withChange(decisions: DecisionsSoFar, change: DecisionChange, desk: Desk): Decision {
  switch (change.kind) {
    case "tie":
      return { kind: "decided", decisions };
    case "decide": {
      const decided = new Map(decisions.decided);
      for (const post of change.posts) {
        const was = decided.get(post) ?? UNDECIDED;
        decided.set(post, { ...was, ...change.alter(was, post) });
      }
      return { kind: "decided", decisions: { ...decisions, decided } };
    }
    case "order": {
      const was = decisions.decided.get(change.post) ?? UNDECIDED;
      const decided = new Map(decisions.decided).set(change.post, { ...was, after: [...was.after, change.after] });
      return withoutCircle({ ...decisions, decided }, change.post, desk);
    }
    case "amend": {
      const { amendment } = change;
      const [own, other] =
        amendment.kind === "merge"
          ? [amendment.into, amendment.post]
          : [amendment.post, amendment.kind === "rename" ? amendment.to : amendment.slug];
      const was = decisions.decided.get(own) ?? UNDECIDED;
      const joined = amendment.kind === "split" ? undefined : decisions.decided.get(other);
      // A post that nobody had promised and that now is the promised one keeps the slot that was asked for it.
      const { slot, laterThan, pin } = joined && amendment.kind !== "merge" && !was.slot && !was.laterThan && !was.pin ? joined : was;
      const decided = joined
        ? new Map(decisions.decided).set(own, { ...joinDecisions(was, joined), slot, laterThan, pin })
        : decisions.decided;
      return withoutCircle({ decided, amendments: [...decisions.amendments, amendment] }, own, desk);
    }
  }
}

function withoutCircle(decisions: DecisionsSoFar, post: PostId, desk: Desk): Decision {
  const circle = circleThrough(post, amendPlan(desk, decisions.amendments), decisions);
  return circle ? { kind: "circle", posts: circle } : { kind: "decided", decisions };
}

/** What `post` comes after, by the plan and by what people said. */
export function comesAfter(post: PostId, plan: AmendedPlan, { decided }: DecisionsSoFar): readonly PostId[] {
  const planned = plan.promised(post)?.after.flatMap((slug) => plan.idOf(slug) ?? []) ?? [];
  // A promise that became part of another goes by that one's id.
  const said = (decided.get(post)?.after ?? []).map((id) => (plan.slugOf(id) === null ? (plan.idOf(id) ?? id) : id));
  return [...new Set([...planned, ...said])].filter((id) => id !== post);
}

function circleThrough(post: PostId, plan: AmendedPlan, decisions: DecisionsSoFar): readonly PostId[] | null {
  const cameFrom = new Map<PostId, PostId>();
  const toVisit: PostId[] = [post];
  for (let here = toVisit.pop(); here !== undefined; here = toVisit.pop()) {
    for (const next of comesAfter(here, plan, decisions)) {
      if (next === post) {
        const way: PostId[] = [];
        for (let step: PostId | undefined = here; step !== undefined && step !== post; step = cameFrom.get(step)) way.unshift(step);
        return [post, ...way];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, here);
      toVisit.push(next);
    }
  }
  return null;
}
