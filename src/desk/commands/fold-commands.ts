/** The fold: what people have said with commands, folded from the conversations in the order they spoke. START HERE. */
import { readCommands, readDryRun, type CommandLine } from "../comments/grammar.js";
import { mayDo } from "../comments/permissions.js";
import { readHad, replyMark } from "../comments/reply-mark.js";
import type { Desk } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import type { Instant } from "../time/zone.js";
import type { Amendment } from "../tracking/amended-plan.js";
import type { Answer, CommandAnswer } from "./answer.js";
import { findSlug, idOf, type CommandFacts } from "./command-facts.js";
import { NO_DECISIONS, withChange, type DecisionsSoFar } from "./decisions-so-far.js";
import { UNDECIDED, type PostDecisions } from "./post-decisions.js";
import { takeCommand, speakerOf, subjectOf, unclear } from "./take-command.js";
import { only, type Taken, type GivenCommand } from "./taken.js";
import { toUndo, without, wordsOf, type Act } from "./undo.js";

/** One conversation: a pull request's or a board's. */
export interface Conversation {
  readonly issue: number;
  readonly comments: readonly Comment[];
  /** Answered only while it is open. */
  readonly open: boolean;
}

/** A `/dry-run` that is taken for the command it would try. */
export interface Trial {
  readonly comment: number;
  /** Which of the comment's commands, from 0. */
  readonly line: number;
}

interface FoldFacts {
  /** As the file has it. */
  readonly desk: Desk;
  /** What is so once these amendments were made; `untied` are the places of `/post`s that were taken back. */
  readonly factsOf: (amendments: readonly Amendment[], untied: ReadonlySet<string>) => CommandFacts;
  readonly trial: Trial | null;
}

/** A command that changed something about a post; `undoneAt` is when it was taken back, null while it stands. */
interface ActAbout {
  readonly by: string;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
}

interface Decisions {
  readonly about: (slug: string) => PostDecisions;
  readonly actsAbout: (slug: string) => readonly ActAbout[];
  readonly answers: readonly Answer[];
  /** As all is in the end. */
  readonly facts: CommandFacts;
  /** How the command of the trial would be answered; null when there is none. */
  readonly tried: CommandAnswer | null;
}

/** What stands so far. A command that is undone leaves `acts`, and all is decided again without it. */
interface Course {
  acts: readonly Act[];
  undone: readonly (Act & { readonly undoneAt: Instant })[];
  decisions: DecisionsSoFar;
  untied: ReadonlySet<string>;
  facts: CommandFacts;
}

export function foldCommands(conversations: readonly Conversation[], grounds: FoldFacts): Decisions {
  const spoken = conversations
    .flatMap((conversation) => conversation.comments.map((comment) => ({ conversation, comment })))
    .filter(({ comment }) => comment.by !== null && !comment.by.bot && comment.body.includes("/"))
    .sort((a, b) => (a.comment.at === b.comment.at ? a.comment.id - b.comment.id : a.comment.at < b.comment.at ? -1 : 1));
  const untied: ReadonlySet<string> = new Set();
  const course: Course = { acts: [], undone: [], decisions: NO_DECISIONS, untied, facts: grounds.factsOf(NO_DECISIONS.amendments, untied) };
  const answers: Answer[] = [];
  let tried: CommandAnswer | null = null;
  const replies = new Map(conversations.map((conversation) => [conversation, lazily(() => readHad(conversation.comments))]));
  for (const { conversation, comment } of spoken) {
    const had = new Map<string, Instant>();
    const utterance = (line: number) => ({
      comment,
      issue: conversation.issue,
      line,
      hadThen: (slug: string, place = 0) => {
        // What was told at the time counts: clocks differ, and what this very command brought about is announced within the second.
        const told = replies.get(conversation)?.().get(replyMark(comment))?.get(`${line}.${place}`);
        const slot = told ?? course.facts.toldAt(slug, comment.at);
        if (slot) had.set(`${line}.${place}`, slot);
        return slot;
      },
    });
    const lines = readCommands(comment.body).map((said, line): CommandAnswer => {
      if (said.name !== "dry-run") return take(said, utterance(line), course, grounds);
      const inner = readDryRun(said.rest);
      if (!inner)
        return { kind: "unreadable", command: "dry-run", why: "Unexpected words, expected a command to try: `/dry-run /slot next`" };
      if (grounds.trial?.comment === comment.id && grounds.trial.line === line) tried = take(inner, utterance(line), course, grounds);
      return { kind: "dry run", comment: comment.id, line, command: wordsOf(inner) };
    });
    if (lines.length > 0 && conversation.open) answers.push({ issue: conversation.issue, comment, lines, had });
  }
  return {
    about: (slug) => decidedAbout(slug, course),
    actsAbout: (slug) => actsAbout(slug, course),
    answers,
    facts: course.facts,
    tried,
  };
}

/** One command in its place. */
interface Spoken {
  readonly comment: Comment;
  readonly issue: number;
  readonly line: number;
  readonly hadThen: GivenCommand["hadThen"];
}

/** Takes one command in: changes the course when the speaker may, and says how to answer. */
function take(said: CommandLine, spoken: Spoken, course: Course, grounds: FoldFacts): CommandAnswer {
  const { name } = said;
  const { comment, issue, line, hadThen } = spoken;
  if (name === null) return { kind: "unknown", word: said.word, meant: said.meant ?? "help" };
  if (name === "undo") return undo(said, comment, issue, course, grounds);
  const { decisions, facts } = course;
  const { answered, change }: Taken = takeCommand({ said: { ...said, name }, issue, comment, facts, decisions, hadThen });
  if (!change) return answered;
  const changed = withChange(decisions, change, grounds.desk);
  if (changed.kind === "circle") return { kind: "circle", slugs: changed.posts.map((post) => facts.plan.slugOf(post) ?? post) };
  const posts =
    change.kind === "decide"
      ? change.posts
      : change.kind === "order"
        ? [change.post]
        : change.kind === "tie"
          ? subjectOf(said, [], facts).slugs.map((slug) => idOf(facts, slug))
          : change.amendment.kind === "merge"
            ? [change.amendment.post, change.amendment.into]
            : [change.amendment.post];
  const act: Act = {
    issue,
    by: comment.by?.login ?? "",
    at: comment.at,
    said,
    place: `${comment.id}/${line}`,
    posts,
    change,
    before: decisions,
  };
  move(course, { ...course, acts: [...course.acts, act], decisions: changed.decisions }, grounds);
  return answered;
}

function undo(said: CommandLine, comment: Comment, issue: number, course: Course, grounds: FoldFacts): CommandAnswer {
  const { facts } = course;
  const speaker = speakerOf(comment);
  const { slugs, first } = subjectOf(said, facts.slugsOf(issue), facts);
  if (slugs.length === 0 && first !== "") return unclear("undo", first, facts).answered;
  const act = toUndo(course.acts, {
    issue,
    by: speaker.login,
    posts: slugs.length === 0 ? null : slugs.map((slug) => idOf(facts, slug)),
    owns: (post) => mayDo("owners", speaker, facts.partIn(facts.plan.slugOf(post) ?? post), grounds.desk),
    idNow: (post) => idNow(post, facts),
  });
  if (!act) return only({ kind: "nothing to undo" }).answered;
  const { acts, decisions } = without(act, course.acts, grounds.desk);
  const untied = act.change.kind === "tie" ? new Set([...course.untied, act.place]) : course.untied;
  move(course, { acts, undone: [...course.undone, { ...act, undoneAt: comment.at }], decisions, untied }, grounds);
  return { kind: "undone", command: wordsOf(act.said), by: act.by, at: act.at };
}

/** What each conversation is about is looked up again only when the plan was amended: that is rare, and the rest is not. */
function move(course: Course, next: Omit<Course, "facts">, { factsOf }: FoldFacts): void {
  const same = next.decisions.amendments === course.decisions.amendments && next.untied === course.untied;
  Object.assign(course, next, same ? {} : { facts: factsOf(next.decisions.amendments, next.untied) });
}

/** `after` as those posts are called now; what is not tracked any more is not waited for. */
function decidedAbout(slug: string, { decisions, facts }: Course): PostDecisions {
  const id = idOf(facts, slug);
  const decided = decisions.decided.get(id) ?? UNDECIDED;
  if (decided.after.length === 0) return decided;
  const after = decided.after.flatMap((post) => facts.plan.slugOf(post) ?? findSlug(facts, post) ?? []);
  return { ...decided, after: [...new Set(after)].filter((one) => one !== slug) };
}

function actsAbout(slug: string, { acts, undone, facts }: Course): readonly ActAbout[] {
  const id = idOf(facts, slug);
  const isAbout = ({ posts }: Act) => posts.some((post) => idNow(post, facts) === id);
  const standing = acts.filter(isAbout).map(({ by, at }) => ({ by, at, undoneAt: null }));
  return [...standing, ...undone.filter(isAbout).map(({ by, at, undoneAt }) => ({ by, at, undoneAt }))];
}

/** A promise that became part of another goes by that one's id. */
function idNow(post: string, { plan }: CommandFacts): string {
  return plan.slugOf(post) === null ? (plan.idOf(post) ?? post) : post;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
