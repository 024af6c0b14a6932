/** Every document we send, held to GitHub's own schema, and what each costs. */
import { describe, expect, it } from "@jest/globals";
import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import { queryCostOf } from "../../sandbox/graphql/cost.js";
import { READING_DOCUMENTS } from "../../scripts/docs/all-documents.js";
import { MUTATIONS, mutationDocument, type MutationField } from "../../src/github/apply/mutations.js";
import { lookDocument, moreOpenDocument, objectsDocument, pullsDocument } from "../../src/github/read/documents.js";

// Version 15.26 of the schema has two fields twice.
const official = buildSchema(schema.idl, { assumeValidSDL: true });

const DOCUMENTS = [
  lookDocument(0, { merging: [], files: [] }),
  ...READING_DOCUMENTS.map(({ text }) => text),
  ...(Object.keys(MUTATIONS) as MutationField[]).map((field) => mutationDocument([field, field])),
].map((text) => [text.trim().split(/[({]/)[0] ?? "", text] as const);

describe("a document", () => {
  it.each(DOCUMENTS)("[GH4] is valid by GitHub's schema: %s", (_, text) => {
    expect(validate(official, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  it("[GH6] costs what we say: two points for 45 pull requests, five for a hundred, one for twenty by number", () => {
    const points = (text: string, variables: Readonly<Record<string, unknown>>) =>
      queryCostOf(official, parse(text), null, variables).points;
    const beside = (count: number) => ({ merging: Array.from({ length: count }, (_, n) => n + 1), files: [count] });
    expect(points(lookDocument(4, beside(45)), { first: 45 })).toBe(2);
    expect(points(moreOpenDocument(beside(45)), { first: 45 })).toBe(2);
    expect(points(moreOpenDocument(beside(10)), { first: 10 })).toBe(1);
    expect(points(pullsDocument(Array.from({ length: 20 }, (_, n) => n + 1)), {})).toBe(1);
    expect(points(objectsDocument(Array.from({ length: 100 }, () => true)), {})).toBe(1);
  });
});
