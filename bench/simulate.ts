/**
 * `npm run simulate -- publication [--runs N] [--seed N] [--only RUN] [--json]` publishes posts while everything goes wrong;
 * `npm run simulate -- storm --minutes N [--seed N] [--database sqlite|postgres] [--json]` kills processes at any moment.
 * Both end with 1 when a promise was broken.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { A_WORLD, playWorld } from "./simulation/play-world.js";
import type { Publication } from "./simulation/publication.js";
import { DATABASES, playStorm, type Database } from "./simulation/storm.js";
import { asTable, foundIn } from "./simulation/tell.js";
import { stormAsTable, stormOf } from "./simulation/tell-storm.js";

const BROKEN = 1;
const MISUSED = 2;
const USE =
  "Unexpected words, expected `publication` beside `--runs N`, `--seed N`, `--only RUN` and `--json`, or `storm` beside `--minutes N`, `--seed N`, `--database sqlite` (or `postgres`) and `--json`.";

const asked = readWords();
if (asked === null) {
  process.stderr.write(`${USE}\n`);
  process.exitCode = MISUSED;
} else if (asked.what === "storm") {
  const { minutes, seed, database, json } = asked;
  const storm = { ms: minutes * 60_000, seed, database };
  let played = 0;
  const stories = await playStorm(storm, () => {
    played += 1;
    process.stderr.write(`\r… ${played} stories`);
  });
  process.stderr.write("\n");
  const found = stormOf(seed, database, stories);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : stormAsTable(found));
  process.exitCode = found.kept ? 0 : BROKEN;
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

type Asked =
  | { readonly what: "publication"; readonly runs: number; readonly seed: number; readonly only: number | null; readonly json: boolean }
  | { readonly what: "storm"; readonly minutes: number; readonly seed: number; readonly database: Database; readonly json: boolean };

/** Null when these are no words of ours. */
function readWords(): Asked | null {
  const [what, ...args] = process.argv.slice(2);
  const [seed, json] = [
    { type: "string", default: "1" },
    { type: "boolean", default: false },
  ] as const;
  try {
    if (what === "publication") {
      const { values } = parseArgs({ args, options: { seed, json, runs: { type: "string", default: "1000" }, only: { type: "string" } } });
      const runs = whole(values.runs);
      const only = values.only === undefined ? null : whole(values.only);
      return runs === 0 ? null : { what, runs, seed: whole(values.seed), only, json: values.json };
    }
    if (what === "storm") {
      const { values } = parseArgs({
        args,
        options: { seed, json, minutes: { type: "string" }, database: { type: "string", default: "sqlite" } },
      });
      const minutes = Number(values.minutes);
      const database = DATABASES.find((one) => one === values.database);
      return minutes > 0 && database ? { what, minutes, seed: whole(values.seed), database, json: values.json } : null;
    }
  } catch {
    // Said by what is given back.
  }
  return null;
}

/** Throws when it is none. */
function whole(word: string): number {
  if (!/^\d{1,9}$/.test(word)) throw new RangeError(`Unexpected ${word}, expected a whole number`);
  return Number(word);
}
