/** `/undo` takes back the last command, and then the one before it. */
import { mayDo } from "../comments/permissions.js";
import { idNow, idOf } from "./command-facts.js";
import { toUndo } from "./acts.js";
import type { CommandRule } from "./command-rule.js";
import { only } from "./taken.js";

interface Undo {
  readonly kind: "undo";
}

export const undo: CommandRule<Undo> = {
  name: "undo",
  usage: "/undo",
  does: "cancels the last command here",
  more: "`/undo` cancels your last command in this conversation that changed something. People who may use `/slot` on the post can cancel the last command of anybody. Write `/undo` again to cancel the command before that. You cannot undo an `/undo`: write the cancelled command again.",
  example: "/undo",
  allowed: "anyone",
  about: { slugFirst: "yes", posts: "named" },
  read: () => ({ kind: "undo" }),
  take(_, { slugs, acts, issue, speaker, facts }) {
    const act = toUndo(acts, {
      issue,
      by: speaker.login,
      posts: slugs.length === 0 ? null : slugs.map((slug) => idOf(facts, slug)),
      owns: (post) => mayDo("owners", speaker, facts.partIn(facts.plan.slugOf(post) ?? post), facts.plan.desk),
      idNow: (post) => idNow(post, facts),
    });
    if (!act) return only({ kind: "nothing to undo" });
    return { answered: { kind: "undone", command: act.words, by: act.by, at: act.at }, change: { kind: "undo", act } };
  },
};
