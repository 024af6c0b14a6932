/** Files by path, read and written: https://docs.github.com/en/rest/repos/contents */
import { blobAt, knownCommit, treeAt } from "../git/object-store.js";
import { isFolder } from "../git/objects.js";
import { entryAt } from "../git/paths.js";
import { toRead, toWrite } from "../http/access.js";
import { commitFiles, moveBranch } from "../operations/push.js";
import { contentShape, gitCommitShape, wrapped } from "../shapes/git.js";
import { notFound, Refusal } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import { resolveRef } from "../state/resolve-ref.js";
import { optionalText, text } from "./body.js";
import { actor, ok, param, repoEndpoint, type RestAnswer, type Call, type Endpoint } from "./endpoint.js";

/** Larger files come without their text, which is to be fetched as a blob. */
const LARGEST_IN_JSON = 1024 * 1024;
const LARGEST = 100 * 1024 * 1024;

export const contents: readonly Endpoint[] = [
  repoEndpoint("GET /repos/{owner}/{repo}/contents/{path}", toRead("contents"), (call, repo) => readPath(call, repo, param(call, "path"))),
  repoEndpoint("GET /repos/{owner}/{repo}/contents", toRead("contents"), (call, repo) => readPath(call, repo, "")),
  repoEndpoint("PUT /repos/{owner}/{repo}/contents/{path}", toWrite("contents", "write"), putFile),
];

function readPath(call: Call, repo: Repo, path: string): RestAnswer {
  const ref = call.query.ref ?? repo.defaultBranch;
  const sha = resolveRef(repo, ref);
  if (sha === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
  const root = knownCommit(repo.objects, sha).tree;
  const clean = path.replace(/\/$/, "");
  const entry = clean === "" ? null : entryAt(repo.objects, root, clean);
  if (clean !== "" && !entry) throw notFound();
  if (!entry || isFolder(entry)) {
    const under = clean === "" ? "" : `${clean}/`;
    const entries = treeAt(repo.objects, entry?.sha ?? root)?.entries ?? [];
    return ok(entries.map((one) => contentShape(call.world, repo, ref, under + one.name, one)));
  }
  const bytes = blobAt(repo.objects, entry.sha)?.bytes ?? Buffer.alloc(0);
  if (bytes.length > LARGEST)
    throw new Refusal(403, "This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API");
  const [raw] = /application\/vnd\.github\.(?:v3\.)?raw\b/.exec(call.accept) ?? [];
  if (raw !== undefined) return ok(bytes, { "content-type": `${raw}; charset=utf-8` });
  const small = bytes.length <= LARGEST_IN_JSON;
  return ok({
    ...contentShape(call.world, repo, ref, clean, entry),
    content: small ? wrapped(bytes) : "",
    encoding: small ? "base64" : "none",
  });
}

function putFile(call: Call, repo: Repo): RestAnswer {
  const path = param(call, "path");
  const branch = optionalText(call.body, "branch") ?? repo.defaultBranch;
  const tip = repo.branches.get(branch);
  if (tip === undefined) throw new Refusal(404, `Branch ${branch} not found`);
  const was = entryAt(repo.objects, knownCommit(repo.objects, tip).tree, path);
  const expected = optionalText(call.body, "sha");
  if (was && expected === undefined) throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (was && was.sha !== expected) throw new Refusal(409, `${path} does not match ${expected ?? ""}`);
  const by = actor(call);
  const bytes = Buffer.from(text(call.body, "content"), "base64");
  const commit = commitFiles(call.world, by, repo, { [path]: bytes }, { parents: [tip], message: text(call.body, "message") });
  moveBranch(call.world, by, repo, branch, commit.sha);
  const entry = entryAt(repo.objects, commit.tree, path);
  if (!entry) throw notFound();
  const body = { content: contentShape(call.world, repo, branch, path, entry), commit: gitCommitShape(call.world, repo, commit) };
  return { status: was ? 200 : 201, body };
}
