/** What a GraphQL document needs, object for object, and what of it the look can do without. */
import { schema } from "@octokit/graphql-schema";
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionSetNode,
} from "graphql";
import { mayMiss } from "../../src/github/read/scope.js";
import { TYPE_NEEDS } from "../../src/github/read/type-needs.js";
import type { Grant } from "../../src/github/requests.js";

// Version 15.26 of the schema has two fields twice.
const OFFICIAL = buildSchema(schema.idl, { assumeValidSDL: true });

interface DocumentNeeds {
  /** `query Look` */
  readonly name: string;
  /** For each, any of them is enough. Without one of these nothing is read. */
  readonly all: readonly (readonly Grant[])[];
  /** Without one of these that part is unknown. */
  readonly parts: readonly (readonly Grant[])[];
}

/** Throws for an object of which `TYPE_NEEDS` does not tell. */
export function documentNeeds(text: string): DocumentNeeds {
  const needs = { all: new Map<string, readonly Grant[]>(), parts: new Map<string, readonly Grant[]>() };
  const { definitions } = parse(text);
  const fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));

  const walk = (set: SelectionSetNode, type: GraphQLNamedType, path: readonly string[]): void => {
    note(type.name, path);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) field(selection, type, path);
      else {
        const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (inner) walk(inner.selectionSet, named(inner.typeCondition?.name.value) ?? type, path);
      }
    }
  };
  const field = ({ name, alias, selectionSet }: FieldNode, type: GraphQLNamedType, path: readonly string[]): void => {
    const found = isInterfaceType(type) || isObjectType(type) ? type.getFields()[name.value] : undefined;
    if (found && selectionSet) walk(selectionSet, getNamedType(found.type), [...path, (alias ?? name).value]);
  };
  const note = (type: string, path: readonly string[]): void => {
    if (/^(?:Query|PageInfo|.*Connection)$/.test(type)) return;
    const need = TYPE_NEEDS[type] ?? (isObjectType(named(type)) ? null : []);
    if (!need) throw new Error(`Unexpected ${type}, expected an object of TYPE_NEEDS (src/github/read/type-needs.ts)`);
    const isPart = path.some((_, n) => mayMiss(path.slice(0, n + 1)));
    if (need.length > 0) needs[isPart ? "parts" : "all"].set(need.join(), need);
  };

  const query = OFFICIAL.getQueryType();
  for (const one of definitions) if (one.kind === Kind.OPERATION_DEFINITION && query) walk(one.selectionSet, query, []);
  const all = withoutImplied([...needs.all.values()], []);
  return { name: /\bquery \w+/.exec(text)?.[0] ?? "", all, parts: withoutImplied([...needs.parts.values()], all) };
}

function named(type: string | undefined): GraphQLNamedType | undefined {
  return type === undefined ? undefined : OFFICIAL.getType(type);
}

/** A choice says nothing more where one of it is needed anyway. */
function withoutImplied(needs: readonly (readonly Grant[])[], besides: readonly (readonly Grant[])[]): readonly (readonly Grant[])[] {
  const sure = [...needs, ...besides].flatMap((any) => (any.length === 1 ? any : []));
  const more = needs.filter((any) => any.length === 1 || !any.some((need) => sure.includes(need)));
  return more.filter((any) => !besides.some((one) => one.join() === any.join()));
}
