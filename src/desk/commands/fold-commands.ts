/** The fold: what people have said with commands, folded from the conversations in the order they spoke. START HERE. */
import type { Desk } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import { bySaid, placeOfWords } from "../facts/spoken.js";
import type { Instant } from "../time/zone.js";
import type { Amendment, PostId } from "../tracking/amended-plan.js";
import { without, type Act, type UndoneAct } from "./acts.js";
import type { Answer, CommandAnswer } from "./answer.js";
import { asItStands, placeOfLine } from "./as-it-stands.js";
import { findSlug, idNow, idOf, type CommandFacts } from "./command-facts.js";
import { NO_DECISIONS, withChange, type DecisionChange, type DecisionsSoFar } from "./decisions-so-far.js";
import { isAnotherBots, othersWordIn, takeOthersWord } from "./others-words.js";
import { UNDECIDED, type PostDecisions, type Unsaid } from "./post-decisions.js";
import { readCommands, wordsOf } from "./read-commands.js";
import { readHad, replyMark } from "./reply-mark.js";
import { speakerOf, takeCommand, type Utterance } from "./take-command.js";
import type { Taken } from "./taken.js";

/** One conversation: a pull request's or a board's. */
export interface Conversation {
  readonly issue: number;
  readonly comments: readonly Comment[];
  /** Answered only while it is open. */
  readonly open: boolean;
}

interface FoldFacts {
  /** As the file has it. */
  readonly desk: Desk;
  /** What is so once these amendments were made; `untied` are the places of `/post`s that were taken back. */
  readonly factsOf: (amendments: readonly Amendment[], untied: ReadonlySet<string>) => CommandFacts;
  /** The app's own login. */
  readonly app: string;
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
  /** What was said of its reviewers and taken back. */
  readonly unsaidAbout: (slug: string) => readonly Unsaid[];
  readonly answers: readonly Answer[];
  /** As all is in the end. */
  readonly facts: CommandFacts;
}

/** What stands so far. A command that is undone leaves `acts`, and all is decided again without it. */
interface Course {
  acts: readonly Act[];
  undone: readonly UndoneAct[];
  decisions: DecisionsSoFar;
  untied: ReadonlySet<string>;
  facts: CommandFacts;
}

export function foldCommands(conversations: readonly Conversation[], grounds: FoldFacts): Decisions {
  const spoken = conversations
    .flatMap((conversation) => conversation.comments.map((comment) => ({ conversation, comment })))
    .filter(({ comment }) => comment.by !== null && !comment.by.bot && comment.body.includes("/"))
    .sort((a, b) => bySaid(a.comment, b.comment));
  const untied: ReadonlySet<string> = new Set();
  const course: Course = { acts: [], undone: [], decisions: NO_DECISIONS, untied, facts: grounds.factsOf(NO_DECISIONS.amendments, untied) };
  const answers: Answer[] = [];
  const replies = new Map(conversations.map((conversation) => [conversation, lazily(() => readHad(conversation.comments))]));
  /** Pull requests on which somebody was told that only GitHub's button approves. */
  const told = new Set<number>();
  for (const { conversation, comment } of spoken) {
    const { issue } = conversation;
    const had = new Map<string, Instant>();
    const at = saidAt(comment, () => replies.get(conversation)?.().get(replyMark(comment)));
    if (at !== comment.at) had.set("said", at);
    const utterance = (line: number): Utterance => ({
      ...{ comment, issue, line, at, facts: course.facts, decisions: course.decisions, acts: course.acts },
      hadThen: (slug, place = 0) => {
        // What was told at the time counts: clocks differ, and what this very command brought about is announced within the second.
        const then = replies.get(conversation)?.().get(replyMark(comment))?.get(`${line}.${place}`);
        const slot = then ?? course.facts.toldAt(slug, at);
        if (slot) had.set(`${line}.${place}`, slot);
        return slot;
      },
    });
    const said = readCommands(comment.body);
    const bring = (taken: Taken, words: string, place: string) =>
      bringAbout(taken, { issue, by: comment.by?.login ?? "", at: comment.at, words, place }, course, grounds);
    const lines = said.map((one, line) => bring(takeCommand(one, utterance(line)), wordsOf(one), placeOfLine(comment, one)));
    const others = othersWordIn(comment.body);
    if (others && (others.means === "refusal" || !told.has(issue))) {
      const given = { ...utterance(said.length), slugs: course.facts.slugsOf(issue), speaker: speakerOf(comment), may: () => true };
      const taken = takeOthersWord(others.means, given);
      const answered = taken && bring(taken, `/${others.word}`, `${placeOfWords(comment)}/${others.means}`);
      if (others.means === "approval" && answered) told.add(issue);
      if (answered && (comment.reactions.length > 0 || !isAnotherBots(comment, conversation.comments, grounds.app))) lines.push(answered);
    }
    if (lines.length > 0 && conversation.open) answers.push({ issue, comment, lines, had });
  }
  return {
    about: (slug) => decidedAbout(slug, course),
    actsAbout: (slug) => actsAbout(slug, course),
    unsaidAbout: (slug) => unsaidAbout(slug, course),
    answers: answers.map((answer) => asItStands(answer, { ...course, desk: grounds.desk })),
    facts: course.facts,
  };
}

/**
 * When a comment's commands were said: of one that was edited, when it was, unless they were answered before that. What they are
 * told by then is kept with the reply, and stays.
 */
function saidAt({ at, editedAt }: Comment, reply: () => ReadonlyMap<string, Instant> | undefined): Instant {
  if (editedAt === null) return at;
  const answered = reply();
  return answered ? (answered.get("said") ?? at) : editedAt;
}

/** Changes the course by what a command does, and says how to answer. */
function bringAbout(
  { answered, change }: Taken,
  said: Pick<Act, "issue" | "by" | "at" | "words" | "place">,
  course: Course,
  grounds: FoldFacts,
): CommandAnswer {
  if (!change) return answered;
  if (change.kind === "undo") {
    const { act } = change;
    const { acts, decisions } = without(act, course.acts, grounds.desk);
    const untied = act.change.kind === "tie" ? new Set([...course.untied, act.place]) : course.untied;
    move(course, { acts, undone: [...course.undone, { ...act, undoneAt: said.at }], decisions, untied }, grounds);
    return answered;
  }
  const { decisions, facts } = course;
  const changed = withChange(decisions, change, grounds.desk);
  if (changed.kind === "circle") return { kind: "circle", slugs: changed.posts.map((post) => facts.plan.slugOf(post) ?? post) };
  const act: Act = { ...said, posts: postsOf(change), change, before: decisions };
  move(course, { ...course, acts: [...course.acts, act], decisions: changed.decisions }, grounds);
  return answered;
}

function postsOf(change: DecisionChange): readonly PostId[] {
  switch (change.kind) {
    case "decide":
      return change.posts;
    case "order":
    case "tie":
      return [change.post];
    case "amend":
      return change.amendment.kind === "merge" ? [change.amendment.post, change.amendment.into] : [change.amendment.post];
  }
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

/** What an act does is told by what it makes of nothing decided. */
function unsaidAbout(slug: string, { undone, facts }: Course): readonly Unsaid[] {
  const id = idOf(facts, slug);
  return undone.flatMap(({ change, posts, at, undoneAt }) => {
    const post = posts.find((one) => idNow(one, facts) === id);
    if (change.kind !== "decide" || post === undefined) return [];
    const { cc = [], uncc = [] } = change.alter(UNDECIDED, post);
    return cc.length + uncc.length > 0 ? [{ named: cc.map(({ login }) => login), off: uncc, at, undoneAt }] : [];
  });
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
