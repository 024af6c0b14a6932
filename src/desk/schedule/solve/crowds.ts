/** Crowds: posts that must not stand too close together, because one person signs them or because they are on one beat. */
import { dayOf, DAY, type Instant, type Zone } from "../../time/zone.js";

export interface Crowd {
  readonly kind: "byline" | "beat";
  /** Of the person or the beat, as it was first written. */
  readonly name: string;
  /** At most so many in any `days` days. */
  readonly most: number;
  readonly days: number;
  /** The posts that the schedule has to place, by the number they have there. */
  readonly members: readonly number[];
  /** The days, in order, of those that are not its to place: placed by hand, live, or of another campaign. */
  readonly fixed: readonly number[];
}

/** What may stand in a crowd. */
export interface CrowdMember {
  readonly byline: readonly string[];
  readonly beats: readonly string[];
}

export interface Spread {
  /** At most `most` posts of one byline in any `days` days; null when it does not matter. */
  readonly byline: { readonly most: number; readonly days: number } | null;
  /** Posts of one beat are at least so many days apart; 0 when it does not matter. */
  readonly beatGap: number;
}

/** Days since 1970 on the wall in `zone`. */
export function dayNumber(at: Instant, zone: Zone): number {
  return Date.parse(dayOf(at, zone)) / DAY;
}

/** Only crowds that could become too dense are told of: those that hold a member and more posts than may stand together. */
export function crowdsOf(
  spread: Spread,
  placed: readonly CrowdMember[],
  fixed: readonly (CrowdMember & { readonly day: number })[],
): readonly Crowd[] {
  const crowds = new Map<string, { kind: Crowd["kind"]; name: string; members: number[]; fixed: number[] }>();
  const join = ({ byline, beats }: CrowdMember, enter: (crowd: { members: number[]; fixed: number[] }) => void): void => {
    const names: (readonly [Crowd["kind"], string])[] = [
      ...(spread.byline ? byline.map((name) => ["byline", name] as const) : []),
      ...(spread.beatGap > 0 ? beats.map((name) => ["beat", name] as const) : []),
    ];
    for (const key of new Set(names.map(([kind, name]) => `${kind} ${name.toLowerCase()}`))) {
      const [kind, name] = names.find(([one, other]) => `${one} ${other.toLowerCase()}` === key) ?? ["beat", key];
      const crowd = crowds.get(key) ?? { kind, name, members: [], fixed: [] };
      crowds.set(key, crowd);
      enter(crowd);
    }
  };
  placed.forEach((one, number) => {
    join(one, ({ members }) => members.push(number));
  });
  for (const one of fixed) join(one, (crowd) => crowd.fixed.push(one.day));
  return [...crowds.values()]
    .map((crowd) => {
      const { most, days } = crowd.kind === "byline" && spread.byline ? spread.byline : { most: 1, days: spread.beatGap };
      return { ...crowd, most, days, fixed: crowd.fixed.toSorted((a, b) => a - b) };
    })
    .filter(({ members, fixed: others, most }) => members.length > 0 && members.length + others.length > most);
}

/**
 * Whether one more may stand on `day` beside those that stand on the days given, in order: no `days` days that hold it may hold
 * more than `most`. What stands there already is not asked about: people may put posts by hand closer than the desk would.
 */
export function hasRoom(standing: readonly number[], day: number, { most, days }: Pick<Crowd, "most" | "days">): boolean {
  let start = indexOfDay(standing, day - days + 1);
  for (;;) {
    const own = standing[start];
    const from = own !== undefined && own < day ? own : day;
    let count = 1;
    for (let one = start; (standing[one] ?? Infinity) < from + days; one += 1) count += 1;
    if (count > most) return false;
    if (from === day) return true;
    start += 1;
  }
}

/** Where `day` belongs among days in order, before its equals. */
export function indexOfDay(standing: readonly number[], day: number): number {
  let [low, high] = [0, standing.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((standing[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
