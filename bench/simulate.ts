/** `npm run simulate -- publication [--runs N] [--seed N] [--only RUN] [--json]`: publishes posts while everything goes wrong; ends with 1 when a promise was broken. */
import { parseArgs } from "node:util";
import { A_WORLD, playWorld } from "./simulation/play-world.js";
import type { Publication } from "./simulation/publication.js";
import { asTable, foundIn } from "./simulation/tell.js";

const BROKEN = 1;
const MISUSED = 2;
const USE = "Unexpected words, expected `publication`, beside `--runs N`, `--seed N`, `--only RUN` and `--json`.";

const asked = readWords();
if (asked === null) {
  process.stderr.write(`${USE}\n`);
  process.exitCode = MISUSED;
} else {
  const { runs, seed, only, json } = asked;
  const worlds = only === null ? Array.from({ length: Math.ceil(runs / A_WORLD) }, (_, place) => place) : [Math.floor(only / A_WORLD)];
  const all: Publication[] = [];
  // Two at a time: while one waits for its socket the other goes on.
  const queue = [...worlds];
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
        all.push(...(await playWorld(seed, place)));
        process.stderr.write(`\r… ${all.length} of ${only === null ? runs : A_WORLD}`);
      }
    }),
  );
  process.stderr.write("\n");
  const publications = all.toSorted((a, b) => a.run - b.run).filter(({ run }) => (only === null ? run < runs : run === only));
  const found = foundIn(seed, publications);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : asTable(found));
  process.exitCode = found.kept ? 0 : BROKEN;
}

interface Asked {
  readonly runs: number;
  readonly seed: number;
  readonly only: number | null;
  readonly json: boolean;
}

function readWords(): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      options: {
        runs: { type: "string", default: "1000" },
        seed: { type: "string", default: "1" },
        only: { type: "string" },
        json: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
    const [runs, seed, only] = [values.runs, values.seed, values.only ?? "0"].map(Number);
    const isGood = [runs, seed, only].every((n) => n !== undefined && Number.isInteger(n) && n >= 0) && runs !== 0;
    if (!isGood || positionals.join(" ") !== "publication") return null;
    return { runs: runs ?? 0, seed: seed ?? 0, only: values.only === undefined ? null : (only ?? 0), json: values.json };
  } catch {
    return null;
  }
}
