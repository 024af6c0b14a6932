/** What a GraphQL document costs, by GitHub's formula: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

interface QueryCost {
  readonly points: number;
  /** How many things could come back. */
  readonly nodes: number;
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * The requests needed to fill every connection, if each came back full, divided by 100.
 * A connection needs one request for each thing its parents may hold.
 */
export function queryCostOf(schema: GraphQLSchema, document: DocumentNode, operationName: string | null, variables: Variables): QueryCost {
  const operations = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one] : []));
  const operation = operations.find((one) => operationName === null || one.name?.value === operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return { points: 1, nodes: 0 };
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  // Operation variables have their defaults.
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap((one) =>
      one.defaultValue ? [[one.variable.name.value, valueFromASTUntyped(one.defaultValue)]] : [],
    ),
  );
  const values = { ...defaults, ...variables };
  let requests = 0;
  let nodes = 0;

  const visit = (set: SelectionSetNode, type: GraphQLNamedType, times: number): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, (selection.typeCondition && schema.getType(selection.typeCondition.name.value)) ?? type, times);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) visit(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value) ?? type, times);
      } else visitField(selection, type, times);
    }
  };
  const visitField = (field: FieldNode, type: GraphQLNamedType, times: number): void => {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const definition = type.getFields()[field.name.value];
    if (!definition || !field.selectionSet) return;
    const inner = getNamedType(definition.type);
    const count = inner.name.endsWith("Connection") ? countOf(field, values) : null;
    if (count !== null) {
      requests += times;
      nodes += times * count;
    }
    visit(field.selectionSet, inner, times * (count ?? 1));
  };
  visit(operation.selectionSet, root, 1);
  return { points: Math.max(1, Math.round(requests / 100)), nodes };
}

/** `first` or `last`; null where neither is given. */
function countOf(field: FieldNode, variables: Variables): number | null {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== "first" && argument.name.value !== "last") continue;
    const value = argument.value.kind === Kind.VARIABLE ? variables[argument.value.name.value] : valueFromASTUntyped(argument.value);
    if (typeof value === "number") return value;
  }
  return null;
}
