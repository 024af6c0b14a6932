/** Committing edits to a pull request's branch, upon the judged head and no other. */
import type { Commit, TextChange } from "../../desk/effect.js";
import { editText } from "../../desk/fixes/edit-text.js";
import type { Outcome } from "../outcome.js";
import { gitHash } from "../read/posts/blob-text.js";
import { rawBlob } from "../read/posts/raw-blob.js";
import { mutationDocument } from "./mutations.js";
import { DONE, outcomeOfAlias } from "./outcome-of.js";
import { rememberForeseen } from "./remember-foreseen.js";
import type { Target } from "./target.js";

interface Edited extends TextChange {
  readonly bytes: Uint8Array;
}

/**
 * https://docs.github.com/graphql/reference/mutations#createcommitonbranch: another head is STALE_DATA.
 * What the texts become is written down before it is tried, so that after a crash too a review of the text before is one of the text after.
 */
export async function commitChanges(target: Target, effect: Commit): Promise<Outcome> {
  const { client, owner, name, now } = target;
  const edited: Edited[] = [];
  for (const change of effect.changes) {
    const bytes = await editedBytes(target, change);
    if (!bytes) return { kind: "stale", why: `${change.path} has changed after Presstime read it` };
    edited.push({ ...change, bytes });
  }
  if (!effect.alters) {
    const fixes = edited.map(({ bytes, ...change }) => ({ ...change, head: effect.head, becomes: gitHash(bytes) }));
    await rememberForeseen(target, effect.pull, fixes);
  }
  const [headline = "", ...rest] = effect.message.split("\n");
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: effect.branch },
    expectedHeadOid: effect.head,
    message: { headline, body: rest.join("\n").trim() },
    fileChanges: {
      additions: edited.map(({ to, bytes }) => ({ path: to, contents: Buffer.from(bytes).toString("base64") })),
      deletions: edited.flatMap(({ path, to }) => (path === to ? [] : [{ path }])),
    },
  };
  const { errors } = await client.graphql(mutationDocument(["createCommitOnBranch"]), { m0: input });
  return errors.length > 0 ? outcomeOfAlias(errors, "createCommitOnBranch", now()) : DONE;
}

/** Null when the text is not UTF-8 or not what the edits were made for. */
async function editedBytes(target: Target, { blob, edits }: TextChange): Promise<Uint8Array | null> {
  const bytes = await rawBlob(target, blob);
  if (gitHash(bytes) !== blob) return null;
  const text = decoded(bytes);
  const edited = text === null ? null : editText(text, edits);
  return edited === null ? null : new TextEncoder().encode(edited);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
