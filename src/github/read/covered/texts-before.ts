/** What the app would set in a text, whoever sets it: of two texts that differ in that alone, a review of the one is a review of the other. */
import { createHash } from "node:crypto";
import { editText } from "../../../desk/fixes/edit-text.js";
import { objectsDocument } from "../documents.js";
import { blobText } from "../posts/blob-text.js";
import { rawBlob } from "../posts/raw-blob.js";
import { FORESEEN, MADE_BY_EDITS, type ForeseenFix } from "../read-cache.js";
import { askAbout, type ReadScope } from "../scope.js";
import type { AliasesShape, ObjectShape } from "../shapes.js";

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

export async function foreseenOf(scope: ReadScope, numbers: readonly number[]): Promise<ReadonlyMap<number, readonly ForeseenFix[]>> {
  const kept = await scope.cache.find(
    FORESEEN,
    numbers.map((number) => `${scope.id}:${number}`),
  );
  return new Map(numbers.map((number) => [number, kept.get(`${scope.id}:${number}`) ?? []]));
}

/** The texts that the app's fixes, some or all of them, one after the other, made this one of; nearest first. */
export async function textsBefore(scope: ReadScope, text: TextAt, fixes: readonly ForeseenFix[]): Promise<readonly TextAt[]> {
  const before: TextAt[] = [];
  const reached: TextAt[] = [text];
  const newest = fixes.slice(-MOST_FIXES);
  for (let at = reached.shift(); at; at = reached.shift()) {
    for (const fix of newest) {
      const known = [text, ...before].some((one) => one.path === fix.path && one.blob === fix.blob);
      if (known || !(await makes(scope, fix, at))) continue;
      before.push(fix);
      reached.push(fix);
    }
  }
  return before;
}

async function makes(scope: ReadScope, fix: ForeseenFix, { path, blob }: TextAt): Promise<boolean> {
  if (path !== fix.to && path !== fix.path) return false;
  return fix.blob === blob || fix.becomes === blob || (fix.edits.length > 0 && (await madeByEdits(scope, fix, blob)));
}

async function madeByEdits(scope: ReadScope, { blob: from, edits }: ForeseenFix, to: string): Promise<boolean> {
  const key = `${from}:${to}:${createHash("sha256").update(JSON.stringify(edits)).digest("base64url").slice(0, 16)}`;
  const known = (await scope.cache.find(MADE_BY_EDITS, [key])).get(key);
  if (known !== undefined) return known;
  const [before, after] = await textsOf(scope, [from, to]);
  const made =
    before !== undefined && after !== undefined && subsetsOf(edits.slice(0, MOST_EDITS)).some((some) => editText(before, some) === after);
  await scope.cache.keep(MADE_BY_EDITS, new Map([[key, made]]));
  return made;
}

function subsetsOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  return all.reduce<readonly (readonly One[])[]>((subsets, one) => [...subsets, ...subsets.map((some) => [...some, one])], [[]]);
}

/** Byte order marks and line ends as they are; what is not UTF-8 is like no other text. */
async function textsOf(scope: ReadScope, oids: readonly string[]): Promise<readonly string[]> {
  const { repository } = await askAbout<AliasesShape<ObjectShape>>(
    scope,
    objectsDocument(oids.map(() => true)),
    Object.fromEntries(oids.map((oid, n) => [`object${n}`, oid])),
  );
  return Promise.all(
    oids.map(async (oid, n) => {
      const object = repository?.[`object${n}`];
      const text = object?.__typename === "Blob" ? blobText(object) : null;
      return text ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(await rawBlob(scope, oid));
    }),
  );
}
