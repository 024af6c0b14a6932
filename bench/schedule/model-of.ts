/** The same question as a mixed-integer programme, for HiGHS: least late, then least lateness, then fewest moved. */
import { NOWHERE } from "../../src/desk/schedule/solve/cost.js";
import type { Settled } from "../../src/desk/schedule/solve/settled.js";
import { grouped } from "../../src/desk/text/group-by.js";

interface Model {
  /** In the LP format of CPLEX. */
  readonly text: string;
  /** What our answer comes to in it. */
  readonly ours: number;
}

/** Slots beyond the last that our answer uses, so that others may be better. */
const MARGIN = 25;

/** What people placed by hand is placed already. */
export function modelOf({ grid, placing }: Settled): Model {
  const { slots, floor, due, told, before, crowds, deadline, places } = grid;
  const rows = [...places.keys()];
  const last = placing.reduce((most, slot) => Math.max(most, slot), 0) + MARGIN;
  const choices = rows.map((row) =>
    Array.from({ length: last + 1 }, (_, slot) => slot).filter(
      (slot) =>
        slot >= (floor[row] ?? 0) &&
        slots.second(slot) <= Math.min(due[row] ?? Infinity, Number.MAX_SAFE_INTEGER) &&
        (!slots.onlyAnnounced(slot) || told[row] === slot),
    ),
  );
  const hours = (slot: number) => Math.max(0, Math.ceil((slots.second(slot) - deadline) / 3600));
  const late = placing.filter((slot) => slot !== NOWHERE && hours(slot) > 0).length;
  const unit = rows.length + 1;
  const weight = ((late + 1) * hours(last) + 1) * unit;
  const price = (row: number, slot: number) =>
    (hours(slot) > 0 ? weight + hours(slot) * unit : 0) + ((told[row] ?? -1) >= 0 && told[row] !== slot ? 1 : 0);
  const x = (row: number, slot: number) => `x${row}_${slot}`;
  const sum = (terms: readonly string[]) => terms.join(" + ");

  const all = rows.flatMap((row) => (choices[row] ?? []).map((slot) => ({ row, slot })));
  const bySlot = grouped(all, ({ slot }) => slot);
  const rules = [
    ...rows.map((row) => `${sum((choices[row] ?? []).map((slot) => x(row, slot)))} = 1`),
    ...[...bySlot].map(([slot, own]) => `${sum(own.map(({ row }) => x(row, slot)))} <= 1`),
    ...rows.flatMap((row) => (before[row] ?? []).map((one) => `${timeOf(row)} - ${timeOf(one, " - ")} >= 1`)),
    ...crowds.flatMap(({ members, fixed, most, days }) => {
      const first = slots.day(0) - days + 1;
      return Array.from({ length: slots.day(last) - first + 1 }, (_, n) => first + n).flatMap((from) => {
        const within = (day: number) => day >= from && day < from + days;
        const own = members.flatMap((row) => (choices[row] ?? []).filter((slot) => within(slots.day(slot))).map((slot) => x(row, slot)));
        const left = Math.max(0, most - fixed.filter(within).length);
        return own.length > left ? [`${sum(own)} <= ${left}`] : [];
      });
    }),
  ];
  const priced = all.flatMap(({ row, slot }) => (price(row, slot) > 0 ? [`${price(row, slot)} ${x(row, slot)}`] : []));
  return {
    text: [
      "Minimize",
      ` cost: ${priced.length > 0 ? sum(priced) : `0 ${x(0, choices[0]?.[0] ?? 0)}`}`,
      "Subject To",
      ...rules.map((rule, n) => ` r${n}: ${rule}`),
      "Binary",
      ...all.map(({ row, slot }) => ` ${x(row, slot)}`),
      "End",
    ].join("\n"),
    ours: rows.reduce((total, row) => total + price(row, placing[row] ?? 0), 0),
  };

  function timeOf(row: number, joint = " + "): string {
    return (choices[row] ?? []).map((slot) => `${slot + 1} ${x(row, slot)}`).join(joint);
  }
}
