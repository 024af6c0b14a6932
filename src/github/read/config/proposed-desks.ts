/** The desk files that open pull requests would leave: read for what is wrong with them, and never used. */
import { askObjects } from "../ask-objects.js";
import { namesakeFindings, promisedLines, type PromisedLine } from "../../../desk/config/namesake-findings.js";
import { coordinatorAdvice } from "../../../desk/config/nobody-coordinates.js";
import type { Desk } from "../../../desk/facts/desk.js";
import { FILE_START, type Finding } from "../../../desk/facts/finding.js";
import type { ProposedDesk, PublishedPost } from "../../../desk/facts/snapshot.js";
import type { ChangedFiles } from "../changed-file.js";
import { DESK_PATH } from "../documents.js";
import { inChunks } from "../in-chunks.js";
import { blobText } from "../posts/blob-text.js";
import { PROPOSED } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { PullShape } from "../shapes.js";
import { readDeskBlob } from "./desk-in-force.js";

const AT_ONCE = 20;

/** By number; only those that touch the desk file are in it. */
export async function proposedDesks(
  scope: ReadScope,
  pulls: readonly PullShape[],
  files: ReadonlyMap<number, ChangedFiles>,
  inForce: Desk,
  published: readonly PublishedPost[],
): Promise<ReadonlyMap<number, ProposedDesk>> {
  const proposed = new Map<number, ProposedDesk>();
  const changed: PullShape[] = [];
  for (const pull of pulls) {
    const touching = files.get(pull.number)?.files.find(({ path, previousPath }) => path === DESK_PATH || previousPath === DESK_PATH);
    if (!touching) continue;
    if (touching.path !== DESK_PATH || touching.change === "removed") proposed.set(pull.number, REMOVED);
    else changed.push(pull);
  }
  const keyOf = ({ headRefOid }: PullShape) => `${scope.examiner.linterVersion}:${headRefOid}`;
  const known = await scope.cache.find(PROPOSED, changed.map(keyOf));
  const all = new Map<number, { readonly findings: readonly Finding[]; readonly promised: readonly PromisedLine[] }>();
  for (const some of inChunks(
    changed.filter((pull) => !known.has(keyOf(pull))),
    AT_ONCE,
  )) {
    const blobs = await askObjects(
      scope,
      some.map(({ headRefOid }) => ({ name: `${headRefOid}:${DESK_PATH}`, text: true })),
    );
    for (const [n, pull] of some.entries()) {
      const blob = blobs[n];
      if (blob?.__typename !== "Blob") continue;
      const { desk, findings: wrong } = await readDeskBlob(scope, blob);
      const findings = desk ? [...wrong, ...coordinatorAdvice(desk)] : wrong;
      const read = { findings, promised: desk ? promisedLines(desk, blobText(blob) ?? "") : [] };
      await scope.cache.keep(PROPOSED, new Map([[keyOf(pull), read]]));
      all.set(pull.number, read);
    }
  }
  for (const pull of changed) {
    const read = known.get(keyOf(pull)) ?? all.get(pull.number);
    if (!read) continue;
    const findings = [...read.findings, ...namesakeFindings(read.promised, inForce, published)];
    proposed.set(pull.number, { path: DESK_PATH, findings: findings.toSorted((a, b) => a.place.line - b.place.line) });
  }
  return proposed;
}

const REMOVED: ProposedDesk = {
  path: DESK_PATH,
  findings: [
    {
      rule: "config",
      severity: "warning",
      message:
        "Unexpected removal of the desk file, expected it to stay while you use Presstime; without it, Presstime does nothing in this repository",
      place: FILE_START,
    },
  ],
};
