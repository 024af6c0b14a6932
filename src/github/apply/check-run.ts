/** A check as GitHub's check run: its inputs, and finding the one that was made before a crash. */
import { digestOf, type Annotation, type Check } from "../../desk/effect.js";
import { fit, fitBytes, SUMMARY_LIMIT } from "../fit.js";
import { inChunks } from "../read/in-chunks.js";
import type { Target } from "./target.js";

/** https://docs.github.com/rest/checks/runs: fifty annotations a request; further ones are added by updating. */
const AT_ONCE = 50;

const CONCLUSIONS = { success: "SUCCESS", failure: "FAILURE", neutral: "NEUTRAL", action_required: "ACTION_REQUIRED" } as const;
const LEVELS = { error: "FAILURE", warning: "WARNING", advice: "NOTICE" } as const;

/** The input of `createCheckRun`, with the first annotations. */
export function createInput(check: Check, repositoryId: string): Readonly<Record<string, unknown>> {
  return {
    repositoryId,
    headSha: check.head,
    name: check.name,
    externalId: digestOf(check),
    status: "COMPLETED",
    conclusion: CONCLUSIONS[check.conclusion],
    output: output(check, check.annotations.slice(0, AT_ONCE)),
    ...(check.actions && { actions: check.actions }),
  };
}

/** The inputs of the `updateCheckRun`s that add the annotations from `from` on. */
export function updateInputs(
  check: Check,
  repositoryId: string,
  checkRunId: string,
  from = AT_ONCE,
): readonly Readonly<Record<string, unknown>>[] {
  return inChunks(check.annotations.slice(from), AT_ONCE).map((some) => ({ repositoryId, checkRunId, output: output(check, some) }));
}

interface MadeCheckRun {
  /** GraphQL's id. */
  readonly node: string;
  readonly annotations: number;
}

/** The check run that says exactly this, if it was made. */
export async function findCheckRun({ client, owner, name }: Target, check: Check): Promise<MadeCheckRun | null> {
  const { data } = await client.rest.checks.listForRef({
    owner,
    repo: name,
    ref: check.head,
    check_name: check.name,
    filter: "latest",
    per_page: 100,
  });
  // One that was asked for anew is queued until it is made again.
  const made = data.check_runs.find(({ external_id, status }) => external_id === digestOf(check) && status === "completed");
  return made ? { node: made.node_id, annotations: made.output.annotations_count } : null;
}

function output({ title, summary }: Check, annotations: readonly Annotation[]): Readonly<Record<string, unknown>> {
  return { title: fit(title, 255), summary: fitBytes(summary, SUMMARY_LIMIT), annotations: annotations.map(annotation) };
}

/** Columns are taken only within one line, and GitHub's end is inclusive. */
function annotation({ path, place, severity, message, rule, url }: Annotation): Readonly<Record<string, unknown>> {
  const { line, column, endLine, endColumn } = place;
  const oneLine = line === endLine;
  return {
    path,
    location: {
      startLine: line,
      endLine: Math.max(line, endLine),
      ...(oneLine ? { startColumn: column, endColumn: Math.max(column, endColumn - 1) } : {}),
    },
    annotationLevel: LEVELS[severity],
    title: fit(rule, 255),
    message: fit(url === undefined ? message : `${message}\n${url}`, 4000),
  };
}
