/** The desk files that open pull requests would leave: read for what is wrong with them, and never used. */
import { askObjects } from "../ask-objects.js";
import { namesakeFindings, promisedLines } from "../../../desk/config/namesake-findings.js";
import { coordinatorAdvice } from "../../../desk/config/nobody-coordinates.js";
import type { Desk } from "../../../desk/facts/desk.js";
import { FILE_START } from "../../../desk/facts/finding.js";
import type { ProposedDesk, PublishedPost } from "../../../desk/facts/snapshot.js";
import type { ChangedFiles } from "../changed-file.js";
import { DESK_PATH } from "../documents.js";
import { inChunks } from "../in-chunks.js";
import { blobText } from "../posts/blob-text.js";
import type { Party } from "../fair-line.js";
import { PROPOSED, type ProposedReading } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { BlobShape, PullShape } from "../shapes.js";
import { readDeskBlob } from "./desk-in-force.js";

const AT_ONCE = 20;

interface ProposedDesks {
  /** By number; only those that touch the desk file are in it. */
  readonly desks: ReadonlyMap<number, ProposedDesk>;
  /** Those whose desk file is not read yet. */
  readonly waiting: ReadonlySet<number>;
}

/** `pulls` with whose they are. */
export async function proposedDesks(
  scope: ReadScope,
  pulls: readonly (readonly [PullShape, Party])[],
  files: ReadonlyMap<number, ChangedFiles>,
  inForce: Desk,
  published: readonly PublishedPost[],
): Promise<ProposedDesks> {
  const { cache, examiner, readings } = scope;
  const proposed = new Map<number, ProposedDesk>();
  const changed: (readonly [PullShape, Party])[] = [];
  for (const [pull, party] of pulls) {
    const touching = files.get(pull.number)?.files.find(({ path, previousPath }) => path === DESK_PATH || previousPath === DESK_PATH);
    if (!touching) continue;
    if (touching.path !== DESK_PATH || touching.change === "removed") proposed.set(pull.number, REMOVED);
    else changed.push([pull, party]);
  }
  const keyOf = ({ headRefOid }: PullShape) => `${examiner.linterVersion}:${headRefOid}`;
  const known = await cache.find(
    PROPOSED,
    changed.map(([pull]) => keyOf(pull)),
  );
  const read = new Map<string, ProposedReading>(known);
  const waiting = new Set(changed.flatMap(([pull]) => (read.has(keyOf(pull)) ? [] : [pull.number])));
  const due = changed.filter(([{ number }, party]) => waiting.has(number) && (readings.isAwaited(party) || !readings.isAt(party)));
  for (const some of inChunks(due, AT_ONCE)) {
    const blobs = await askObjects(
      scope,
      some.map(([{ headRefOid }]) => ({ name: `${headRefOid}:${DESK_PATH}`, text: true })),
    );
    const answers = await Promise.all(
      some.map(async ([pull, party], n) => {
        const blob = blobs[n];
        if (blob?.__typename !== "Blob") return waiting.delete(pull.number);
        const found = await readings.read(`desk:${keyOf(pull)}`, party, () => readProposed(scope, keyOf(pull), blob));
        if (found) read.set(keyOf(pull), found);
        return found !== null && waiting.delete(pull.number);
      }),
    );
    if (answers.includes(false)) break;
  }
  for (const [pull] of changed) {
    const found = read.get(keyOf(pull));
    if (!found) continue;
    const findings = [...found.findings, ...namesakeFindings(found.promised, inForce, published)];
    proposed.set(pull.number, { path: DESK_PATH, findings: findings.toSorted((a, b) => a.place.line - b.place.line) });
  }
  return { desks: proposed, waiting };
}

async function readProposed(scope: ReadScope, key: string, blob: BlobShape): Promise<ProposedReading> {
  const { desk, findings: wrong } = await readDeskBlob(scope, blob);
  const findings = desk ? [...wrong, ...coordinatorAdvice(desk)] : wrong;
  const read = { findings, promised: desk ? promisedLines(desk, blobText(blob) ?? "") : [] };
  await scope.cache.keep(PROPOSED, new Map([[key, read]]));
  return read;
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
