/** `npm run bench [-- NAME …] [--json]`: runs the benches, prints what they found, and ends with 1 when a target was missed. START HERE. */
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { BENCHES } from "./benches.js";
import type { Bench } from "./measure.js";
import { ROOT } from "./processes.js";
import { asJson, asPage, asText, isGood, type Machine, type Result } from "./report.js";

const MISSED = 1;
const MISUSED = 2;

const asked = readWords();
if (typeof asked === "string") {
  process.stderr.write(`${asked}\n`);
  process.exitCode = MISUSED;
} else {
  const machine: Machine = { node: process.versions.node, platform: `${process.platform} ${process.arch}`, cores: availableParallelism() };
  const results: Result[] = [];
  for (const bench of asked.benches) {
    process.stderr.write(`… ${bench.name}\n`);
    const result = await resultOf(bench);
    results.push(result);
    if (!asked.json) process.stdout.write(`${asText(result)}\n`);
  }
  if (asked.json) process.stdout.write(asJson(machine, results));
  // A page about some of them would look like one about all.
  if (asked.benches.length === BENCHES.length) {
    await writeFile(join(ROOT, "docs/performance.md"), await format(asPage(machine, results), { parser: "markdown", printWidth: 140 }));
  }
  process.exitCode = isGood(results) ? 0 : MISSED;
}

async function resultOf(bench: Bench): Promise<Result> {
  try {
    return { bench, measures: await bench.run(), failure: null };
  } catch (error) {
    return { bench, measures: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What to run, or what is wrong with the words of the command. */
function readWords(): { readonly benches: readonly Bench[]; readonly json: boolean } | string {
  const names = BENCHES.map(({ name }) => name).join(", ");
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: "boolean", default: false } }, allowPositionals: true });
    const unknown = positionals.filter((word) => !BENCHES.some(({ name }) => name === word));
    if (unknown.length > 0)
      return `Unexpected bench ${unknown.map((word) => `\`${word}\``).join(", ")}, expected some of ${names}; none means all.`;
    return { benches: BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name)), json: values.json };
  } catch {
    return `Unexpected option among \`${process.argv.slice(2).join(" ")}\`, expected \`--json\` alone, beside names out of ${names}.`;
  }
}
