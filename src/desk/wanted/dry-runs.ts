/** Dry runs: everything judged once more by facts in which a command has been said, and what would be otherwise. */
import type { Answer, DryRunAsked } from "../commands/answer.js";
import { isAccepted } from "../commands/answer.js";
import { asIfSaid } from "../commands/as-if-said.js";
import { replyMark, withHad, withoutHad } from "../commands/reply-mark.js";
import type { Dossiers } from "../dossier.js";
import type { Snapshot } from "../facts/snapshot.js";
import { placeOfWords, spokenOn } from "../facts/spoken.js";
import type { JudgedPost } from "../judged.js";
import { plus, type Instant } from "../time/zone.js";
import type { Difference, DryRun, PostStanding } from "../words/replies/dry-run.js";

/** What one judgement made of the posts. */
interface Outlook {
  readonly dossiers: Pick<Dossiers, "answers" | "calledNow">;
  readonly posts: readonly JudgedPost[];
}

export interface DryRuns {
  readonly of: (asked: DryRunAsked) => DryRun | null;
  /** When those are worked out that were left for another look; null when none were. */
  readonly againAt: Instant | null;
}

/** At most so many are worked out in a look: each costs another judgement of everything. */
const MOST = 3;

/** Works out those that have not been answered. */
export function dryRunsOf(
  answers: readonly Answer[],
  posts: readonly JudgedPost[],
  facts: Snapshot,
  judge: (facts: Snapshot) => Outlook,
): DryRuns {
  const { open, boards, memory } = facts;
  const asked = answers.flatMap(({ comment, lines, had }) => {
    const all = lines.filter((line) => line.kind === "dry run");
    return all.length > 0 && memory.effects[withHad(replyMark(comment), had)]?.ended !== "done"
      ? all.map((line) => ({ comment, line }))
      : [];
  });
  if (asked.length === 0) return { of: () => null, againAt: null };
  const spoken = new Set(
    [...open.map(spokenOn), ...boards.map(({ comments }) => comments)].flatMap((said) =>
      said.flatMap(({ mark }) => (mark === null ? [] : withoutHad(mark))),
    ),
  );
  const waiting = asked.filter(({ comment }) => !spoken.has(replyMark(comment))).map(({ line }) => line);
  const found = new Map(waiting.slice(0, MOST).map((line) => [placeOf(line), tryOut(line, posts, facts, judge)]));
  return { of: (line) => found.get(placeOf(line)) ?? null, againAt: waiting.length > MOST ? plus(facts.at, 1000) : null };
}

function placeOf({ comment, line }: DryRunAsked): string {
  return `${comment}/${line}`;
}

function tryOut(asked: DryRunAsked, posts: readonly JudgedPost[], facts: Snapshot, judge: (facts: Snapshot) => Outlook): DryRun {
  const { dossiers, posts: then } = judge(asIfSaid(facts, asked));
  const answered = dossiers.answers.find(({ comment }) => placeOfWords(comment) === asked.comment)?.lines[asked.line] ?? null;
  return { answered, differences: answered && isAccepted(answered) ? differencesOf(posts, then, dossiers.calledNow) : [] };
}

function differencesOf(
  posts: readonly JudgedPost[],
  then: readonly JudgedPost[],
  calledThen: (slug: string) => string | null,
): readonly Difference[] {
  const bySlug = new Map(then.map((post) => [post.slug, post]));
  const met = new Set<string>();
  const changed = posts.flatMap((post): Difference[] => {
    const slug = calledThen(post.slug);
    const later = slug === null ? undefined : bySlug.get(slug);
    // One of two that become one goes on; the other is no more.
    const goesOn = later && !met.has(later.slug) && (later.slug === post.slug || !posts.some((one) => one.slug === later.slug));
    if (!goesOn) return [{ slug: post.slug, before: standingOf(post), after: null }];
    met.add(later.slug);
    const [before, after] = [standingOf(post), standingOf(later)];
    return isSame(before, after) ? [] : [{ slug: later.slug, before, after }];
  });
  const made = then
    .filter(({ slug }) => !met.has(slug))
    .map((post): Difference => ({ slug: post.slug, before: null, after: standingOf(post) }));
  return [...changed, ...made];
}

function standingOf({ slug, stage, slot }: JudgedPost): PostStanding {
  return { slug, stage, slot: slot?.at ?? null, late: slot && slot.lateness !== "on time" ? slot.lateness : null };
}

function isSame(a: PostStanding, b: PostStanding): boolean {
  return a.slug === b.slug && a.stage === b.stage && a.slot === b.slot && a.late === b.late;
}
