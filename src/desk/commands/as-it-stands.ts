/** A command that was edited into a comment which others have followed: it is answered by what it does now. */
import type { Desk } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import { placeOfWords } from "../facts/spoken.js";
import type { Instant } from "../time/zone.js";
import { decidedBy, without, type Act, type UndoneAct } from "./acts.js";
import { isAccepted, type Answer, type CommandAnswer } from "./answer.js";
import { idOf, type CommandFacts } from "./command-facts.js";
import type { DecisionsSoFar } from "./decisions-so-far.js";
import { UNDECIDED } from "./post-decisions.js";
import { readCommands, type CommandLine } from "./read-commands.js";

/** What came of all that was said. */
interface Outcome {
  readonly acts: readonly Act[];
  readonly undone: readonly UndoneAct[];
  readonly facts: CommandFacts;
  /** As the file has it. */
  readonly desk: Desk;
}

export function asItStands(answer: Answer, outcome: Outcome): Answer {
  const { comment } = answer;
  const { editedAt } = comment;
  if (editedAt === null) return answer;
  const said = readCommands(comment.body);
  return { ...answer, lines: answer.lines.map((line, index) => lineAsItStands(line, said[index], comment, editedAt, outcome)) };
}

/** Where a command stands among all that was said. */
export function placeOfLine(comment: Comment, { at }: CommandLine): string {
  return `${placeOfWords(comment)}/${at}`;
}

function lineAsItStands(
  line: CommandAnswer,
  spoken: CommandLine | undefined,
  comment: Comment,
  editedAt: Instant,
  { acts, undone, facts, desk }: Outcome,
): CommandAnswer {
  if (!spoken) return line;
  // What is said after the edit changes nothing about how it was answered.
  const then = acts.filter((one) => one.place === placeOfLine(comment, spoken) || one.at < editedAt);
  if (line.kind === "so already") {
    // As when somebody makes an `/unhold` of their own `/hold`: with those words it is gone.
    const { held, dropped } = decidedBy(then, desk).decided.get(idOf(facts, line.slug)) ?? UNDECIDED;
    return line.command === "unhold" && !held && !dropped ? { kind: "not stopped", slug: line.slug } : { ...line, edited: true };
  }
  if (!isAccepted(line)) return line;
  const isIt = ({ place }: Act) => place === placeOfLine(comment, spoken);
  const act = acts.find(isIt);
  const vain = act && isVain(act, then, desk) ? act : undone.find((one) => isIt(one) && one.undoneAt < editedAt);
  return vain ? { kind: "overruled", command: spoken.meant, slugs: vain.posts.map((post) => facts.plan.slugOf(post) ?? post) } : line;
}

/** Whether all would be the same without it. */
function isVain(act: Act, acts: readonly Act[], desk: Desk): boolean {
  if (act.change.kind === "tie") return false;
  const told = ({ decided, amendments }: DecisionsSoFar) =>
    JSON.stringify([amendments, ...act.posts.map((post) => decided.get(post) ?? UNDECIDED)]);
  return told(without(act, acts, desk).decisions) === told(decidedBy(acts, desk));
}
