/** The manifest: the App asks for what it uses, and for nothing else. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { WAKES } from "../src/index.js";
import { sourcesUnder } from "./architecture/sources.js";

interface Manifest {
  readonly default_permissions: Readonly<Record<string, "read" | "write">>;
  readonly default_events: readonly string[];
}

const text = readFileSync("app.yml", "utf8");
const manifest = parse(text) as Manifest;
const adapter = sourcesUnder("src/github")
  .map((source) => source.text)
  .join("\n");

/** What each request of the adapter needs, from the REST reference; the first pattern that fits counts. */
const NEEDS: readonly (readonly [RegExp, string])[] = [
  [/^apps\./, "metadata: read"],
  [/^pulls\.merge$/, "contents: write"],
  [/^(?:git\.get|repos\.(?:listCommits|compareCommitsWithBasehead)$)/, "contents: read"],
  [/^repos\.getCollaboratorPermissionLevel$/, "metadata: read"],
  [/^pulls\.(?:list|get)/, "pull_requests: read"],
  [/^pulls\./, "pull_requests: write"],
  [/^(?:issues|reactions)\.(?:list|get)/, "issues: read"],
  [/^(?:issues|reactions)\./, "issues: write"],
  [/^checks\.(?:list|get)/, "checks: read"],
  [/^(?:createCheckRun|updateCheckRun)$/, "checks: write"],
  [/^(?:addComment|updateIssueComment|updateIssue|addReaction|addLabelsToLabelable|removeLabelsFromLabelable)$/, "issues: write"],
  [/^StatusContext$/, "statuses: read"],
];

function needOf(request: string): string {
  return (
    NEEDS.find(([pattern]) => pattern.test(request))?.[1] ?? `nothing known for ${request}: add it to NEEDS, and to app.yml if it is new`
  );
}

describe("the manifest", () => {
  it("[SV18] asks for exactly the permissions that the adapter's requests need", () => {
    const requests = [
      ...adapter.matchAll(
        /\brest\.([a-z]+\.\w+)|\b((?:create|update)CheckRun|addComment|update\w*Comment|updateIssue|addReaction|\w+Labelable|StatusContext)\b/g,
      ),
    ];
    const needed = new Set(requests.map(([, rest, field]) => needOf(rest ?? field ?? "")));
    const needing = [...needed].filter((need) => !(need.endsWith(": read") && needed.has(need.replace(/read$/, "write"))));
    const asked = Object.entries(manifest.default_permissions).map(([permission, level]) => `${permission}: ${level}`);
    expect(asked.sort()).toEqual(needing.sort());
  });

  it("[SV18] asks for exactly the webhooks that wake somebody", () => {
    const unasked = ["installation", "installation_repositories"];
    expect([...manifest.default_events].sort()).toEqual(
      Object.keys(WAKES)
        .filter((name) => !unasked.includes(name))
        .sort(),
    );
  });

  it("[SV18] says of each permission and event what needs it", () => {
    const lines = text.split("\n");
    const entries = lines.flatMap((line, place) =>
      /^ {2}(?:- )?[a-z_]+(?:: (?:read|write))?$/.test(line) ? [{ line, before: lines[place - 1] ?? "" }] : [],
    );
    expect(entries).toHaveLength(Object.keys(manifest.default_permissions).length + manifest.default_events.length);
    const shared = "  - check_suite";
    expect(entries.filter(({ line, before }) => line !== shared && !/^ {2}# \S/.test(before))).toEqual([]);
  });
});
