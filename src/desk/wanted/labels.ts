/** Labels: a pull request's stage and turn as labels, in names that people's filters already know. */
import type { Labels } from "../effect.js";
import type { PullRequest } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import { labelOf, WITHOUT_LABELS, type Stage, type Turn } from "../stage.js";

const OF_STAGE: Readonly<Record<Stage, string | null>> = {
  promised: null,
  "in progress": "status/draft",
  "in review": "status/in-review",
  "sent back": "status/in-review",
  approved: "status/approved",
  due: "status/scheduled",
  live: "status/published",
  held: "do-not-merge/hold",
  dropped: null,
};

const OF_TURN: Readonly<Record<Turn, string | null>> = {
  byline: "waiting-on/author",
  reviewer: "waiting-on/review",
  coordinator: "waiting-on/coordinator",
  nobody: null,
};

/** Labels that are the app's to add and remove; all others are people's. */
const OWN_LABELS: readonly string[] = [
  ...Object.values(OF_STAGE),
  ...Object.values(OF_TURN),
  "risk/at-risk",
  "risk/late",
  ...WITHOUT_LABELS,
].filter((name) => name !== null);

/** Whether a look before this one found it approved, and wrote the checks that say so. */
export function wasApproved({ labels }: PullRequest): boolean {
  return [OF_STAGE.approved, OF_STAGE.due].some((label) => label !== null && labels.includes(label));
}

/** Of one that brings no post, all that the app put on it are taken away. */
export function wantLabels(pull: PullRequest, posts: readonly JudgedPost[]): Labels | null {
  const want = new Set(posts.flatMap((post) => [...labelsOf(post, pull), ...turnKept(post, pull)]));
  const add = [...want].filter((name) => !pull.labels.includes(name)).sort();
  const remove = pull.labels.filter((name) => OWN_LABELS.includes(name) && !want.has(name)).sort();
  return add.length + remove.length > 0 ? { kind: "labels", pull: pull.number, add, remove } : null;
}

/**
 * A label starts workflows that wait for labels (https://docs.github.com/actions/reference/events-that-trigger-workflows#pull_request). While
 * these run, whose move it was stays as it is: a check that fails would else be started by its own label, again and again.
 */
function turnKept({ leading, live, turn }: JudgedPost, { number, checks, labels }: PullRequest): readonly string[] {
  const isKept = checks === "running" && !live && leading === number && turn === "nobody";
  return isKept ? labels.filter((name) => name === OF_TURN.byline) : [];
}

function labelsOf(post: JudgedPost, pull: PullRequest): readonly string[] {
  if (post.live) return post.live.pull === pull.number ? ["status/published", ...(post.live.without ?? []).map(labelOf)] : [];
  if (pull.standing !== "open") return [];
  // What else is known of the post is known of the pull request that leads: a hold alone stops this one too.
  if (post.leading !== pull.number) return post.stage === "held" ? [OF_STAGE.held ?? ""] : [];
  const late = post.slot?.lateness ?? "on time";
  const risk = late === "on time" || post.stage === "dropped" ? null : late === "past the deadline" ? "risk/late" : "risk/at-risk";
  return [OF_STAGE[post.stage], OF_TURN[post.turn], risk].filter((name) => name !== null);
}
