/** The bytes of a blob, by REST: for those that GraphQL cannot give as they are. */
import type { ReadScope } from "../scope.js";

/** Far above what is examined at all: of a longer blob the beginning will do, to say that it is too long. */
const MOST_BYTES = 1024 * 1024;

export async function rawBlob({ client, owner, name }: Pick<ReadScope, "client" | "owner" | "name">, oid: string): Promise<Uint8Array> {
  const { data } = await client.rest.git.getBlob({
    owner,
    repo: name,
    file_sha: oid,
    mediaType: { format: "raw" },
    // Else octokit decodes the bytes as text, and what is not UTF-8 is lost.
    request: { parseSuccessResponseBody: false },
  });
  const stream: unknown = data;
  if (!(stream instanceof ReadableStream)) return new Uint8Array();
  return firstBytes(stream as ReadableStream<Uint8Array>);
}

async function firstBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES + 1);
}
