/** Finds where a tree breaks through the walls. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { FORBIDDEN, WALLS } from "./walls.js";

const PARTS = ["src", "sandbox", "scripts"];

interface Walked {
  /** How many files were looked at. */
  readonly cruised: number;
  /** `from → to: the wall. Why, and what to do instead.` */
  readonly breaches: readonly string[];
  /** Every import of one file of ours by another, types included. */
  readonly imports: readonly { readonly from: string; readonly to: string }[];
}

/** The breaches in the code of a checkout, types included. */
export async function breachesIn(folder: string): Promise<Walked> {
  const { output } = await cruise(
    PARTS.filter((part) => existsSync(join(folder, part))),
    {
      baseDir: resolve(folder),
      validate: true,
      ruleSet: { forbidden: FORBIDDEN },
      tsPreCompilationDeps: true,
      preserveSymlinks: true,
      doNotFollow: { path: "node_modules" },
      enhancedResolveOptions: { conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"] },
    },
  );
  const { summary, modules } = output as ICruiseResult;
  return {
    cruised: summary.totalCruised,
    breaches: summary.violations.map(
      ({ from, to, rule }) => `${from} → ${to}: ${rule.name}. ${WALLS.find(({ name }) => name === rule.name)?.why ?? ""}`,
    ),
    imports: modules.flatMap(({ source, dependencies }) =>
      dependencies.flatMap(({ resolved }) =>
        PARTS.some((part) => resolved.startsWith(`${part}/`)) ? [{ from: source, to: resolved }] : [],
      ),
    ),
  };
}
