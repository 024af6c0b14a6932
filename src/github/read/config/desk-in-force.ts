/** The desk in force: the default branch's, or its owner's, or the last good one while that is broken. */
import type { DeskReading } from "../../../desk/config/read-desk.js";
import { NOBODY_COORDINATES } from "../../../desk/config/nobody-coordinates.js";
import { deskSchema } from "../../../desk/config/schema.js";
import { PLAIN_CALENDAR, type Desk } from "../../../desk/facts/desk.js";
import { FILE_START, type Finding } from "../../../desk/facts/finding.js";
import type { DeskChange } from "../../../desk/facts/snapshot.js";
import type { Overview } from "../overview.js";
import { blobText } from "../posts/blob-text.js";
import { DESK_READING, GOOD_DESK } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { BlobShape, ObjectShape } from "../shapes.js";
import { deskChange, lastDeskChange } from "./desk-change.js";
import type { DeskFileAt } from "./desk-commits.js";
import { withHolidays } from "./desk-holidays.js";
import { withCoordinator } from "./with-coordinator.js";
import { withTeamMembers } from "./with-team-members.js";

interface DeskInForce {
  readonly desk: Desk;
  /** What is wrong with the file on the default branch; of the one in force, that nobody is there to coordinate. */
  readonly findings: readonly Finding[];
  /** How it came to be, where that is known: of a file in the repository itself. */
  readonly change: DeskChange | null;
  /** Where the file on the default branch is, or its owner's. */
  readonly file: DeskFileAt;
}

/** Null when there is no desk file at all. */
export async function deskInForce(
  scope: ReadScope,
  { repository, fallback }: Pick<Overview, "repository" | "fallback">,
): Promise<DeskInForce | null> {
  const own = asBlob(repository.desk);
  const blob = own ?? asBlob(fallback);
  if (!blob) return null;
  const file = { oid: blob.oid, home: own ? scope.name : OWNERS_HOME };
  const { cache, id } = scope;
  const [{ desk, findings }, good] = [await readDeskBlob(scope, blob), (await cache.find(GOOD_DESK, [String(id)])).get(String(id))];
  const lastGood = good ? { oid: good.oid, desk: asCalledNow(good.desk) } : null;
  const whole = async (known: Desk) =>
    withCoordinator(scope, await withTeamMembers(scope, await withHolidays(scope, known)), file, repository.owner);
  if (!desk) return { desk: lastGood ? await whole(lastGood.desk) : emptyDesk(), findings, change: await lastDeskChange(scope), file };
  const change = own && (await deskChange(scope, file, lastGood));
  if (good?.oid !== file.oid) await cache.keep(GOOD_DESK, new Map([[String(id), { oid: file.oid, desk }]]));
  const inForce = await whole(desk);
  return { desk: inForce, findings: inForce.coordinators.length > 0 ? [] : [NOBODY_COORDINATES], change, file };
}

/** The repository of an owner whose desk file counts where a repository has none. */
const OWNERS_HOME = ".github";

/** Ledgers may hold a good desk from the time when `fixDates` was called `mendDates`. */
function asCalledNow(desk: Desk): Desk {
  const kept = desk.merge as Partial<Desk["merge"]> & { readonly mendDates?: boolean };
  return { ...desk, merge: { ...desk.merge, fixDates: kept.fixDates ?? kept.mendDates ?? false } };
}

/** A desk file read once for each text that it ever had. */
export async function readDeskBlob({ cache, examiner }: Pick<ReadScope, "cache" | "examiner">, file: BlobShape): Promise<DeskReading> {
  const key = `${examiner.linterVersion}:${file.oid}`;
  const known = (await cache.find(DESK_READING, [key])).get(key);
  if (known) return known;
  const text = blobText(file);
  const reading = text === null ? unreadable(file) : await examiner.readDesk(text);
  await cache.keep(DESK_READING, new Map([[key, reading]]));
  return reading;
}

function unreadable({ byteSize = 0, isTruncated }: BlobShape): DeskReading {
  const message = isTruncated
    ? `Unexpected desk file of ${byteSize} bytes, expected a smaller file; GitHub does not return files of this size completely`
    : "Unexpected bytes in the desk file, expected YAML in UTF-8";
  return { desk: null, findings: [{ rule: "config", severity: "error", message, place: FILE_START }] };
}

/** What an empty file means, for a repository that never had a good one: nobody is asked and nothing is promised. */
function emptyDesk(): Desk {
  const { merge, zone, posts, review, slots, lead, reminders } = deskSchema.parse({});
  return {
    zone,
    posts,
    review: { approvals: review.approvals, ask: review.ask },
    slots,
    lead,
    reminders,
    people: [],
    coordinators: [],
    campaigns: [],
    calendar: PLAIN_CALENDAR,
    site: null,
    merge: { atSlot: false, method: merge.method, missed: merge.missed, fixDates: false },
  };
}

function asBlob(object: ObjectShape | null): BlobShape | null {
  return object?.__typename === "Blob" ? object : null;
}
