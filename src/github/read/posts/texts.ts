/** What posts say at a head, and which text stood at another: Git objects, fetched once for each that is new. */
import { digestOfSettings, type LintSettings } from "../../../desk/facts/lint-settings.js";
import type { Reading } from "../../../desk/facts/snapshot.js";
import { DAY, plus } from "../../../desk/time/zone.js";
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
}

export interface Texts {
  /** Git's id of the text; null when there is none; undefined when GitHub does not have the commit. */
  blobAt(commit: string, path: string): string | null | undefined;
  reading(path: string, blob: string): Reading | null;
}

/** Asks only for what the ledger does not know: at rest, for nothing. `settings` are those of the linter, by path. */
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
  for (const batch of inBatches(spots.filter((spot) => !isKnown(spot)))) {
    const found = await fetchBatch(scope, batch);
    await cache.keep(BLOB_AT, found.blobs);
    // A new head is full of old texts: what is read already is not read again.
    const old = await findReadings(
      scope,
      found.texts.map(({ path, blob }) => readingKey(path, blob.oid)),
    );
    const news = found.texts.filter(({ path, blob }) => !old.has(readingKey(path, blob.oid)));
    const read = new Map(
      await Promise.all(
        news.map(
          async ({ path, blob }) =>
            [readingKey(path, blob.oid), await examiner.readPost(path, await bytesOf(scope, blob), settings(path))] as const,
        ),
      ),
    );
    await cache.keep(READING, new Map([...read].map(([key, reading]) => [key, kept(scope, reading)])));
    for (const [key, blob] of found.blobs) blobs.set(key, blob);
    for (const [key, reading] of [...old, ...read]) readings.set(key, reading);
  }
  return {
    blobAt: (commit, path) => blobs.get(spotKey({ commit, path })),
    reading: (path, blob) => readings.get(readingKey(path, blob)) ?? null,
  };
}

/** Those that are worth what they were: one that was stopped is tried again after a day, since it may have been the machine's fault. */
async function findReadings({ cache, at }: ReadScope, keys: readonly string[]): Promise<Map<string, Reading>> {
  const found = await cache.find(READING, keys);
  return new Map([...found].flatMap(([key, { reading, again }]) => (again === undefined || again > at ? [[key, reading] as const] : [])));
}

function kept({ at }: ReadScope, reading: Reading) {
  return reading.unfinished ? { reading, again: plus(at, DAY) } : { reading };
}

interface Fetched {
  readonly blobs: ReadonlyMap<string, string | null>;
  readonly texts: readonly { readonly path: string; readonly blob: BlobShape }[];
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
  const texts: { path: string; blob: BlobShape }[] = [];
  for (const [n, spot] of batch.entries()) {
    const object = objects[n];
    if (object?.__typename === "Blob") {
      blobs.set(spotKey(spot), object.oid);
      if (spot.read) texts.push({ path: spot.path, blob: object });
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
