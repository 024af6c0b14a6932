/** What disturbs a story: post that is lost, doubled and late, restarts, weather, a permission that is granted late; and habits that last. */
import fc from "fast-check";
import type { Permission, PermissionLevel } from "../../sandbox/state/installation.js";
import type { Webhook } from "../../sandbox/webhooks/webhook.js";
import { WEATHERS } from "./weathers.js";

/** How the deliveries of one part come: which are lost or doubled, and in what order. */
interface Post {
  readonly order: readonly number[];
  readonly lost: readonly boolean[];
  readonly doubled: readonly boolean[];
}

/** What the installation may not do, or only read, until somebody grants it. */
interface Lack {
  readonly permission: Permission;
  readonly left: PermissionLevel | null;
  /** After so many minutes. */
  readonly granted: number;
  /** Whether the App hears of that. */
  readonly told: boolean;
}

/** What disturbs one part of a story. */
export interface Trouble {
  readonly post: Post;
  readonly restarts: boolean;
  /** Which of GitHub's weathers there are, each with its seed. */
  readonly weather: Readonly<Record<string, number | null>>;
  readonly lack: Lack | null;
}

/** What makes another end, and a calm story with the same has it too. */
export interface Habits {
  /** Whom GitHub never adds, though it answers 201. */
  readonly overlooked: string | null;
  /** A `/hold` on the post that is due, seconds before its slot. */
  readonly hold: { readonly seconds: number; readonly arrives: boolean } | null;
}

export interface Disturbance {
  readonly parts: readonly Trouble[];
  readonly habits: Habits;
}

const twelve = <Value>(one: fc.Arbitrary<Value>) => fc.array(one, { minLength: 12, maxLength: 12 });

const post: fc.Arbitrary<Post> = fc.record({
  order: twelve(fc.nat(99)),
  lost: twelve(fc.boolean()),
  doubled: twelve(fc.boolean()),
});

const lack: fc.Arbitrary<Lack> = fc.record({
  permission: fc.constantFrom<Permission>("contents", "pull_requests", "issues", "checks", "statuses"),
  left: fc.constantFrom("read", null),
  granted: fc.integer({ min: 1, max: 30 }),
  told: fc.boolean(),
});

/** One time in three. */
const sometimes = <Value>(one: fc.Arbitrary<Value>) => fc.oneof({ arbitrary: fc.constant(null), weight: 2 }, { arbitrary: one, weight: 1 });

const trouble: fc.Arbitrary<Trouble> = fc.record({
  post,
  restarts: fc.boolean(),
  weather: fc.record(Object.fromEntries(Object.keys(WEATHERS).map((name) => [name, sometimes(fc.nat())]))),
  lack: sometimes(lack),
});

const habits: fc.Arbitrary<Habits> = fc.record({
  overlooked: sometimes(fc.constantFrom("djs55", "avsm")),
  hold: sometimes(fc.record({ seconds: fc.integer({ min: 1, max: 60 }), arrives: fc.boolean() })),
});

export const disturbanceOf = (parts: number): fc.Arbitrary<Disturbance> =>
  fc.record({ parts: fc.array(trouble, { minLength: parts, maxLength: parts }), habits });

/** The deliveries of a part as they come. */
export function arranged(held: readonly Webhook[], { order, lost, doubled }: Post): readonly Webhook[] {
  const at = <Value>(list: readonly Value[], n: number, otherwise: Value): Value => list[n % list.length] ?? otherwise;
  return held
    .map((letter, n) => ({ letter, n }))
    .filter(({ n }) => !at(lost, n, false))
    .flatMap((one) => (at(doubled, one.n, false) ? [one, one] : [one]))
    .map(({ letter, n }, place) => ({ letter, by: at(order, n + place, 0) }))
    .sort((a, b) => a.by - b.by)
    .map(({ letter }) => letter);
}
