/** Finds where a tree breaks through the walls. */
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { resolve } from "node:path";
import { FORBIDDEN, WALLS } from "./walls.js";

interface Breaches {
  /** How many files were looked at. */
  readonly cruised: number;
  /** `from → to: the wall. Why, and what to do instead.` */
  readonly breaches: readonly string[];
}

/** The breaches in the `src` of a folder, types included. */
export async function breachesIn(folder: string): Promise<Breaches> {
  const { output } = await cruise(["src"], {
    baseDir: resolve(folder),
    validate: true,
    ruleSet: { forbidden: FORBIDDEN },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"] },
  });
  const { summary } = output as ICruiseResult;
  return {
    cruised: summary.totalCruised,
    breaches: summary.violations.map(
      ({ from, to, rule }) => `${from} → ${to}: ${rule.name}. ${WALLS.find(({ name }) => name === rule.name)?.why ?? ""}`,
    ),
  };
}
