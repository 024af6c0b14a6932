/**
 * A reading together with what was told or done a short while ago and it does not show: GitHub answers from replicas that may be behind.
 * What was said and what the app made is judged as if it had been read; a pull request that stands otherwise by now is left alone. START HERE.
 */
import { earliest, MINUTE, plus, readInstant, type Instant } from "../../../desk/time/zone.js";
import { nextLook, type Known } from "../../../news.js";
import type { Behind } from "../../forge.js";
import type { Overview } from "../overview.js";
import { nodesOf, type PullShape } from "../shapes.js";
import { unixLines } from "../translate/unix-lines.js";
import { asLastSaid, lastByThread, newestPush, type Stood } from "./last-told.js";
import { boardsWith, pullWith, type Noter } from "./put-in.js";

interface Read {
  readonly seen: Overview;
  readonly ended: readonly PullShape[];
}

const PATIENCE = MINUTE;

export function isBelieved({ since }: Known, at: Instant): boolean {
  return plus(since, PATIENCE) > at;
}

/** Null when the reading shows all of it. */
export function behindBy(hidden: readonly Known[], at: Instant, apart: readonly number[]): Behind | null {
  const again = earliest(hidden.map(({ since }) => nextLook(since, at)));
  return again && { apart, all: hidden.some(({ kind }) => kind === "pushed"), again };
}

export function bothBehind(one: Behind | null, other: Behind | null): Behind | null {
  if (!one || !other) return one ?? other;
  return {
    apart: [...one.apart, ...other.apart],
    notReadYet: [...(one.notReadYet ?? []), ...(other.notReadYet ?? [])],
    all: one.all || other.all,
    again: earliest([one.again, other.again]) ?? one.again,
  };
}

/** As it was read, with what it does not show. */
export function withNews({ seen, ended }: Read, news: readonly Known[], at: Instant): Read & { readonly behind: Behind | null } {
  const known = asLastSaid(news.filter((one) => isBelieved(one, at)));
  if (known.length === 0) return { seen, ended, behind: null };
  const hidden: Known[] = [];
  const apart: number[] = [];
  const hide = (one: Known) => {
    hidden.push(one);
    // Where people have spoken it may lack more of that time.
    if (one.kind === "said" && !one.by?.bot) apart.push(one.issue);
    if (one.kind === "reviewed") apart.push(one.pull);
  };
  const noter: Noter = { app: seen.app, hide };
  const { repository } = seen;
  for (const [number, told] of lastByThread(known)) {
    const pull = [...seen.open, ...ended].find((one) => one.number === number);
    const board = nodesOf(repository.boards).find((one) => one.number === number);
    const isShown = (stood: Stood) =>
      stood.kind === "pull stood" ? showsPull(pull, stood) : !board || board.state === stood.state || board.updatedAt > stood.at;
    if (told.some(isShown)) continue;
    hidden.push(...told);
    apart.push(number);
  }
  for (const one of known) {
    if (one.kind !== "left" || !seen.open.some(({ number, headRefOid }) => number === one.pull && headRefOid === one.head)) continue;
    hidden.push(one);
    apart.push(one.pull);
  }
  const pushed = newestPush(known);
  const tip = repository.defaultBranchRef?.target?.oid;
  if (pushed && tip !== pushed.head && (repository.pushedAt === null || readInstant(repository.pushedAt) <= readInstant(pushed.at)))
    hidden.push(pushed);
  const of = (pull: PullShape) => known.reduce((so, one) => pullWith(so, one, noter), pull);
  const boards = known.reduce((so, one) => boardsWith(so, one, noter), nodesOf(repository.boards));
  const read = {
    seen: { ...seen, open: seen.open.map(of), repository: { ...repository, boards: repository.boards && { nodes: boards } } },
    ended: ended.map(of),
  };
  return { ...read, behind: behindBy(hidden, at, apart) };
}

/** One that was closed long ago may be on no list. */
function showsPull(pull: PullShape | undefined, stood: Extract<Known, { readonly kind: "pull stood" }>): boolean {
  if (!pull) return stood.state !== "OPEN";
  if (pull.updatedAt > stood.at) return true;
  // Two heads of one second: the other is the newer one unless this one came in its place.
  const hasHead = pull.headRefOid === stood.head || (pull.updatedAt === stood.at && pull.headRefOid !== stood.before);
  return (
    hasHead &&
    pull.state === stood.state &&
    pull.isDraft === stood.draft &&
    pull.baseRefName === stood.base &&
    pull.title === stood.title &&
    unixLines(pull.body) === unixLines(stood.body)
  );
}
