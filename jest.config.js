/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2023" }, module: { type: "es6" }, sourceMaps: "inline" },
    ],
  },
  testTimeout: 120_000,
  // Jest leaves one processor to itself; tests mostly wait for each other, not for it.
  maxWorkers: "100%",
  // Every file loads its modules anew and V8 lets few of them go (https://jestjs.io/docs/configuration#workeridlememorylimit-numberstring):
  // a worker that has grown is replaced between two files.
  workerIdleMemoryLimit: "1GB",
};
