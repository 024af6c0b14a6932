/** Whose move it is: of those whose turn it is, who is there; and who is asked to step in when nobody is. */
import { coordinatorsThere, firstBack, isThere, leaveBeyond } from "../calendar/presence.js";
import type { Dossier } from "../dossier.js";
import { includesLogin } from "../facts/person.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { Missing, Turn } from "../stage.js";
import type { Instant } from "../time/zone.js";

interface Move {
  readonly turn: Turn;
  /** Logins of those who are there; of nobody else, unless nobody at all is there. */
  readonly waitingFor: readonly string[];
  /** Why it is not the move of those whose it would be, the most pressing first. */
  readonly instead: readonly Missing[];
  /** That no coordinator is there, where one is needed. */
  readonly unattended: readonly Missing[];
}

/** `by`: when the step is due, null when nothing says so. `reviewers`: logins of those who were asked and are there. */
export function moveOf(turn: Turn, by: Instant | null, reviewers: readonly string[], dossier: Dossier, snapshot: Snapshot): Move {
  switch (turn) {
    case "nobody":
      return { turn, waitingFor: [], instead: [], unattended: [] };
    case "reviewer":
      return { turn, waitingFor: reviewers, instead: [], unattended: [] };
    case "byline":
      return writersMoveOf(by, reviewers, dossier, snapshot);
    case "coordinator":
      return coordinatorsMoveOf([], reviewers, dossier, snapshot);
  }
}

function writersMoveOf(by: Instant | null, reviewers: readonly string[], dossier: Dossier, snapshot: Snapshot): Move {
  const { at, desk } = snapshot;
  const writers = signersToReach(dossier, snapshot);
  const there = writers.filter((login) => !leaveBeyond(login, by, at, desk));
  if (there.length > 0) return { turn: "byline", waitingFor: there, instead: [], unattended: [] };
  const away = writers.flatMap((login) => {
    const leave = leaveBeyond(login, by, at, desk);
    return leave ? [{ kind: "away", login, until: leave.until, as: "writer" } as const] : [];
  });
  return coordinatorsMoveOf(away.length > 0 ? away : [{ kind: "nobody to write", named: dossier.byline }], reviewers, dossier, snapshot);
}

/** Those of the byline whom the desk knows, or whose pull request for it is open; where that is nobody, whoever opened the one that leads. */
function signersToReach({ byline, brought, leading }: Dossier, { desk }: Pick<Snapshot, "desk">): readonly string[] {
  const openers = brought.flatMap(({ pull }) => (pull.standing === "open" ? (pull.openedBy?.login ?? []) : []));
  const known = [...desk.people.map(({ login }) => login), ...openers];
  const signing = byline.filter((login) => includesLogin(known, login));
  const opener = leading?.pull.standing === "open" ? leading.pull.openedBy : null;
  return signing.length > 0 || !opener || opener.bot ? signing : [opener.login];
}

/** Coordinators who are there; else those who write it, or review it, who can at least name somebody; else the coordinator who is back first. */
function coordinatorsMoveOf(instead: readonly Missing[], reviewers: readonly string[], dossier: Dossier, snapshot: Snapshot): Move {
  const { at, desk } = snapshot;
  const there = coordinatorsThere(desk, at);
  if (there.length > 0) return { turn: "coordinator", waitingFor: there, instead, unattended: [] };
  const back = firstBack(desk, at);
  const opener = dossier.leading?.pull.standing === "open" ? dossier.leading.pull.openedBy : null;
  const writers = [...new Set([...signersToReach(dossier, snapshot), ...(opener && !opener.bot ? [opener.login] : [])])].filter((login) =>
    isThere(login, at, desk),
  );
  const others = writers.length > 0 ? writers : reviewers;
  return {
    turn: "coordinator",
    waitingFor: others.length > 0 ? others : back ? [back.login] : [],
    instead,
    unattended: [{ kind: "no coordinator", back }],
  };
}
