/** A look that takes GitHub too long, in the words it has for that: an answer of 200 with an error in it. */
import { describe, expect, it } from "@jest/globals";
import { instant } from "../../src/desk/time/zone.js";
import type { AnswerError, Client } from "../../src/github/client.js";
import { readOverview } from "../../src/github/read/overview.js";
import { readCacheOf } from "../../src/github/read/read-cache.js";
import type { ReadScope } from "../../src/github/read/scope.js";
import type { OverviewShape } from "../../src/github/read/shapes.js";
import { memoryLedger } from "./memory-ledger.js";

const nothing = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };

const answer: OverviewShape = {
  viewer: { login: "presstime" },
  fallback: null,
  repository: {
    id: "R_1",
    databaseId: 1,
    name: "mirage-www",
    owner: { __typename: "Organization", login: "mirage" },
    url: "https://github.com/mirage/mirage-www",
    isArchived: false,
    isPrivate: false,
    pushedAt: null,
    defaultBranchRef: { name: "main" },
    desk: null,
    root: null,
    open: nothing,
    ended: nothing,
    boards: null,
  },
};

/** Answers with the errors first, one a request, and then as it should; `sizes` are the pages that were asked for. */
function slowGithub(errors: readonly AnswerError[]): { readonly scope: ReadScope; readonly sizes: readonly unknown[] } {
  const sizes: unknown[] = [];
  const graphql = (_: string, variables: Readonly<Record<string, unknown>>) => {
    const error = errors[sizes.length];
    sizes.push(variables.first);
    return Promise.resolve(error ? { data: null, errors: [error] } : { data: answer, errors: [] });
  };
  const at = instant(new Date("2014-07-18T12:00:00Z"));
  const client = { graphql } as unknown as Client;
  const scope = { client, cache: readCacheOf(memoryLedger(), at), at, id: 1, owner: "mirage", name: "mirage-www" } as unknown as ReadScope;
  return { scope, sizes };
}

const TOO_LONG: AnswerError = { message: "Something went wrong while executing your query. This may be the result of a timeout." };
const TOO_MUCH: AnswerError = { type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." };

describe("a look that takes GitHub too long", () => {
  it("[GH27] is tried in smaller and smaller pages", async () => {
    const { scope, sizes } = slowGithub([TOO_LONG, TOO_MUCH]);
    expect((await readOverview(scope)).app).toBe("presstime[bot]");
    expect(sizes).toEqual([45, 15, 5]);
  });

  it("[GH302] is tried at once with as many as worked, and with more when six hours have gone by", async () => {
    const { scope, sizes } = slowGithub([TOO_LONG, TOO_LONG]);
    await readOverview(scope);
    await readOverview(scope);
    await readOverview({ ...scope, at: instant(new Date("2014-07-18T18:00:01Z")) });
    expect(sizes).toEqual([45, 15, 5, 5, 15]);
  });

  it("[GH27] is given up when even the smallest is too much, and at once for any other error", async () => {
    const hopeless = slowGithub([TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG]);
    await expect(readOverview(hopeless.scope)).rejects.toThrow(/Something went wrong/);
    expect(hopeless.sizes).toEqual([45, 15, 5, 1]);
    const refused = slowGithub([{ type: "FORBIDDEN", message: "Resource not accessible by integration", path: ["repository", "open"] }]);
    await expect(readOverview(refused.scope)).rejects.toMatchObject({ type: "FORBIDDEN" });
    expect(refused.sizes).toEqual([45]);
  });
});
