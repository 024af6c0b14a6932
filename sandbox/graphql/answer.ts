/** Answers one GraphQL request, in GitHub's form of answers and errors. START HERE. */
import type { GraphQLError } from "graphql";
import { execute, type ExecutionResult, type GraphQLFieldResolver } from "graphql";
import type { Charges } from "../state/faults.js";
import { actorOf, callerName, type Caller } from "../http/caller.js";
import type { Allowances } from "../http/rate-limit.js";
import type { RestAnswer } from "../rest/endpoint.js";
import { Refusal } from "../state/refusal.js";
import type { World } from "../state/world.js";
import { queryCostOf } from "./cost.js";
import { readDocument, schema } from "./document.js";
import { mutations } from "./mutations.js";
import { queries } from "./queries.js";
import { show } from "./show.js";
import type { GraphqlView } from "./view.js";

interface GraphqlResponse {
  readonly answer: RestAnswer;
  readonly points: number;
  readonly unbuilt: readonly string[];
}

/** https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit */
const MOST_NODES = 500_000;

export function answerGraphql(
  world: World,
  caller: Caller,
  body: Readonly<Record<string, unknown>>,
  allowances: Allowances,
): GraphqlResponse {
  if (caller.kind === "nobody" || caller.kind === "app") throw new Refusal(401, "This endpoint requires you to be authenticated.");
  const { query, variables, operationName } = body;
  if (typeof query !== "string") throw new Refusal(400, "A query attribute must be specified and must be a string.");
  const values = typeof variables === "object" && variables !== null ? { ...variables } : {};
  const name = typeof operationName === "string" ? operationName : null;
  const read = readDocument(query);
  if (read.kind === "wrong") return plain({ errors: read.errors.map((error) => error.toJSON()) });
  const cost = queryCostOf(schema(), read.document, name, values);
  if (cost.nodes > MOST_NODES) {
    const message = `This query requests up to ${cost.nodes} possible nodes which exceeds the maximum limit of ${MOST_NODES}.`;
    return plain({ errors: [{ type: "MAX_NODE_LIMIT_EXCEEDED", message }] });
  }
  const allowance = allowances.look(callerName(caller), "graphql");
  const used = allowance.used + cost.points;
  const limits = {
    cost: cost.points,
    limit: allowance.limit,
    remaining: allowance.limit - used,
    used,
    nodeCount: cost.nodes,
    resetAt: new Date(allowance.reset * 1000).toISOString().replace(".000", ""),
  };
  const view: GraphqlView = { world, caller, viewer: actorOf(world, caller), show, unbuilt: new Set(), limits, taken: { ms: 0 } };
  const result = execute({
    schema: schema(),
    document: read.document,
    rootValue: { ...queries(view), ...mutations(view) },
    contextValue: view,
    variableValues: values,
    operationName: name,
    fieldResolver: resolve,
  });
  if (result instanceof Promise) throw new Error("Unexpected promise, expected every field to be known at once");
  const { errors } = result;
  for (const error of errors ?? []) {
    if (error.originalError && !(error.originalError instanceof Refusal)) view.unbuilt.add(error.originalError.stack ?? error.message);
  }
  if (view.taken.ms > LONGEST_MS) return { answer: tooLong(view.taken.ms), points: cost.points, unbuilt: [...view.unbuilt] };
  return { answer: { status: 200, body: shapeOf(result) }, points: cost.points, unbuilt: [...view.unbuilt] };
}

/** A field that the schema has and the sandbox does not is an error, never a quiet null. */
const resolve: GraphQLFieldResolver<unknown, GraphqlView> = (source, args, view, info) => {
  const fields = source as Readonly<Record<string, unknown>>;
  if (!(info.fieldName in fields)) {
    throw new Error(`Unexpected field ${info.parentType.name}.${info.fieldName}, expected one that the sandbox has built`);
  }
  view.taken.ms += timeOf(info.parentType.name, info.fieldName, view.world.trouble.charges());
  const value = fields[info.fieldName];
  return typeof value === "function" ? (value as (args: unknown) => unknown)(args) : value;
};

/** https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#timeouts; as seen in https://github.com/cli/cli/issues/6247 */
const LONGEST_MS = 10_000;

function timeOf(type: string, field: string, { pull = 0, files = 0, rollup = 0, mergeable = 0, mutation = 0 }: Charges): number {
  if (type === "Mutation") return mutation;
  if (type !== "PullRequest") return 0;
  // Of each that is shown the number is asked for.
  if (field === "number") return pull;
  if (field === "files") return files;
  if (field === "statusCheckRollup") return rollup;
  return field === "mergeable" ? mergeable : 0;
}

/** What stands before GitHub says it, now in one way, now in the other. */
function tooLong(ms: number): RestAnswer {
  const gone =
    "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists.";
  return ms % 2 === 0 ? { status: 504, body: { message: gone } } : { status: 502, body: { message: "Server Error" } };
}

function plain(body: unknown): GraphqlResponse {
  return { answer: { status: 200, body }, points: 1, unbuilt: [] };
}

/** GitHub puts the type of an error beside its message, not under `extensions`. */
function shapeOf({ data, errors }: ExecutionResult) {
  return {
    ...(data !== undefined && { data }),
    ...(errors && {
      errors: errors.map((error) => ({
        ...(error.originalError instanceof Refusal && { type: error.originalError.type }),
        path: error.path,
        locations: error.locations,
        message: messageOf(error),
      })),
    }),
  };
}

function messageOf(error: GraphQLError): string {
  const original = error.originalError;
  const errors = original instanceof Refusal ? original.more.errors : undefined;
  if (!Array.isArray(errors)) return error.message;
  return errors
    .map((one: unknown) => (typeof one === "string" ? one : ((one as { readonly message?: string }).message ?? error.message)))
    .join(", ");
}
