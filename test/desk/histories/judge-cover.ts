/** Who has really seen what a pull request would make live: by the ground, and not by what the app makes of it. */
import { includesLogin } from "../../../src/desk/facts/person.js";
import { differing, type Ground } from "./ground.js";
import { textOf } from "./texts.js";

interface Seen {
  /** Paths that fewer people than the desk asks for have seen and approved as they stand. */
  readonly unseen: readonly string[];
  /** Whose request for changes stands. */
  readonly waiting: readonly string[];
}

/** A review counts by what its giver may do now. `slugs`: the posts that it makes live, whatever its files are called. */
export function seenOn(ground: Ground, number: number, sha: string, slugs: readonly string[]): Seen {
  const { world } = ground;
  const { openedBy, heads } = ground.pullOf(number);
  const { campaigns, review, people } = world.facts().desk;
  const now = ground.headOf(number, sha);
  if (!now) return { unseen: ["a head that nobody pushed"], waiting: [] };
  const place = (head: string | null) => heads.findIndex((one) => one.sha === head);
  const spoken = world
    .pull(number)
    .reviews.filter(({ by, says, mark }) => by && !by.bot && mark === null && says !== "comments" && by.login !== openedBy);
  const stands = (login: string) => ground.isOnDesk(login) || ground.accessOf(login) === "write";

  const signersOf = (path: string): readonly string[] => {
    const text = textOf(now.difference.get(path)?.content ?? "");
    if (!text) return [];
    const promised = campaigns.flatMap(({ posts }) => posts).filter(({ slug }) => slugs.includes(slug));
    const onDesk = text.byline.filter((login) => people.some((one) => one.login === login));
    return [...onDesk, ...promised.flatMap(({ byline }) => byline)];
  };
  const seers = (path: string): ReadonlySet<string> => {
    const signers = signersOf(path);
    const seen = new Set<string>();
    // From where on whoever wrote may not review: what came before it was approved by somebody who may.
    let since = -1;
    for (const one of spoken) {
      const login = one.by?.login ?? "";
      if (one.says !== "approves" || !stands(login) || includesLogin(signers, login)) continue;
      const until = place(one.head);
      if (heads.slice(since + 1, until + 1).some(({ writer }) => writer === login)) continue;
      since = Math.max(since, until);
      const latest = spoken.findLast(({ by }) => by?.login === login);
      const then = heads[until];
      if (latest?.says === "approves" && then && differing(then.difference, now.difference).length === 0) seen.add(login);
    }
    return seen;
  };
  // Whoever GitHub takes for a writer is heard until something changes, and not waited for, though anybody can set an e-mail address.
  const wrote = new Set([...heads.map(({ writer }) => writer), ...(world.pull(number).commits ?? []).flatMap(({ by }) => by)]);
  const waiting = [...new Set(spoken.map(({ by }) => by?.login ?? ""))].filter((login) => {
    const latest = spoken.findLast(({ by }) => by?.login === login);
    const signs = [...now.difference.keys()].some((path) => includesLogin(signersOf(path), login));
    return latest?.says === "requests changes" && stands(login) && !wrote.has(login) && !signs;
  });
  return { unseen: [...now.difference.keys()].filter((path) => seers(path).size < review.approvals), waiting };
}
