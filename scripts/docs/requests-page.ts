/** The page of all requests that Presstime sends to GitHub: what each needs, and what is done without it. */
import { MUTATIONS } from "../../src/github/apply/mutations.js";
import { REST_REQUESTS, WHEN_REFUSED, type Grant, type WhenRefused } from "../../src/github/requests.js";
import { READING_DOCUMENTS } from "./all-documents.js";
import { documentNeeds } from "./document-needs.js";

interface ToldRequest {
  readonly request: string;
  /** For each, any of them is enough. */
  readonly needs: readonly (readonly Grant[])[];
  readonly refused: WhenRefused;
  /** Without these the rest is done. */
  readonly parts?: readonly (readonly Grant[])[];
}

const REST: readonly ToldRequest[] = Object.values(REST_REQUESTS).map(({ route, needs, refused }) => ({
  request: route,
  needs: needs.length > 0 ? [needs] : [],
  refused,
}));

const GRAPHQL: readonly ToldRequest[] = [
  ...READING_DOCUMENTS.map(({ text, refused }): ToldRequest => {
    const { name, all, parts } = documentNeeds(text);
    return { request: name, needs: all, refused, parts };
  }),
  ...Object.entries(MUTATIONS).map(([field, { needs }]): ToldRequest => ({
    request: `mutation ${field}`,
    needs: [needs],
    refused: "told",
  })),
];

/** All of them, for `app.yml` to be compared with. */
export const TOLD_REQUESTS = [...REST, ...GRAPHQL];

/** `docs/requests.md`. */
export function requestsPage(): string {
  return [
    "# What is asked of GitHub",
    "<!-- Made from src/github/requests.ts, src/github/apply/mutations.ts and src/github/read/documents.ts by `npm run docs`. Do not edit. -->",
    [
      "Every request that Presstime can send, the permission that it needs, and what is done when GitHub refuses it for want of that. There are no others:",
      "a call that is not on the list does not compile, and the tests compare the list with every request that they see and with [`app.yml`](../app.yml). What",
      "REST needs is from [GitHub's own list](https://docs.github.com/rest/authentication/permissions-required-for-github-apps). For GraphQL there is no such",
      "list: it is what the request of REST needs that does the same.",
    ].join("\n"),
    "## When it is refused",
    Object.entries(WHEN_REFUSED)
      .map(([name, says]) => `- **${name}**: ${says}`)
      .join("\n"),
    "For other reasons than a permission – a limit, an outage, protected branches – see [going live](going-live.md) and [operating](operating.md).",
    "## REST",
    table(REST),
    "## GraphQL",
    table(GRAPHQL),
  ]
    .join("\n\n")
    .concat("\n");
}

function table(requests: readonly ToldRequest[]): string {
  return ["| request | needs | refused |", "| --- | --- | --- |", ...requests.map(row)].join("\n");
}

function row({ request, needs, refused, parts = [] }: ToldRequest): string {
  const without = parts.length > 0 ? `; without ${sayNeeds(parts)}, that part is **unknown**` : "";
  return `| \`${request}\` | ${sayNeeds(needs) || "nothing"} | **${refused}**${without} |`;
}

function sayNeeds(needs: readonly (readonly Grant[])[]): string {
  return needs.map((any) => any.map((need) => `\`${need}\``).join(" or ")).join(", ");
}
