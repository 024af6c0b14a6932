/** What the checks on a head amount to, as branch protection counts them. */
import { describe, expect, it } from "@jest/globals";
import { whole } from "../../src/github/read/scope.js";
import type { CheckRunShape, ContextShape, RollupShape } from "../../src/github/read/shapes.js";
import { othersChecks } from "../../src/github/read/translate/others-checks.js";

const run = (databaseId: number, name: string, conclusion: string | null, slug = "github-actions"): CheckRunShape => ({
  __typename: "CheckRun",
  databaseId,
  name,
  status: conclusion === null ? "IN_PROGRESS" : "COMPLETED",
  conclusion,
  checkSuite: { app: { slug } },
});

const status = (state: string): ContextShape => ({ __typename: "StatusContext", state });

const verdict = (nodes: readonly ContextShape[], state = "FAILURE") =>
  othersChecks({ state, contexts: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } }, "presstime[bot]");

type Row = readonly [string, readonly ContextShape[], ReturnType<typeof verdict>];

const rows: readonly Row[] = [
  ["one cancelled beside a newer one that passed", [run(1, "build", "CANCELLED"), run(2, "build", "SUCCESS")], "passing"],
  ["the same, the newer one listed first", [run(2, "build", "SUCCESS"), run(1, "build", "CANCELLED")], "passing"],
  ["one that passed before it failed", [run(2, "build", "FAILURE"), run(1, "build", "SUCCESS")], "failing"],
  ["one that passed and runs again", [run(1, "build", "SUCCESS"), run(2, "build", null)], "running"],
  ["the same name by another App", [run(1, "build", "CANCELLED"), run(2, "build", "SUCCESS", "circleci")], "failing"],
  ["another name by the same App", [run(1, "build", "FAILURE"), run(2, "test", "SUCCESS")], "failing"],
  ["a status of the same name", [run(1, "build", "SUCCESS"), status("FAILURE")], "failing"],
  ["neutral and skipped", [run(1, "build", "NEUTRAL"), run(2, "test", "SKIPPED")], "passing"],
  ["stale", [run(1, "build", "STALE")], "failing"],
  ["stale, and run again", [run(1, "build", "STALE"), run(2, "build", "SUCCESS")], "passing"],
  ["cancelled, and never again", [run(1, "build", "CANCELLED")], "failing"],
  ["our own alone", [run(1, "presstime/review", "ACTION_REQUIRED", "presstime")], null],
];

describe("checks on one head", () => {
  it("[PB5] count as required where GitHub says so of the newest, whatever it says of the merge", () => {
    const contexts = { pageInfo: { hasNextPage: false, endCursor: null } };
    const required = (...nodes: ContextShape[]) =>
      othersChecks({ state: "FAILURE", contexts: { ...contexts, nodes } }, "presstime[bot]", "required");
    expect(required(run(1, "build", "FAILURE"), status("FAILURE"))).toBeNull();
    expect(required({ ...run(1, "build", "SUCCESS"), isRequired: true }, status("FAILURE"))).toBe("passing");
    expect(required(run(1, "build", "SUCCESS"), { ...status("PENDING"), isRequired: true })).toBe("running");
  });

  it.each(rows)("[GH301] %s", (_, contexts, found) => {
    expect(verdict(contexts)).toBe(found);
  });

  it("[GH401] that may not be read, so that GraphQL leaves out what they are in, are unknown", () => {
    const path = ["repository", "merge7", "statusCheckRollup", "contexts"];
    const read = whole({
      data: { repository: { merge7: { statusCheckRollup: null as RollupShape | null } } },
      errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration", path }],
    });
    const rollup = read.repository.merge7.statusCheckRollup;
    expect(rollup && othersChecks(rollup, "presstime[bot]")).toBe("unknown");
  });
});
