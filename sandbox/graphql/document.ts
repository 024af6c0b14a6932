/** GitHub's official schema, built once a process, and documents parsed and checked once for each text. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSchema, parse, validate, GraphQLError, type DocumentNode, type GraphQLSchema } from "graphql";

type Read =
  { readonly kind: "valid"; readonly document: DocumentNode } | { readonly kind: "wrong"; readonly errors: readonly GraphQLError[] };

const PACKAGE = "@octokit/graphql-schema";
const MOST_KEPT = 500;
let built: GraphQLSchema | null = null;
const read = new Map<string, Read>();

/** About 200 ms the first time. */
export function schema(): GraphQLSchema {
  if (built) return built;
  built = buildSchema(readFileSync(schemaFile(), "utf8"), { assumeValid: true, assumeValidSDL: true, noLocation: true });
  return built;
}

/** The file is found by hand: the package's own entry builds another schema from JSON as it loads, which takes longer than all the rest. */
function schemaFile(): string {
  const folders = createRequire(import.meta.url).resolve.paths(PACKAGE) ?? [];
  const found = folders.map((folder) => join(folder, PACKAGE, "schema.graphql")).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`Unexpected folders ${folders.join(", ")}, expected one that holds ${PACKAGE}; run npm ci`);
  return found;
}

export function readDocument(text: string): Read {
  const known = read.get(text);
  if (known) return known;
  const fresh = readNew(text);
  // Documents that are put together with values in them would fill the memory otherwise.
  if (read.size >= MOST_KEPT) read.clear();
  read.set(text, fresh);
  return fresh;
}

function readNew(text: string): Read {
  try {
    const document = parse(text);
    const errors = validate(schema(), document);
    return errors.length > 0 ? { kind: "wrong", errors } : { kind: "valid", document };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { kind: "wrong", errors: [error] };
  }
}
