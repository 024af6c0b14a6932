/** What the app would set in a text, whoever sets it: of two texts that differ in that alone, a review of the one is a review of the other. */
import { createHash } from "node:crypto";
import { editText } from "../../../desk/fixes/edit-text.js";
import { DAY, plus } from "../../../desk/time/zone.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { askObjects } from "../ask-objects.js";
import { inChunks } from "../in-chunks.js";
import { blobText } from "../posts/blob-text.js";
import { rawBlob } from "../posts/raw-blob.js";
import { FORESEEN, MADE_BY_EDITS, TEXT_GONE, type ForeseenFix } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

interface TextAt {
  readonly path: string;
  readonly blob: string;
  /** A head at which it stood there. */
  readonly head?: string;
}

/** Edits of one text of which every subset is tried: of dates, a flag and an address there are hardly more. */
const MOST_EDITS = 8;
/** Fixes of one pull request that are looked at, the newest. */
const MOST_FIXES = 40;
/** Texts of one request. */
const MOST_TEXTS = 20;

export async function foreseenOf(scope: ReadScope, numbers: readonly number[]): Promise<ReadonlyMap<number, readonly ForeseenFix[]>> {
  const kept = await scope.cache.find(
    FORESEEN,
    numbers.map((number) => `${scope.id}:${number}`),
  );
  return new Map(numbers.map((number) => [number, kept.get(`${scope.id}:${number}`) ?? []]));
}

/** Of each of `texts` those that the app's fixes, some or all of them, one after the other, made it of; nearest first. */
export async function textsBefore(
  scope: ReadScope,
  texts: readonly TextAt[],
  fixes: readonly ForeseenFix[],
): Promise<(text: TextAt) => readonly TextAt[]> {
  const read = readerOf(scope);
  const makers = new Map<string, readonly ForeseenFix[]>();
  for (let wave = texts; wave.length > 0; wave = [...makers.values()].flat().filter((fix) => !makers.has(keyOf(fix)))) {
    for (const [key, made] of await makersOf(scope, fixes.slice(-MOST_FIXES), wave, read)) makers.set(key, made);
  }
  return (text) => {
    const before = new Map<string, TextAt>([[keyOf(text), text]]);
    for (const at of before.values())
      for (const fix of makers.get(keyOf(at)) ?? []) if (!before.has(keyOf(fix))) before.set(keyOf(fix), fix);
    return [...before.values()].slice(1);
  };
}

function keyOf({ path, blob }: TextAt): string {
  return `${blob}:${path}`;
}

/** Of each text the fixes that make it, as the ledger has it or as their edits show. */
async function makersOf(
  scope: ReadScope,
  fixes: readonly ForeseenFix[],
  texts: readonly TextAt[],
  read: Read,
): Promise<ReadonlyMap<string, readonly ForeseenFix[]>> {
  const pairs = texts.flatMap((text) =>
    fixes.flatMap((fix) => (text.path === fix.to || text.path === fix.path ? [{ text, fix, key: editsKey(fix, text.blob) }] : [])),
  );
  const isMade = ({ text, fix }: (typeof pairs)[number]) => fix.blob === text.blob || fix.becomes === text.blob;
  const open = pairs.filter((pair) => !isMade(pair) && pair.fix.edits.length > 0);
  const made = new Map(
    await scope.cache.find(
      MADE_BY_EDITS,
      open.map(({ key }) => key),
    ),
  );
  const unknown = await notGone(
    scope,
    open.filter(({ key }) => !made.has(key)),
  );
  const contents = await read(unknown.flatMap(({ text, fix }) => [text.blob, fix.blob]));
  const news = new Map<string, boolean>();
  for (const { text, fix, key } of unknown) {
    const [from, to] = [contents.get(fix.blob), contents.get(text.blob)];
    if (from === undefined || to === undefined) continue;
    const some = subsetsOf(fix.edits.slice(0, MOST_EDITS));
    news.set(
      key,
      some.some((edits) => editText(from, edits) === to),
    );
  }
  await scope.cache.keep(MADE_BY_EDITS, news);
  for (const [key, is] of news) made.set(key, is);
  return new Map(
    texts.map((text) => [
      keyOf(text),
      pairs.filter((pair) => pair.text === text && (isMade(pair) || made.get(pair.key) === true)).map(({ fix }) => fix),
    ]),
  );
}

function editsKey({ blob, edits }: ForeseenFix, to: string): string {
  return `${blob}:${to}:${createHash("sha256").update(JSON.stringify(edits)).digest("base64url").slice(0, 16)}`;
}

function subsetsOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  return all.reduce<readonly (readonly One[])[]>((subsets, one) => [...subsets, ...subsets.map((some) => [...some, one])], [[]]);
}

/** Without those whose text GitHub did not have within the last day. */
async function notGone<Pair extends { readonly fix: ForeseenFix }>(scope: ReadScope, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  const goneKey = ({ fix }: Pair) => `${scope.id}:${fix.blob}`;
  const gone = await scope.cache.find(TEXT_GONE, pairs.map(goneKey));
  return pairs.filter((pair) => (gone.get(goneKey(pair)) ?? "") <= plus(scope.at, -DAY));
}

/** Texts by their ids, without those that are not to be had. */
type Read = (oids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Asks for each once, however often it is wanted. */
function readerOf(scope: ReadScope): Read {
  const asked = new Set<string>();
  const texts = new Map<string, string>();
  return async (wanted) => {
    const news = [...new Set(wanted)].filter((oid) => !asked.has(oid));
    for (const oid of news) asked.add(oid);
    for (const some of inChunks(news, MOST_TEXTS)) {
      const found = await answeredInTheEnd(scope, `texts ${some.join(" ")}`, () => textsOf(scope, some));
      const missing = found ? some.filter((oid) => !found.has(oid)) : [];
      await scope.cache.keep(TEXT_GONE, new Map(missing.map((oid) => [`${scope.id}:${oid}`, scope.at])));
      for (const [oid, text] of found ?? []) if (text !== null) texts.set(oid, text);
    }
    return texts;
  };
}

/** Byte order marks and line ends as they are; what is not UTF-8 is like no other text. Null is one that GitHub has and does not give. */
async function textsOf(scope: ReadScope, oids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const objects = await askObjects(
    scope,
    oids.map((name) => ({ name, text: true })),
  );
  const found = oids.flatMap((oid, n) => {
    const object = objects[n];
    return object?.__typename === "Blob" ? [{ oid, text: blobText(object) }] : [];
  });
  return new Map(await Promise.all(found.map(async ({ oid, text }) => [oid, text ?? (await rawText(scope, oid))] as const)));
}

async function rawText(scope: ReadScope, oid: string): Promise<string | null> {
  const bytes = await answeredInTheEnd(scope, `text ${oid}`, () => rawBlob(scope, oid));
  return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
