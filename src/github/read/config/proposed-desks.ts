/** The desk files that open pull requests would leave: read for what is wrong with them, and never used. */
import { coordinatorAdvice } from "../../../desk/config/nobody-coordinates.js";
import { FILE_START } from "../../../desk/facts/finding.js";
import type { ProposedDesk } from "../../../desk/facts/snapshot.js";
import type { ChangedFiles } from "../changed-file.js";
import { DESK_PATH, objectsDocument } from "../documents.js";
import { inChunks } from "../in-chunks.js";
import { PROPOSED } from "../read-cache.js";
import { askAbout, type ReadScope } from "../scope.js";
import type { AliasesShape, ObjectShape, PullShape } from "../shapes.js";
import { readDeskBlob } from "./desk-in-force.js";

const AT_ONCE = 20;

/** By number; only those that touch the desk file are in it. */
export async function proposedDesks(
  scope: ReadScope,
  pulls: readonly PullShape[],
  files: ReadonlyMap<number, ChangedFiles>,
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
  for (const some of inChunks(
    changed.filter((pull) => !known.has(keyOf(pull))),
    AT_ONCE,
  )) {
    const { repository } = await askAbout<AliasesShape<ObjectShape>>(
      scope,
      objectsDocument(some.map(() => true)),
      Object.fromEntries(some.map(({ headRefOid }, n) => [`object${n}`, `${headRefOid}:${DESK_PATH}`])),
    );
    for (const [n, pull] of some.entries()) {
      const blob = repository?.[`object${n}`];
      if (blob?.__typename !== "Blob") continue;
      const { desk, findings: wrong } = await readDeskBlob(scope, blob);
      const findings = desk ? [...wrong, ...coordinatorAdvice(desk)] : wrong;
      await scope.cache.keep(PROPOSED, new Map([[keyOf(pull), findings]]));
      proposed.set(pull.number, { path: DESK_PATH, findings });
    }
  }
  for (const pull of changed) {
    const findings = known.get(keyOf(pull));
    if (findings) proposed.set(pull.number, { path: DESK_PATH, findings });
  }
  return proposed;
}

const REMOVED: ProposedDesk = {
  path: DESK_PATH,
  findings: [
    {
      rule: "config",
      severity: "warning",
      message: "Unexpected removal of the desk file, expected one while the app is wanted here: without it, it does nothing",
      place: FILE_START,
    },
  ],
};
