/** What posts say at a head, and which text stood at another: Git objects, fetched once for each that is new. */
import { digestOfSettings, type LintSettings } from "../../../desk/facts/lint-settings.js";
import type { Reading } from "../../../desk/facts/snapshot.js";
import { DAY, plus } from "../../../desk/time/zone.js";
import { ownParty, type Party } from "../fair-line.js";
import { askObjects } from "../ask-objects.js";
import { BLOB_AT, READING } from "../read-cache.js";
import type { ReadScope } from "../scope.js";
import type { BlobShape } from "../shapes.js";
import { blobText } from "./blob-text.js";
import { rawBlob } from "./raw-blob.js";

/** A place in Git's history where a text may stand. */
export interface Spot {
  readonly commit: string;
  readonly path: string;
  /** Whether what the text says is wanted, or only which text it is. */
  readonly read: boolean;
  /** Git's id of the text there, where it is known already. */
  readonly blob?: string;
  /** Who sends it; left out of what the repository itself holds, which is waited for. */
  readonly party?: Party;
}

export interface Texts {
  /** Git's id of the text; null when there is none; undefined when GitHub does not have the commit. */
  blobAt(commit: string, path: string): string | null | undefined;
  reading(path: string, blob: string): Reading | null;
  /** Whether there is a text that was to be read, and is not read yet. */
  isWaiting(spot: Pick<Spot, "commit" | "path">): boolean;
}

/**
 * Asks only for what the ledger does not know: at rest, for nothing. `settings` are those of the linter, by path.
 * What goes live is read first, and waited for like the repository's own; what others send is waited for as long as a look can bear.
 */
export async function findTexts(scope: ReadScope, spots: readonly Spot[], settings: (path: string) => LintSettings): Promise<Texts> {
  const { cache, examiner } = scope;
  const readingKey = (path: string, blob: string) => `${examiner.linterVersion}:${digestOfSettings(settings(path))}:${path}:${blob}`;
  const unknown = spots.filter(({ blob }) => blob === undefined);
  const blobs = new Map(await cache.find(BLOB_AT, unknown.map(spotKey)));
  for (const spot of spots) if (spot.blob !== undefined) blobs.set(spotKey(spot), spot.blob);
  const toRead = spots.flatMap((spot) => {
    const blob = blobs.get(spotKey(spot));
    return spot.read && blob ? [readingKey(spot.path, blob)] : [];
  });
  const readings = await findReadings(scope, toRead);
  const isKnown = (spot: Spot) => {
    const blob = blobs.get(spotKey(spot));
    return blob === null || (blob !== undefined && (!spot.read || readings.has(readingKey(spot.path, blob))));
  };
  const unread = new Set<string>();

  async function ask(batch: readonly Spot[]): Promise<void> {
    const found = await fetchBatch(scope, batch);
    await cache.keep(BLOB_AT, found.blobs);
    for (const [key, blob] of found.blobs) blobs.set(key, blob);
    // A new head is full of old texts: what is read already is not read again.
    const old = await findReadings(
      scope,
      found.texts.map(({ path, blob }) => readingKey(path, blob.oid)),
    );
    for (const [key, reading] of old) readings.set(key, reading);
    const news = found.texts.filter(({ path, blob }) => !old.has(readingKey(path, blob.oid)));
    await Promise.all(
      news.map(async (text) => {
        const key = readingKey(text.path, text.blob.oid);
        const reading = await readInTime(scope, key, text, settings(text.path));
        if (reading) readings.set(key, reading);
        else unread.add(spotKey(text));
      }),
    );
  }

  const { now, later } = inTurn(
    scope,
    spots.filter((spot) => !isKnown(spot)),
  );
  for (const spot of later) unread.add(spotKey(spot));
  const left = unread.size;
  for (const batch of inBatches(now)) {
    // Once a look has waited in vain it fetches nothing more to be read.
    if (unread.size === left) await ask(batch);
    else for (const spot of batch) unread.add(spotKey(spot));
  }
  return {
    blobAt: (commit, path) => blobs.get(spotKey({ commit, path })),
    reading: (path, blob) => readings.get(readingKey(path, blob)) ?? null,
    isWaiting: (spot) => unread.has(spotKey(spot)),
  };
}

/** In which order texts are read, and which are left for a later look: of what a pull request sends, one batch is under way at a time. */
function inTurn({ readings, id }: ReadScope, spots: readonly Spot[]): { readonly now: readonly Spot[]; readonly later: readonly Spot[] } {
  const before = new Map<Party, number>();
  const rankOf = ({ read, party = ownParty(id) }: Spot): number | null => {
    if (!read || readings.isAwaited(party)) return 0;
    if (readings.isAt(party)) return null;
    const place = (before.get(party) ?? 0) + 1;
    before.set(party, place);
    return readings.isOver(party) ? Infinity : place;
  };
  const ranked = spots.map((spot) => ({ spot, rank: rankOf(spot) }));
  return {
    now: ranked.flatMap(({ spot, rank }) => (rank === null ? [] : [{ spot, rank }])).sort(byRank).map(({ spot }) => spot),
    later: ranked.flatMap(({ spot, rank }) => (rank === null ? [spot] : [])),
  };
}

/** Infinity less itself is no number. */
function byRank({ rank: a }: { readonly rank: number }, { rank: b }: { readonly rank: number }): number {
  return a === b ? 0 : a - b;
}

/** Null when the look can wait for it no longer: it is kept all the same when it comes. */
function readInTime(scope: ReadScope, key: string, { path, blob, party }: FoundText, settings: LintSettings): Promise<Reading | null> {
  const { cache, examiner, readings } = scope;
  return readings.read(key, party, async () => {
    const reading = await examiner.readPost(path, await bytesOf(scope, blob), settings);
    await cache.keep(READING, new Map([[key, kept(scope, reading)]]));
    return reading;
  });
}

/** Those that are worth what they were: one that was stopped is tried again after a day, since it may have been the machine's fault. */
async function findReadings({ cache, at }: ReadScope, keys: readonly string[]): Promise<Map<string, Reading>> {
  const found = await cache.find(READING, keys);
  return new Map([...found].flatMap(([key, { reading, again }]) => (again === undefined || again > at ? [[key, reading] as const] : [])));
}

function kept({ at }: ReadScope, reading: Reading) {
  return reading.unfinished ? { reading, again: plus(at, DAY) } : { reading };
}

interface FoundText {
  readonly commit: string;
  readonly path: string;
  readonly blob: BlobShape;
  readonly party: Party;
}

interface Fetched {
  readonly blobs: ReadonlyMap<string, string | null>;
  readonly texts: readonly FoundText[];
}

/** The commits are asked for too: that a file is not there is only worth keeping when its commit is. */
async function fetchBatch(scope: ReadScope, batch: readonly Spot[]): Promise<Fetched> {
  const commits = [...new Set(batch.map(({ commit }) => commit))];
  const objects = await askObjects(scope, [
    ...batch.map((spot) => ({ name: spotKey(spot), text: spot.read })),
    ...commits.map((name) => ({ name, text: false })),
  ]);
  const there = new Set(commits.filter((_, n) => objects[batch.length + n] !== null));
  const blobs = new Map<string, string | null>();
  const texts: FoundText[] = [];
  for (const [n, spot] of batch.entries()) {
    const object = objects[n];
    if (object?.__typename === "Blob") {
      blobs.set(spotKey(spot), object.oid);
      if (spot.read) texts.push({ commit: spot.commit, path: spot.path, blob: object, party: spot.party ?? ownParty(scope.id) });
    } else if (there.has(spot.commit)) blobs.set(spotKey(spot), null);
  }
  return { blobs, texts };
}

async function bytesOf(scope: ReadScope, blob: BlobShape): Promise<Uint8Array> {
  const text = blobText(blob);
  return text === null ? rawBlob(scope, blob.oid) : new TextEncoder().encode(text);
}

/** A text weighs as much as five ids; a request takes a hundred. */
function inBatches(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const batches: Spot[][] = [];
  let room = 0;
  for (const spot of new Map(spots.map((one) => [`${spotKey(one)}:${one.read}`, one])).values()) {
    const weight = spot.read ? 5 : 1;
    if (room < weight) {
      batches.push([]);
      room = 100;
    }
    batches.at(-1)?.push(spot);
    room -= weight;
  }
  return batches;
}

/** As Git names it, `commit:path`. */
function spotKey({ commit, path }: Pick<Spot, "commit" | "path">): string {
  return `${commit}:${path}`;
}
