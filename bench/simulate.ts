/** `npm run simulate -- publication [--runs N] [--seed N] [--only RUN] [--json]`: publishes posts while everything goes wrong; ends with 1 when a promise was broken. */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
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
} else if (process.send) {
  // A helper: plays the worlds that it is told, one after the other.
  process.on("message", (place: number) => {
    void playWorld(asked.seed, place).then((publications) => process.send?.(publications));
  });
} else {
  const { runs, seed, only, json } = asked;
  const worlds = only === null ? Array.from({ length: Math.ceil(runs / A_WORLD) }, (_, place) => place) : [Math.floor(only / A_WORLD)];
  const publications = await playAll(worlds);
  const found = foundIn(
    seed,
    publications.toSorted((a, b) => a.run - b.run).filter(({ run }) => (only === null ? run < runs : run === only)),
  );
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : asTable(found));
  process.exitCode = found.kept ? 0 : BROKEN;
}

/** In as many processes as there are processors. */
async function playAll(worlds: readonly number[]): Promise<readonly Publication[]> {
  const all: Publication[] = [];
  const queue = [...worlds];
  const helpers = Math.min(availableParallelism(), worlds.length);
  await Promise.all(
    Array.from(
      { length: helpers },
      () =>
        new Promise<void>((resolve, reject) => {
          const helper = fork(process.argv[1] ?? "", process.argv.slice(2), { execArgv: process.execArgv });
          const next = (): void => {
            const place = queue.shift();
            if (place === undefined) helper.disconnect();
            else helper.send(place);
          };
          helper.on("message", (played: readonly Publication[]) => {
            all.push(...played);
            process.stderr.write(`\r… ${all.length} of ${worlds.length * A_WORLD} publications`);
            next();
          });
          helper.once("exit", (code) => {
            if (code === 0) resolve();
            else reject(new Error(`Unexpected end of a helper with ${String(code)}, expected it to play its worlds`));
          });
          next();
        }),
    ),
  );
  process.stderr.write("\n");
  return all;
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
