/** Every GraphQL document that reading sends. Costs are counted in connections: a hundred of them are a point, and entries of a list are none. */

/** The desk file's place, on the default branch of the repository or of its owner's `.github`. */
export const DESK_PATH = ".github/presstime.yml";

/** The label by which boards are found. */
export const BOARD_LABEL = "presstime/board";

const ACTOR = `author { __typename login }`;

const REACTIONS = `reactionGroups { content viewerHasReacted }`;

const COMMENT = `
  id fullDatabaseId ${ACTOR} createdAt lastEditedAt body
  ${REACTIONS}`;

const REVIEWER = `requestedReviewer { __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } }`;

const ASSIGNEE = `assignee { ... on User { login } }`;

const REMARK = `
  __typename
  ... on IssueComment { ${COMMENT} }
  ... on PullRequestReview { id fullDatabaseId ${ACTOR} submittedAt lastEditedAt state body commit { oid } ${REACTIONS} }
  ... on ReviewRequestedEvent { createdAt ${REVIEWER} }
  ... on ReviewRequestRemovedEvent { createdAt ${REVIEWER} }
  ... on ReadyForReviewEvent { createdAt }
  ... on ConvertToDraftEvent { createdAt }
  ... on AssignedEvent { createdAt ${ASSIGNEE} }
  ... on UnassignedEvent { createdAt ${ASSIGNEE} }
  ... on BaseRefChangedEvent { createdAt previousRefName }
  ... on AutomaticBaseChangeSucceededEvent { createdAt oldBase }
  ... on HeadRefForcePushedEvent { createdAt beforeCommit { oid } afterCommit { oid } }`;

const REMARK_TYPES = `[
  ISSUE_COMMENT, PULL_REQUEST_REVIEW, REVIEW_REQUESTED_EVENT, REVIEW_REQUEST_REMOVED_EVENT,
  READY_FOR_REVIEW_EVENT, CONVERT_TO_DRAFT_EVENT, HEAD_REF_FORCE_PUSHED_EVENT,
  ASSIGNED_EVENT, UNASSIGNED_EVENT, BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]`;

/** Of one pull request: whether a check is required depends on where that goes. */
function contextsOf(pull: string): string {
  return `
  pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on CheckRun { databaseId name status conclusion isRequired(pullRequestNumber: ${pull}) checkSuite { app { slug } } }
    ... on StatusContext { context createdAt state isRequired(pullRequestNumber: ${pull}) }
  }`;
}

/** Three connections a pull request; its files, and whether it could be merged, are asked for apart. */
const PULL = `
fragment Pull on PullRequest {
  id number title body author { __typename login ... on User { id } } isDraft state createdAt updatedAt mergedAt closedAt lastEditedAt
  ${REACTIONS}
  baseRefName baseRefOid headRefName headRefOid headRepository { nameWithOwner }
  changedFiles
  labels(first: 50) { nodes { name } }
  reviewRequests(first: 20) { nodes { asCodeOwner ${REVIEWER} } }
  timelineItems(last: 100, itemTypes: ${REMARK_TYPES}) {
    pageInfo { hasPreviousPage startCursor }
    nodes { ${REMARK} }
  }
}`;

const FILES = `files(first: 100) { pageInfo { hasNextPage } nodes { path changeType } }`;

/** One connection a pull request. */
const LISTED = `number headRefOid baseRefName changedFiles ${FILES}`;

/** One connection a pull request. */
function mergeabilityOf(number: number): string {
  return `number headRefOid mergeable mergeStateStatus reviewDecision isMergeQueueEnabled statusCheckRollup { state contexts(first: 100) { ${contextsOf(String(number))} } }`;
}

/** Pull requests by number that are asked about beside all that are open. */
interface AskedBeside {
  /** Whether they could be merged, as `merge187`. */
  readonly merging: readonly number[];
  /** Their files, as `files187`. */
  readonly files: readonly number[];
}

function aliases(prefix: "merge" | "files", fields: (number: number) => string, numbers: readonly number[]): string {
  return numbers.map((number) => `${prefix}${number}: pullRequest(number: ${number}) { ${fields(number)} }`).join("\n    ");
}

function besides({ merging, files }: AskedBeside): string {
  return `${aliases("merge", mergeabilityOf, merging)}
    ${aliases("files", () => LISTED, files)}`;
}

/** A request for some of a repository's pull requests, each under a name of its own. */
function aboutPulls(called: string, each: string): string {
  return `
query ${called}($owner: String!, $name: String!) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    ${each}
  }
}`;
}

/** Whether some pull requests could be merged, as `merge187`. */
export function mergeabilityDocument(numbers: readonly number[]): string {
  return aboutPulls("Mergeability", aliases("merge", mergeabilityOf, numbers));
}

/** The files of some pull requests, as `files187`. */
export function filesDocument(numbers: readonly number[]): string {
  const each = aliases("files", () => LISTED, numbers);
  return aboutPulls("Files", each);
}

const TEXT = `__typename oid ... on Blob { byteSize isTruncated text }`;

/** The whole of a repository at rest, in one request: with `first` 45 it costs two points. `trees` says how many folders of posts to look at. */
export function lookDocument(trees: number, beside: AskedBeside): string {
  const numbers = [...Array(trees).keys()];
  return `
query Look($owner: String!, $name: String!, $first: Int!, $desk: String!${numbers.map((n) => `, $tree${n}: String!`).join("")}) {
  rateLimit { cost }
  viewer { login }
  repository(owner: $owner, name: $name) {
    id databaseId name owner { __typename login } url isArchived isPrivate pushedAt
    defaultBranchRef { name target { oid } }
    desk: object(expression: $desk) { ${TEXT} }
    root: object(expression: "HEAD:") { __typename oid ... on Tree { entries { name type oid } } }
    ${treeAliases(trees)}
    ${besides(beside)}
    open: pullRequests(states: OPEN, first: $first, orderBy: { field: CREATED_AT, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...Pull }
    }
    ended: pullRequests(states: [MERGED, CLOSED], first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number updatedAt state totalCommentsCount }
    }
    boards: issues(labels: ["${BOARD_LABEL}"], first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes {
        number id url body state updatedAt ${ACTOR}
        comments(last: 100) { pageInfo { hasPreviousPage startCursor } nodes { __typename ${COMMENT} } }
      }
    }
  }
  fallback: repository(owner: $owner, name: ".github") { desk: object(expression: $desk) { ${TEXT} } }
}
${PULL}`;
}

function treeAliases(trees: number): string {
  return [...Array(trees).keys()].map((n) => `tree${n}: object(expression: $tree${n}) { __typename oid }`).join("\n    ");
}

/** The desk files of some repositories, as `repository0`, and of their owners, as `of0`. There is no connection in it. */
export function desksDocument(repositories: number, owners: number): string {
  const all = [...Array(repositories).keys()];
  const homes = [...Array(owners).keys()];
  const desk = "desk: object(expression: $desk) { oid }";
  return `
query Desks($desk: String!${all.map((n) => `, $owner${n}: String!, $name${n}: String!`).join("")}${homes.map((n) => `, $home${n}: String!`).join("")}) {
  rateLimit { cost }
  ${all.map((n) => `repository${n}: repository(owner: $owner${n}, name: $name${n}) { databaseId ${desk} }`).join("\n  ")}
  ${homes.map((n) => `of${n}: repository(owner: $home${n}, name: ".github") { ${desk} }`).join("\n  ")}
}`;
}

/** The next page of open pull requests. */
export function moreOpenDocument(beside: AskedBeside): string {
  return `
query MoreOpen($owner: String!, $name: String!, $first: Int!, $after: String) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    ${besides(beside)}
    open: pullRequests(states: OPEN, first: $first, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...Pull }
    }
  }
}
${PULL}`;
}

/** The next page of ended ones. */
export const MORE_ENDED = `
query MoreEnded($owner: String!, $name: String!, $first: Int!, $after: String) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    ended: pullRequests(states: [MERGED, CLOSED], first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number updatedAt state totalCommentsCount }
    }
  }
}`;

/** Some that have ended by number, with their files, as `pull187`. */
export function pullsDocument(numbers: readonly number[]): string {
  return `${aboutPulls("Pulls", numbers.map((number) => `pull${number}: pullRequest(number: ${number}) { ...Pull ${FILES} }`).join("\n    "))}
${PULL}`;
}

/** Conversations on lines, of each of which the first hundred comments are read. */
const LINE_THREADS = `
  pageInfo { hasPreviousPage startCursor }
  nodes { id isResolved path comments(first: 100) { nodes { __typename ${COMMENT} pullRequestReview { fullDatabaseId } } } }`;

/** Those on some pull requests, as `pull187`: the last twenty of each. Twenty pull requests cost four points. */
export function lineThreadsDocument(numbers: readonly number[]): string {
  const of = (number: number) => `pull${number}: pullRequest(number: ${number}) { updatedAt reviewThreads(last: 20) { ${LINE_THREADS} } }`;
  return aboutPulls("LineThreads", numbers.map(of).join("\n    "));
}

/** Those of one pull request before the last twenty. */
export const OLDER_LINE_THREADS = `
query OlderLineThreads($owner: String!, $name: String!, $number: Int!, $last: Int!, $before: String) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { reviewThreads(last: $last, before: $before) { ${LINE_THREADS} } }
  }
}`;

/** The checks on the head of one pull request, after those that are known. */
export const MORE_CONTEXTS = `
query MoreContexts($owner: String!, $name: String!, $number: Int!, $first: Int!, $after: String) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { statusCheckRollup { state contexts(first: $first, after: $after) { ${contextsOf("$number")} } } }
  }
}`;

/** What was said on a pull request before the last hundred remarks. */
export const OLDER_REMARKS = `
query OlderRemarks($owner: String!, $name: String!, $number: Int!, $last: Int!, $before: String) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      remarks: timelineItems(last: $last, before: $before, itemTypes: ${REMARK_TYPES}) {
        pageInfo { hasPreviousPage startCursor }
        nodes { ${REMARK} }
      }
    }
  }
}`;

/** What was said on a board before the last hundred comments. */
export const OLDER_COMMENTS = `
query OlderComments($owner: String!, $name: String!, $number: Int!, $last: Int!, $before: String) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      remarks: comments(last: $last, before: $before) {
        pageInfo { hasPreviousPage startCursor }
        nodes { __typename ${COMMENT} }
      }
    }
  }
}`;

/** Git objects by name, as `object0`: with their text where `texts` says so, with their id alone where not. */
export function objectsDocument(texts: readonly boolean[]): string {
  const variables = texts.map((_, n) => `, $object${n}: String!`).join("");
  return `
query Objects($owner: String!, $name: String!${variables}) {
  rateLimit { cost }
  repository(owner: $owner, name: $name) {
    ${texts.map((text, n) => `object${n}: object(expression: $object${n}) { ${text ? TEXT : "__typename oid"} }`).join("\n    ")}
  }
}`;
}
