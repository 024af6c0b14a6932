/** What a run of benches found: as a table to read, as JSON for machines, and as the page docs/performance.md. */
import type { Bench, Measure } from "./measure.js";

export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cores: number;
}

export interface Result {
  readonly bench: Pick<Bench, "name" | "about">;
  /** Empty when it failed. */
  readonly measures: readonly Measure[];
  /** Why it could not be run; null when it could. */
  readonly failure: string | null;
}

/** Every target met and nothing failed. */
export function isGood(results: readonly Result[]): boolean {
  return results.every(({ measures, failure }) => failure === null && measures.every(({ met }) => met !== false));
}

export function asJson(machine: Machine, results: readonly Result[]): string {
  const benches = results.map(({ bench: { name }, measures, failure }) => ({ name, measures, failure }));
  return `${JSON.stringify({ machine, benches, met: isGood(results) }, null, 2)}\n`;
}

export function asText({ bench, measures, failure }: Result): string {
  const lines = measures.map((one) => `  ${one.name}: ${foundOf(one)}; ${baselineOf(one)}; ${targetOf(one)}`);
  return [bench.name, ...lines, ...(failure === null ? [] : [`  FAILED: ${failure}`])].join("\n");
}

export function asPage(machine: Machine, results: readonly Result[]): string {
  return [
    "# Performance",
    "<!-- Written by `npm run bench`. Do not edit. -->",
    [
      `What the last \`npm run bench\` found, on Node ${machine.node}, ${machine.platform}, ${machine.cores} cores.`,
      "Every number stands beside a named baseline that was measured in the same run: trust the ratios more than the times.",
      isGood(results) ? "Every target was met." : "**Not every target was met**: see below.",
    ].join("\n"),
    "`npm run bench -- NAME …` runs some of them, `--json` prints them for machines. It ends with 1 when a target is missed. All load goes to this machine.",
    ...results.map(section),
  ].join("\n\n");
}

function section({ bench, measures, failure }: Result): string {
  const rows = measures.map((one) => `| ${[one.name, foundOf(one), baselineOf(one), targetOf(one)].join(" | ")} |`);
  const table = ["| what | found | baseline | target |", "| --- | --- | --- | --- |", ...rows].join("\n");
  return [`## ${bench.name}`, bench.about, failure === null ? table : `**It failed**: ${failure}`].join("\n\n");
}

function foundOf({ value, unit }: Measure): string {
  return `${figure(value)} ${unit}`;
}

function baselineOf({ baseline, ratio }: Measure): string {
  return `${baseline.name}: ${figure(baseline.value)}${ratio === null ? "" : ` (ratio ${figure(ratio)})`}`;
}

function targetOf({ target, unit, met }: Measure): string {
  if (target === null) return "none";
  const limit = target.of === "ratio" ? `ratio ${target.bound} ${figure(target.limit)}` : `${target.bound} ${figure(target.limit)} ${unit}`;
  return `${limit}: ${met ? "met" : "MISSED"}`;
}

/** Three digits that say something. */
function figure(value: number): string {
  return value.toLocaleString("en", value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}
