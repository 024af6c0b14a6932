/** Checks: what the linter, the reviews and the proposed desk amount to, at the head of one pull request. */
import type { DateCheck } from "../dates/date-check.js";
import type { Annotation, Check } from "../effect.js";
import { CHECK_NAMES } from "../facts/ledger-key.js";
import { isOnChanged } from "../facts/changed-lines.js";
import { withSiteFindings } from "../facts/in-order.js";
import type { PullRequest } from "../facts/snapshot.js";
import type { Fixable } from "../fixes/fix-request.js";
import type { JudgedPost } from "../judged.js";
import type { SiteCheck } from "../site/on-pull-request.js";
import type { Zone } from "../time/zone.js";
import { sayConfigVerdict } from "../words/checks/config-verdict.js";
import { NOT_READ_YET, sayLintVerdict } from "../words/checks/lint-verdict.js";
import { sayScheduleVerdict } from "../words/checks/schedule-verdict.js";
import { NOTHING_TO_CHECK, sayReviewVerdict } from "../words/checks/verdicts.js";
import { FIX_ALL } from "../words/fixing.js";

/** Annotations beyond these are listed in the summary. */
const MOST_ANNOTATIONS = 500;

interface Checked {
  readonly pull: PullRequest;
  /** Those that it brings. */
  readonly posts: readonly JudgedPost[];
  readonly dateChecks: readonly DateCheck[];
  readonly fixable: Fixable;
  readonly siteCheck: SiteCheck;
  readonly zone: Zone;
  readonly lintNotes: readonly string[];
  /** Every check is to stand, also where there is nothing for it. */
  readonly all: boolean;
}

export function wantChecks(checked: Checked): readonly Check[] {
  const { pull, all } = checked;
  const own = checksWithReason(checked);
  const others = all ? CHECK_NAMES.filter((name) => !own.some((one) => one.name === name)) : [];
  return [
    ...own,
    ...others.map(
      (name) => ({ kind: "check", pull: pull.number, head: pull.head.sha, name, ...NOTHING_TO_CHECK, annotations: [] }) as const,
    ),
  ];
}

function checksWithReason(checked: Checked): readonly Check[] {
  const { pull, posts, dateChecks, zone } = checked;
  const at = { kind: "check", pull: pull.number, head: pull.head.sha } as const;
  return [
    ...lintCheck(checked),
    ...(posts.length > 0
      ? [{ ...at, name: "presstime/review", ...sayReviewVerdict(posts, pull.draft, pull.number), annotations: [] } as const]
      : []),
    ...(dateChecks.length > 0
      ? [
          {
            ...at,
            name: "presstime/schedule",
            ...sayScheduleVerdict(dateChecks, { draft: pull.draft, zone }),
            annotations: dateChecks
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

/** What is said of lines that the pull request did not change is folded away: its writer came to mend something else. */
function lintCheck({ pull, posts, fixable, siteCheck, lintNotes }: Checked): readonly Check[] {
  const files = pull.posts.filter(({ change }) => change !== "removed");
  if (files.length === 0) return [];
  const check = { kind: "check", pull: pull.number, head: pull.head.sha, name: "presstime/lint" } as const;
  if (pull.notReadYet) return [{ ...check, ...NOT_READ_YET, annotations: [] }];
  const findings = files.flatMap((file) =>
    withSiteFindings(file.reading?.findings ?? [], siteCheck(pull, file)).map(({ alike = [], ...finding }) => {
      // Of what is said once for many places, the first that the pull request changed is the one to show.
      const changed = [finding.place, ...alike.map(({ place }) => place)].find((place) => isOnChanged(file, place));
      const annotation: Annotation = { ...finding, place: changed ?? finding.place, path: file.path };
      return { annotation, changed: changed !== undefined };
    }),
  );
  const annotations = findings.filter(({ changed }) => changed).map(({ annotation }) => annotation);
  const elsewhere = findings.filter(({ changed }) => !changed).map(({ annotation }) => annotation);
  const { count, cannot, suggested, clicks } = fixable;
  return [
    {
      ...check,
      ...sayLintVerdict({
        files: files.length,
        findings: findings.map(({ annotation }) => annotation),
        folded: [...annotations.slice(MOST_ANNOTATIONS), ...elsewhere],
        elsewhere: elsewhere.length,
        unread: pull.unread ?? (pull.filesComplete ? 0 : null),
        notes: lintNotes,
        fixes: { count, cannot, suggested, deniedTo: clicks.filter(({ may }) => !may).map(({ login }) => login) },
      }),
      annotations: annotations.slice(0, MOST_ANNOTATIONS),
      ...(count > 0 && !cannot && posts.length > 0 && { actions: [FIX_ALL] }),
    },
  ];
}
