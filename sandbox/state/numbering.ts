/** Ids as GitHub gives them: rising numbers, and GraphQL's opaque node ids, which carry their kind in front. */

export interface Numbering {
  next(): number;
}

/** GitHub's prefixes: https://docs.github.com/en/graphql/guides/migrating-graphql-global-node-ids */
type NodeKind =
  | "U"
  | "O"
  | "BOT"
  | "R"
  | "PR"
  | "I"
  | "IC"
  | "PRR"
  | "PRRT"
  | "PRRC"
  | "LA"
  | "REA"
  | "CR"
  | "CS"
  | "C"
  | "T"
  | "B"
  | "REF"
  | "TE"
  | "RR"
  | "A"
  | "SC"
  | "D";

/** One series for everything, so that no two things share an id and none is right by accident. */
export function startNumbering(first = 1001): Numbering {
  let last = first - 1;
  return { next: () => ++last };
}

export function nodeId(kind: NodeKind, ...parts: readonly (number | string)[]): string {
  return `${kind}_${Buffer.from(`sandbox:${parts.join(":")}`).toString("base64url")}`;
}
