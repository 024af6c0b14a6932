/**
 * The mutation tester: it changes a room's code in one place, runs the tests that judge the room, and lists the changes that none noticed. Run by
 * hand, one room after another, with `npm run mutants -- commands` (`.ci/mutants.mjs` says how). The report is `tmp/mutants/commands/report.html`;
 * what was found is kept beside it in `found.json`, and only what has changed since is tried again.
 */
const room = process.env.MUTANTS_ROOM;
const out = `tmp/mutants/${room}`;

export default {
  mutate: [`src/desk/${room}/**/*.ts`, ...(room === "reminders" ? ["src/desk/wanted/reminders.ts"] : [])],
  mutator: { excludedMutations: ["StringLiteral"] },
  ignorePatterns: ["/*", "!/src", "!/package.json", "!/tmp", "/tmp/*", "!/tmp/mutants", "/tmp/mutants/*", `!/${out}`],
  buildCommand: `esbuild ${out}/desk.mjs --bundle --platform=node --target=node20 --format=cjs --outfile=${out}/desk.cjs --log-level=warning`,
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  jest: {
    enableFindRelatedTests: false,
    config: {
      roots: [`<rootDir>/${out}`],
      testMatch: ["**/desk.test.cjs"],
      testEnvironment: `${import.meta.dirname}/.ci/mutants-stop.mjs`,
      transform: {},
      testTimeout: 600_000,
    },
  },
  coverageAnalysis: "perTest",
  incremental: true,
  incrementalFile: `${out}/found.json`,
  reporters: ["clear-text", "progress-append-only", "html"],
  htmlReporter: { fileName: `${out}/report.html` },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  allowConsoleColors: false,
  tempDirName: "tmp/mutants/sandboxes",
  concurrency: 1,
  // Memory that a run leaves behind goes with its process.
  maxTestRunnerReuse: 100,
  dryRunTimeoutMinutes: 240,
  // On a busy machine a test may wait long for a processor, and what timed out counts as noticed. A loop without end is found by its count of turns.
  timeoutMS: 900_000,
  timeoutFactor: 4,
};
