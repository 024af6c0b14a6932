/** Checks: what the linter, the reviews and the proposed desk amount to, at the head of one pull request. */
import type { Agreement } from "../agreement.js";
import type { Annotation, Check } from "../effect.js";
import type { JudgedPost } from "../judged.js";
import type { PullRequest } from "../snapshot.js";
import { sayConfigVerdict } from "../words/config-verdict.js";
import { sayScheduleVerdict } from "../words/schedule-verdict.js";
import { sayLintVerdict, sayReviewVerdict } from "../words/verdicts.js";
import type { Zone } from "../zone.js";

/** Annotations beyond these stay in the count of the summary. */
const MOST_ANNOTATIONS = 500;

export function wantChecks(
  pull: PullRequest,
  posts: readonly JudgedPost[],
  agreements: readonly Agreement[],
  zone: Zone,
  lintNotes: readonly string[] = [],
): readonly Check[] {
  const at = { kind: "check", pull: pull.number, head: pull.head.sha } as const;
  const files = pull.posts.filter(({ change }) => change !== "removed");
  const annotations = files.flatMap(({ path, reading }): Annotation[] => reading?.findings.map((finding) => ({ ...finding, path })) ?? []);
  return [
    ...(files.length > 0
      ? [
          {
            ...at,
            name: "presstime/lint",
            ...sayLintVerdict(files.length, annotations, lintNotes),
            annotations: annotations.slice(0, MOST_ANNOTATIONS),
          } as const,
        ]
      : []),
    ...(posts.length > 0 ? [{ ...at, name: "presstime/review", ...sayReviewVerdict(posts, pull.draft), annotations: [] } as const] : []),
    ...(agreements.length > 0
      ? [
          {
            ...at,
            name: "presstime/schedule",
            ...sayScheduleVerdict(agreements, { draft: pull.draft, zone }),
            annotations: agreements
              .flatMap(({ file, disagreements }) => disagreements.map(({ finding }) => ({ ...finding, path: file.path })))
              .slice(0, MOST_ANNOTATIONS),
          } as const,
        ]
      : []),
    ...(pull.desk
      ? [
          {
            ...at,
            name: "presstime/config",
            ...sayConfigVerdict(pull.desk.findings, pull.desk.path),
            annotations: pull.desk.findings.map((finding) => ({ ...finding, path: pull.desk?.path ?? "" })),
          } as const,
        ]
      : []),
  ];
}
