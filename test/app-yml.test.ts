/** The manifest: the App asks for what it uses, and for nothing else. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { WAKES } from "../src/index.js";
import { TOLD_REQUESTS } from "../scripts/docs/requests-page.js";

interface Manifest {
  readonly default_permissions: Readonly<Record<string, "read" | "write">>;
  readonly default_events: readonly string[];
}

const text = readFileSync("app.yml", "utf8");
const manifest = parse(text) as Manifest;
describe("the manifest", () => {
  it("[SV18] asks for exactly the permissions that the list of requests needs", () => {
    const needs = TOLD_REQUESTS.flatMap((request) => [...request.needs, ...(request.parts ?? [])]);
    const asked = Object.entries(manifest.default_permissions).flatMap(([permission, level]) =>
      level === "write" ? [`${permission}: write`, `${permission}: read`] : [`${permission}: read`],
    );
    expect(needs.filter((any) => !any.some((need) => asked.includes(need)))).toEqual([]);
    const needed = new Set<string>(needs.flatMap((any) => (any.length === 1 ? any : [])));
    const unneeded = Object.entries(manifest.default_permissions).filter(([permission, level]) => !needed.has(`${permission}: ${level}`));
    expect(unneeded).toEqual([]);
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
