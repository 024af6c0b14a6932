/** The least that a way to place posts can cost, by HiGHS (https://highs.dev): what the season's plans are compared with. */
import loadHighs from "highs";
import type { Cost } from "../../../src/desk/schedule/solve/cost.js";
import type { Settled } from "../../../src/desk/schedule/solve/settled.js";

// Its types describe a CommonJS module; what Node imports is an ES module.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** One number for a cost, the graver parts outweighing all of the lighter ones together: for a dozen posts and a season of weeks. */
export function weigh({ late, without, lateness, hurried, moved }: Cost): number {
  return (late + without) * 1e7 + (lateness / 3600) * 200 + hurried * 13 + moved;
}

/** By `weigh`; for posts that come after no other and are not spread. */
export function leastWeight({ grid, placing }: Pick<Settled, "grid" | "placing">): number {
  const { slots, deadline, floor, told, easy } = grid;
  const rows = placing.map((_, row) => row);
  if (rows.length === 0) return 0;
  const last = slots.firstFrom(deadline + 1) + rows.length;
  const ways = rows.flatMap((row) =>
    Array.from({ length: last + 1 }, (_, slot) => slot).flatMap((slot) => {
      const kept = slot === told[row];
      const second = slots.second(slot);
      if (second === Infinity || slot < (floor[row] ?? 0) || (slots.onlyAnnounced(slot) && !kept)) return [];
      const late = second > deadline;
      const weight = weigh({
        late: late ? 1 : 0,
        without: 0,
        lateness: late ? second - deadline : 0,
        hurried: !kept && slot < (easy[row] ?? 0) ? 1 : 0,
        moved: (told[row] ?? -1) >= 0 && !kept ? 1 : 0,
      });
      return [{ row, slot, name: `x${row}_${slot}`, weight }];
    }),
  );
  const sum = (names: readonly string[]) => names.join(" + ");
  const once = rows.map((row) => `r${row}: ${sum(ways.filter((way) => way.row === row).map(({ name }) => name))} = 1`);
  const apart = [...new Set(ways.map(({ slot }) => slot))].map(
    (slot) => `s${slot}: ${sum(ways.filter((way) => way.slot === slot).map(({ name }) => name))} <= 1`,
  );
  const problem = [
    "Minimize",
    ` cost: ${ways.map(({ weight, name }) => `${weight} ${name}`).join(" + ")}`,
    "Subject To",
    ...[...once, ...apart].map((line) => ` ${line}`),
    "Bounds",
    ...ways.map(({ name }) => ` 0 <= ${name} <= 1`),
    "End",
  ].join("\n");
  const solution = highs.solve(problem);
  if (solution.Status !== "Optimal") throw new Error(`Unexpected ${solution.Status} of HiGHS, expected Optimal`);
  return solution.ObjectiveValue;
}
