/** Work on a post: when anybody did something for it, as far as GitHub tells: pull requests, pushes, reviews, commands, edits of its promise. */
import type { Desk, Promised } from "../facts/desk.js";
import type { DeskChange } from "../facts/snapshot.js";
import type { Instant } from "../time/zone.js";
import type { Brought } from "./tie-pull-requests.js";

interface Done {
  readonly brought: readonly Brought[];
  /** Commands about it, those that were taken back among them. */
  readonly acts: readonly { readonly at: Instant; readonly undoneAt: Instant | null }[];
  readonly names: readonly string[];
  /** As the desk file has it. */
  readonly desk: Desk;
  readonly deskChange: DeskChange | null;
}

/** Whoever is asked for a review anew has their own time for it: a request counts as well. */
export function workOnPost({ brought, acts, names, desk, deskChange }: Done): readonly Instant[] {
  return [
    ...brought.flatMap(({ pull }) => [
      pull.openedAt,
      pull.head.since,
      ...(pull.endedAt ? [pull.endedAt] : []),
      ...pull.requested.map(({ at }) => at),
      ...pull.reviews.flatMap(({ by, at }) => (by?.bot ? [] : [at])),
    ]),
    ...acts.flatMap(({ at, undoneAt }) => [at, ...(undoneAt ? [undoneAt] : [])]),
    ...(deskChange?.former && isAbout(names, deskChange.former, desk) ? [deskChange.at] : []),
  ];
}

/** Whether the promise, or the time that its campaign is given, is another than it was. */
function isAbout(names: readonly string[], former: Desk, desk: Desk): boolean {
  return JSON.stringify(promiseIn(former, names)) !== JSON.stringify(promiseIn(desk, names));
}

function promiseIn({ campaigns }: Desk, names: readonly string[]): Partial<Promised> | null {
  const all = campaigns.flatMap(({ posts, deadline, starts }) => posts.map((post) => ({ ...post, deadline, starts: starts ?? null })));
  return all.find(({ slug }) => names.some((name) => name.toLowerCase() === slug.toLowerCase())) ?? null;
}
