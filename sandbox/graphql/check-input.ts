/** What the mutations say of a check, read into what is done to one. */
import type { CheckEdit } from "../operations/check.js";
import type { Annotation, CheckAction, CheckRun, Conclusion } from "../state/check.js";

interface OutputInput {
  readonly title: string;
  readonly summary: string;
  readonly text?: string | null;
  readonly annotations?: readonly AnnotationInput[] | null;
}

interface AnnotationInput {
  readonly path: string;
  readonly location: {
    readonly startLine: number;
    readonly endLine: number;
    readonly startColumn?: number | null;
    readonly endColumn?: number | null;
  };
  readonly annotationLevel: string;
  readonly message: string;
  readonly title?: string | null;
  readonly rawDetails?: string | null;
}

export interface CheckInput {
  readonly repositoryId: string;
  readonly status?: string | null;
  readonly conclusion?: string | null;
  readonly startedAt?: string | null;
  readonly completedAt?: string | null;
  readonly detailsUrl?: string | null;
  readonly externalId?: string | null;
  readonly output?: OutputInput | null;
  readonly actions?: readonly CheckAction[] | null;
}

export function checkEdit(input: CheckInput): CheckEdit {
  return {
    status: input.status ? (input.status.toLowerCase() as CheckRun["status"]) : undefined,
    conclusion: input.conclusion ? (input.conclusion.toLowerCase() as Conclusion) : undefined,
    startedAt: input.startedAt ?? undefined,
    completedAt: input.completedAt ?? undefined,
    detailsUrl: input.detailsUrl ?? undefined,
    externalId: input.externalId ?? undefined,
    title: input.output?.title,
    summary: input.output?.summary,
    text: input.output?.text ?? undefined,
    annotations: input.output?.annotations?.map(annotationOf),
    actions: input.actions ?? undefined,
  };
}

function annotationOf(input: AnnotationInput): Annotation {
  return {
    path: input.path,
    startLine: input.location.startLine,
    endLine: input.location.endLine,
    startColumn: input.location.startColumn ?? null,
    endColumn: input.location.endColumn ?? null,
    level: input.annotationLevel.toLowerCase() as Annotation["level"],
    message: input.message,
    title: input.title ?? null,
    rawDetails: input.rawDetails ?? null,
  };
}
