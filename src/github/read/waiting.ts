/** Whose texts wait to be read, and what a look makes of them: nothing is done about a pull request of which some is unread. */
import type { Desk } from "../../desk/facts/desk.js";
import { isOnDesk } from "../../desk/facts/standing.js";
import { earliest, plus } from "../../desk/time/zone.js";
import type { Party } from "./fair-line.js";
import type { Behind } from "../forge.js";
import type { ChangedFile } from "./changed-file.js";
import type { ReadScope } from "./scope.js";
import type { PullShape, RemarkShape } from "./shapes.js";
import type { Texts } from "./posts/texts.js";

/** Milliseconds before it is looked whether more is read: of what others only keep waiting, and of what is over its share. */
const SOON = 2_000;
const LATER = 15_000;

/** Of a pull request. What somebody on the desk approved may go live next. */
export function partyOf({ number, author }: PullShape, remarks: readonly RemarkShape[], desk: Desk, repository: number): Party {
  const isApproved = remarks.some(
    (one) => one.__typename === "PullRequestReview" && one.state === "APPROVED" && isOnDesk(one.author?.login ?? "", desk),
  );
  return {
    shares: [`${repository}#${number}`, ...(author ? [`@${author.login.toLowerCase()}`] : [])],
    repository: String(repository),
    first: isApproved,
  };
}

interface Draft {
  readonly pull: PullShape;
  readonly posts: readonly ChangedFile[];
  readonly party: Party;
}

interface Waiting {
  /** Of open pull requests. */
  readonly numbers: ReadonlySet<number>;
  readonly behind: Behind | null;
}

/** `desks` are the numbers of those whose desk file is not read yet. */
export function waitingOf({ readings, at }: ReadScope, drafts: readonly Draft[], texts: Texts, desks: ReadonlySet<number>): Waiting {
  const isUnread = ({ pull, posts }: Draft) =>
    desks.has(pull.number) || posts.some(({ path }) => texts.isWaiting({ commit: pull.headRefOid, path }));
  const waiting = drafts.filter((draft) => draft.pull.state === "OPEN" && isUnread(draft));
  const numbersOf = (isOver: boolean) => waiting.filter(({ party }) => readings.isOver(party) === isOver).map(({ pull }) => pull.number);
  const [apart, notReadYet] = [numbersOf(false), numbersOf(true)];
  const again = earliest([apart.length > 0 ? plus(at, SOON) : null, notReadYet.length > 0 ? plus(at, LATER) : null]);
  return {
    numbers: new Set(waiting.map(({ pull }) => pull.number)),
    behind: again && { apart, notReadYet, all: false, again },
  };
}
