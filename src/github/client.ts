/** One installation's way to GitHub: of octokit's REST methods those that are listed, and GraphQL whose partial errors are told apart from none. */
import type { ProbotOctokit } from "probot";
import type { Octokits } from "./octokit-of.js";
import { tellsLimit } from "./request-failure.js";
import type { REST_REQUESTS } from "./requests.js";
import type { Spent } from "./spent.js";

export interface Client {
  readonly rest: ListedRest;
  readonly paginate: ProbotOctokit["paginate"];
  /** Rejects, with what `failureOf` reads, when there is no answer; `data` and `errors` may come together. */
  graphql<Data>(document: string, variables: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer<Data>>;
}

type Rest = ProbotOctokit["rest"];

/** `pulls.merge` of the list is `rest.pulls.merge`; what is not listed does not compile. */
type ListedRest = {
  readonly [Area in keyof Rest]: {
    readonly [
      Method in keyof Rest[Area] as `${Area}.${Method & string}` extends keyof typeof REST_REQUESTS ? Method : never
    ]: Rest[Area][Method];
  };
};

export interface GraphqlAnswer<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly type?: string;
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

export function createClient({ octokit, query }: Octokits, spent: Spent): Client {
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    async graphql<Data>(document: string, variables: Readonly<Record<string, unknown>>) {
      const answer = await ask<Data>(/^\s*mutation\b/.test(document) ? octokit.graphql : query, document, variables);
      spent.points += costOf(answer.data);
      return answer;
    },
  };
}

async function ask<Data>(
  graphql: ProbotOctokit["graphql"],
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<GraphqlAnswer<Data>> {
  try {
    return { data: await graphql<Data>(document, variables), errors: [] };
  } catch (error) {
    if (!isPartial(error)) throw error;
    const errors = error.errors ?? [];
    if (tellsLimit(errors)) throw error;
    return { data: (error.data as Data | null | undefined) ?? null, errors };
  }
}

/** Told by its name: octokit's parts may bring several copies of the class. */
function isPartial(error: unknown): error is Error & { readonly data?: unknown; readonly errors?: readonly AnswerError[] } {
  return error instanceof Error && error.name === "GraphqlResponseError";
}

/** What the query says it cost. A mutation cannot say; it costs one point: https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
function costOf(data: unknown): number {
  const limit = (data as { readonly rateLimit?: { readonly cost?: number } | null } | null)?.rateLimit;
  return limit?.cost ?? 1;
}
