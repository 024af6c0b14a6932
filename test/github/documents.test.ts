/** Every document we send, held to GitHub's own schema, and what each costs. */
import { describe, expect, it } from "@jest/globals";
import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import { queryCostOf } from "../../sandbox/graphql/cost.js";
import { NEWEST_COMMENTS } from "../../src/github/apply/comments.js";
import { SITE } from "../../src/github/apply/find-target.js";
import { mutationDocument } from "../../src/github/apply/mutations.js";
import { LAST_WORDS } from "../../src/github/apply/read-again.js";
import { REVIEW_THREADS } from "../../src/github/apply/resolve.js";
import {
  desksDocument,
  filesDocument,
  lookDocument,
  MORE_CONTEXTS,
  MORE_ENDED,
  mergeabilityDocument,
  moreOpenDocument,
  objectsDocument,
  OLDER_COMMENTS,
  OLDER_REMARKS,
  pullsDocument,
} from "../../src/github/read/documents.js";

// Version 15.26 of the schema has two fields twice.
const official = buildSchema(schema.idl, { assumeValidSDL: true });

const DOCUMENTS: Readonly<Record<string, string>> = {
  "the look without folders": lookDocument(0, { merging: [], files: [] }),
  "the look at three folders": lookDocument(3, { merging: [187, 189], files: [189] }),
  "whether some could be merged": mergeabilityDocument([187, 189]),
  "the desks of some": desksDocument(3, 2),
  "the files of some": filesDocument([187, 189]),
  "more open pull requests": moreOpenDocument({ merging: [187], files: [] }),
  "more checks": MORE_CONTEXTS,
  "more ended ones": MORE_ENDED,
  "some by number": pullsDocument([187, 189]),
  "older remarks": OLDER_REMARKS,
  "older comments": OLDER_COMMENTS,
  objects: objectsDocument([true, false]),
  "the site": SITE,
  "the newest comments": NEWEST_COMMENTS,
  "the last words before a merge": LAST_WORDS,
  "the review threads": REVIEW_THREADS,
  "closing some of them": mutationDocument(["resolveReviewThread", "resolveReviewThread"]),
  "a commit": mutationDocument(["createCommitOnBranch"]),
  "quiet effects": mutationDocument(["createCheckRun", "updateCheckRun", "updateIssueComment", "updateIssue"]),
};

describe("a document", () => {
  it.each(Object.entries(DOCUMENTS))("[GH4] is valid by GitHub's schema: %s", (_, text) => {
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
