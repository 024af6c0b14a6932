/** Assignments: who signs a post is assigned on the pull request that brings it, and on the issues that this closes. Each once. */
import type { Assign } from "../effect.js";
import { includesLogin, sameLogin } from "../facts/person.js";
import type { PullRequest, Snapshot } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";

/** Of a change to what is live nobody is told who did not open it; whoever was taken off stays off. */
export function wantAssignments(pull: PullRequest, posts: readonly JudgedPost[], { desk }: Snapshot): readonly Assign[] {
  const { number, openedBy, wereAssigned = [], closes = [], description } = pull;
  const known = [...desk.people.map(({ login }) => login), openedBy?.login ?? ""];
  const signing = posts
    .filter((post) => post.leading === number && post.correction !== true && !post.live && post.stage !== "dropped")
    .flatMap(({ byline }) => byline)
    .filter((login) => includesLogin(known, login));
  const once = signing.filter((login, at) => signing.findIndex((one) => sameLogin(one, login)) === at);
  const issues = closes.filter((issue) => issue !== number);
  return once.flatMap((login): readonly Assign[] => {
    const isOpener = openedBy?.node !== undefined && sameLogin(openedBy.login, login);
    const own = isOpener && description ? { pull: description.node, person: openedBy.node ?? "" } : null;
    return [
      ...(includesLogin(wereAssigned, login) ? [] : [{ kind: "assign", issue: number, on: "pull request", login, own } as const]),
      ...issues.map((issue): Assign => ({ kind: "assign", issue, on: "issue", login, own: null })),
    ];
  });
}
