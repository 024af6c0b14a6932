/** The bytes of a blob as Git holds them, told by their hash: GraphQL cuts long texts and recodes those that are not UTF-8. */
import { createHash } from "node:crypto";
import type { BlobShape } from "../shapes.js";

/** The text, when GraphQL gave the very bytes; null when it did not. */
export function blobText(blob: BlobShape): string | null {
  return typeof blob.text === "string" && gitHash(new TextEncoder().encode(blob.text)) === blob.oid ? blob.text : null;
}

/** Git's id of a blob with these bytes: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function gitHash(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
