/** Decisions: what people have said with commands, folded from the conversations in the order they spoke. START HERE for commands. */
import { readCommands, readDryRun, type Said } from "../comments/grammar.js";
import { mayDo } from "../comments/permissions.js";
import { readHad, replyMark } from "../comments/reply-mark.js";
import type { Desk } from "../facts/desk.js";
import type { Comment } from "../facts/snapshot.js";
import type { Instant } from "../time/zone.js";
import type { Amendment } from "../tracking/amended-plan.js";
import type { Answer, Answered } from "./answer.js";
import { findSlug, idOf, type Scene } from "./command-facts.js";
import { NO_RULINGS, rule, type Rulings } from "./decisions-so-far.js";
import { UNDECIDED, type Decided } from "./post-decisions.js";
import { hear, speakerOf, subjectOf, unclear } from "./take-command.js";
import { only, type Heard, type Saying } from "./taken.js";
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

export interface Grounds {
  /** As the file has it. */
  readonly desk: Desk;
  /** What is so once these amendments were made; `untied` are the places of `/post`s that were taken back. */
  readonly sceneOf: (amendments: readonly Amendment[], untied: ReadonlySet<string>) => Scene;
  readonly trial: Trial | null;
}

export interface Decisions {
  readonly about: (slug: string) => Decided;
  readonly answers: readonly Answer[];
  /** As all is in the end. */
  readonly scene: Scene;
  /** How the command of the trial would be answered; null when there is none. */
  readonly tried: Answered | null;
}

/** What stands so far. A command that is undone leaves `acts`, and all is ruled again without it. */
interface Course {
  acts: readonly Act[];
  rulings: Rulings;
  untied: ReadonlySet<string>;
  scene: Scene;
}

export function foldDecisions(conversations: readonly Conversation[], grounds: Grounds): Decisions {
  const spoken = conversations
    .flatMap((conversation) => conversation.comments.map((comment) => ({ conversation, comment })))
    .filter(({ comment }) => comment.by !== null && !comment.by.bot && comment.body.includes("/"))
    .sort((a, b) => (a.comment.at === b.comment.at ? a.comment.id - b.comment.id : a.comment.at < b.comment.at ? -1 : 1));
  const untied: ReadonlySet<string> = new Set();
  const course: Course = { acts: [], rulings: NO_RULINGS, untied, scene: grounds.sceneOf(NO_RULINGS.amendments, untied) };
  const answers: Answer[] = [];
  let tried: Answered | null = null;
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
        const slot = told ?? course.scene.toldAt(slug, comment.at);
        if (slot) had.set(`${line}.${place}`, slot);
        return slot;
      },
    });
    const lines = readCommands(comment.body).map((said, line): Answered => {
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
    answers,
    scene: course.scene,
    tried,
  };
}

/** One command in its place. */
interface Spoken {
  readonly comment: Comment;
  readonly issue: number;
  readonly line: number;
  readonly hadThen: Saying["hadThen"];
}

/** Takes one command in: changes the course when the speaker may, and says how to answer. */
function take(said: Said, spoken: Spoken, course: Course, grounds: Grounds): Answered {
  const { name } = said;
  const { comment, issue, line, hadThen } = spoken;
  if (name === null) return { kind: "unknown", word: said.word, meant: said.meant ?? "help" };
  if (name === "undo") return undo(said, comment, issue, course, grounds);
  const { rulings, scene } = course;
  const { answered, change }: Heard = hear({ said: { ...said, name }, issue, comment, scene, rulings, hadThen });
  if (!change) return answered;
  const ruled = rule(rulings, change, grounds.desk);
  if (ruled.kind === "circle") return { kind: "circle", slugs: ruled.posts.map((post) => scene.plan.slugOf(post) ?? post) };
  const posts =
    change.kind === "decide"
      ? change.posts
      : change.kind === "order"
        ? [change.post]
        : change.kind === "tie"
          ? subjectOf(said, [], scene).slugs.map((slug) => idOf(scene, slug))
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
    before: rulings,
  };
  move(course, { acts: [...course.acts, act], rulings: ruled.rulings, untied: course.untied }, grounds);
  return answered;
}

function undo(said: Said, comment: Comment, issue: number, course: Course, grounds: Grounds): Answered {
  const { scene } = course;
  const speaker = speakerOf(comment);
  const { slugs, first } = subjectOf(said, scene.slugsOf(issue), scene);
  if (slugs.length === 0 && first !== "") return unclear("undo", first, scene).answered;
  const idNow = (post: string) => (scene.plan.slugOf(post) === null ? (scene.plan.idOf(post) ?? post) : post);
  const act = toUndo(course.acts, {
    issue,
    by: speaker.login,
    posts: slugs.length === 0 ? null : slugs.map((slug) => idOf(scene, slug)),
    owns: (post) => mayDo("owners", speaker, scene.partIn(scene.plan.slugOf(post) ?? post), grounds.desk),
    idNow,
  });
  if (!act) return only({ kind: "nothing to undo" }).answered;
  const { acts, rulings } = without(act, course.acts, grounds.desk);
  const untied = act.change.kind === "tie" ? new Set([...course.untied, act.place]) : course.untied;
  move(course, { acts, rulings, untied }, grounds);
  return { kind: "undone", command: wordsOf(act.said), by: act.by, at: act.at };
}

/** What each conversation is about is looked up again only when the plan was amended: that is rare, and the rest is not. */
function move(course: Course, next: Omit<Course, "scene">, { sceneOf }: Grounds): void {
  const same = next.rulings.amendments === course.rulings.amendments && next.untied === course.untied;
  Object.assign(course, next, same ? {} : { scene: sceneOf(next.rulings.amendments, next.untied) });
}

/** `after` as those posts are called now; what is not tracked any more is not waited for. */
function decidedAbout(slug: string, { rulings, scene }: Course): Decided {
  const id = idOf(scene, slug);
  const decided = rulings.decided.get(id) ?? UNDECIDED;
  if (decided.after.length === 0) return decided;
  const after = decided.after.flatMap((post) => scene.plan.slugOf(post) ?? findSlug(scene, post) ?? []);
  return { ...decided, after: [...new Set(after)].filter((one) => one !== slug) };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
