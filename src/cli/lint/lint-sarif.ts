/** Findings as SARIF 2.1.0, which GitHub's code scanning and editors read. */
import { createRequire } from "node:module";
import type { Finding, Fix, Place } from "../../desk/facts/finding.js";
import type { LintedFile } from "./linted.js";

const LEVELS = { error: "error", warning: "warning", advice: "note" } as const;

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function saySarif(linted: readonly LintedFile[]): string {
  const urls = new Map(linted.flatMap(({ findings }) => findings.map(({ rule, url }) => [rule, url] as const)));
  const ids = [...urls.keys()].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Presstime",
            version: ownVersion(),
            informationUri: "https://github.com/presstime/presstime",
            rules: ids.map((id) => ({ id, ...(urls.get(id) && { helpUri: urls.get(id) }) })),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { ROOT: { description: { text: "The root of the repository." } } },
        artifacts: linted.map(({ path }) => ({ location: locationOf(path) })),
        results: linted.flatMap(({ path, findings }, index) => findings.map((finding) => resultOf(path, index, finding, ids))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(path: string, index: number, { rule, severity, message, place, fix }: Finding, ids: readonly string[]) {
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { ...locationOf(path), index }, region: regionOf(place) } }],
    ...(fix && { fixes: [fixOf(path, fix)] }),
  };
}

function locationOf(path: string) {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "ROOT" };
}

function regionOf({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixOf(path: string, { from, to, text }: Fix) {
  const replacements = [{ deletedRegion: { charOffset: from, charLength: to - from }, insertedContent: { text } }];
  return { artifactChanges: [{ artifactLocation: locationOf(path), replacements }] };
}

function ownVersion(): string {
  const manifest = createRequire(import.meta.url)("#package.json") as { readonly version: string };
  return manifest.version;
}
