/** Conversations on lines that people had and nobody has closed. Bots speak on lines too, our own suggestions among them: those are nobody's question. */
import type { Desk } from "./desk.js";
import { includesLogin } from "./person.js";
import type { Actor, LineThread, PullRequest } from "./snapshot.js";
import { countsAsPerson, hasStanding } from "./standing.js";

export interface OpenConversation {
  readonly path: string;
  /** The login of the first person who spoke in it. */
  readonly by: string;
  /** Somebody spoke in it who has a part in the post or a say here: a desk can have the merge wait for it. */
  readonly counts: boolean;
}

/** `part` are logins of those who have one, whatever GitHub lets them do. */
export function openConversations({ threads = [] }: PullRequest, part: readonly string[], desk: Desk): readonly OpenConversation[] {
  return threads.flatMap((thread) => {
    const people = peopleIn(thread);
    const [first] = people;
    if (thread.resolved || !first) return [];
    const counts = people.some((person) => includesLogin(part, person.login) || hasStanding(person, desk));
    return { path: thread.path, by: first.login, counts };
  });
}

function peopleIn({ comments }: LineThread): readonly Actor[] {
  return comments.flatMap(({ by }) => (countsAsPerson(by) ? [by] : []));
}

/** Logins of those with a part in what it brings: who signs it, opened it, or was asked to review it. */
export function partOfPull({ openedBy, requested, wereAsked = [] }: PullRequest, byline: readonly string[]): readonly string[] {
  return [...byline, ...(openedBy ? [openedBy.login] : []), ...[...requested, ...wereAsked].map(({ login }) => login)];
}
