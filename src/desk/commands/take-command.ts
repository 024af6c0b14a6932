/** One command taken in: by whom and about which post it is, and what becomes of it. */
import { COMMANDS, type CommandLine, type CommandName } from "../comments/grammar.js";
import { mayDo } from "../comments/permissions.js";
import { sameLogin } from "../facts/person.js";
import type { Comment } from "../facts/snapshot.js";
import type { Voice } from "../facts/standing.js";
import { nearest } from "../text/nearest.js";
import { findSlug, type CommandFacts } from "./command-facts.js";
import type { DecisionsSoFar } from "./decisions-so-far.js";
import { takeHold } from "./hold-commands.js";
import { takeReviewer, takeSnooze } from "./people-commands.js";
import { takeAfter, takeMerge, takeOutlived, takeRename, takeSplit, outlivedBy } from "./plan-commands.js";
import { takePin, takeSlot, takeUnpin, takeUnslot } from "./slot-commands.js";
import { only, type Taken, type GivenCommand } from "./taken.js";

/** Commands about one post. */
const MOVES: Partial<Readonly<Record<CommandName, (slug: string, given: GivenCommand) => Taken>>> = {
  slot: takeSlot,
  unslot: takeUnslot,
  pin: takePin,
  unpin: takeUnpin,
  after: takeAfter,
  split: takeSplit,
  "merge-into": takeMerge,
  rename: takeRename,
};

interface Utterance {
  readonly said: CommandLine & { readonly name: CommandName };
  readonly issue: number;
  readonly comment: Comment;
  readonly facts: CommandFacts;
  readonly decisions: DecisionsSoFar;
  readonly hadThen: GivenCommand["hadThen"];
}

export function takeCommand({ said, issue, comment, facts, decisions, hadThen }: Utterance): Taken {
  const command = said.name;
  const speaker = speakerOf(comment);
  const { desk } = facts.plan;
  if (command === "help") return only({ kind: "help" });
  const spoken = facts.slugsOf(issue);
  const { slugs, rest, first } = subjectOf(command === "fix" ? { ...said, rest: "" } : said, spoken, facts);
  if (command === "post") {
    if (first === "") return only({ kind: "unreadable", command, why: "Unexpected end of line, expected the slug of a promised post" });
    if (!findSlug(facts, first)) return only({ kind: "no such post", slug: first, meant: nearest(first, facts.slugs) });
    if (facts.plan.idOf(first) === null) return only({ kind: "not promised", command, slug: first });
  }
  const allowed = COMMANDS.find(({ name }) => name === command)?.allowed ?? "owners";
  const may = (slug: string) => mayDo(allowed, speaker, facts.partIn(slug), desk);
  const given: GivenCommand = { command, rest, speaker, comment, facts, decisions, mayAlso: may, hadThen };
  if (command === "fix" && spoken.length === 0) {
    const why = "Unexpected conversation, expected that of a pull request that brings a post";
    return only({ kind: "unreadable", command, why });
  }
  if (slugs.length === 0 && command !== "status") {
    const outlived = outlivedBy(given);
    if (outlived !== null) return may(outlived) ? takeOutlived(outlived, given) : only({ kind: "not yours", command, allowed });
    return unclear(command, first, facts);
  }
  if (command === "status") return only({ kind: "status", slugs });

  const own = command === "uncc" && (rest === "" || sameLogin(rest.replace(/^@/u, ""), speaker.login));
  if (!own && !slugs.every(may)) return only({ kind: "not yours", command, allowed });

  if (command === "fix") return only({ kind: "fix" });

  const move = MOVES[command];
  if (!move) return takeForAll(slugs, own, given);
  const [slug = ""] = slugs;
  if (slugs.length > 1) return only({ kind: "which post", command, slugs });
  if (facts.isLive(slug, comment.at)) return only({ kind: "live", slug });
  return move(slug, given);
}

/** Nobody is meant by a comment whose writer is gone. */
export function speakerOf({ by }: Comment): Voice {
  return by ?? { login: "" };
}

interface Subject {
  readonly slugs: readonly string[];
  readonly rest: string;
  /** The first word, whatever it is. */
  readonly first: string;
}

/** Commands of which a single word is what they are told, and not the post that they are about. */
const TOLD_A_WORD: ReadonlySet<CommandName> = new Set(["slot", "after", "split", "merge-into", "rename"]);

/** The posts that a command is about: the one named first, or those that the conversation is about. */
export function subjectOf({ name, rest }: CommandLine, spoken: readonly string[], facts: CommandFacts): Subject {
  const [first = "", ...others] = rest.split(/\s+/u);
  const alone = others.length === 0 || (name === "split" && /^["“]/u.test(others[0] ?? ""));
  const told = name !== null && TOLD_A_WORD.has(name) && alone && spoken.length > 0;
  const named = first === "" || told ? null : findSlug(facts, first);
  return { slugs: named === null ? spoken : [named], rest: named === null ? rest : others.join(" "), first };
}

export function unclear(command: CommandName, first: string, facts: CommandFacts): Taken {
  const meant = first === "" || command === "snooze" ? null : nearest(first, facts.slugs);
  return only(meant === null ? { kind: "which post", command, slugs: facts.slugs } : { kind: "no such post", slug: first, meant });
}

/** Commands that may be about several posts at once. `own` is set where somebody takes back their own review request. */
function takeForAll(slugs: readonly string[], own: boolean, given: GivenCommand): Taken {
  switch (given.command) {
    case "hold":
    case "unhold":
    case "drop":
      return takeHold(given.command, slugs, given);
    case "cc":
    case "uncc":
      return takeReviewer(given.command, slugs, own, given);
    case "snooze":
      return takeSnooze(slugs, given);
    case "post":
      return { answered: { kind: "done" }, change: { kind: "tie" } };
    default:
      return only({ kind: "done" });
  }
}
