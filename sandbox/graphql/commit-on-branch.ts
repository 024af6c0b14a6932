/** The mutation that commits files to a branch, provided its tip is where the caller believes it to be. */
import { knownCommit } from "../git/object-store.js";
import { entryAt } from "../git/paths.js";
import { enter, toWrite } from "../http/access.js";
import { commitFiles, moveBranch } from "../operations/push.js";
import { GITHUB_SIGNS } from "../state/accounts.js";
import { branchBar } from "../state/branch-protection.js";
import { Refusal } from "../state/refusal.js";
import { findRepo } from "../state/world.js";
import { refFields } from "./git-object.js";
import type { GraphqlFields, GraphqlView } from "./view.js";

export interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string | null; readonly branchName?: string | null; readonly id?: string | null };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
}

/** https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch */
export function commitOnBranch(view: GraphqlView, { branch, expectedHeadOid, message, fileChanges }: CommitInput): GraphqlFields {
  const { repositoryNameWithOwner, branchName } = branch;
  if (!repositoryNameWithOwner || !branchName || branch.id) {
    throw new Refusal(422, "Unexpected branch by its id: the sandbox knows `repositoryNameWithOwner` and `branchName`");
  }
  const [owner = "", name = ""] = repositoryNameWithOwner.split("/");
  const repo = findRepo(view.world, owner, name);
  if (!repo) throw new Refusal(404, `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`);
  enter(view.caller, repo, toWrite("contents", "write"));
  const tip = repo.branches.get(branchName.replace(/^refs\/heads\//, ""));
  if (tip === undefined) throw new Refusal(404, `A ref named "${branchName}" could not be found.`);
  if (tip !== expectedHeadOid)
    throw new Refusal(409, `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`);
  const bar = branchBar(repo, branchName);
  if (bar) throw bar;
  const additions = fileChanges?.additions ?? [];
  const deletions = fileChanges?.deletions ?? [];
  const { tree } = knownCommit(repo.objects, tip);
  for (const { path } of deletions) {
    if (!entryAt(repo.objects, tree, path))
      throw new Refusal(422, `A path was requested for deletion which does not exist as of commit oid ${tip}: ${path}`);
  }
  const files = Object.fromEntries([
    ...deletions.map(({ path }) => [path, null] as const),
    ...additions.map(({ path, contents }) => [path, Buffer.from(contents, "base64")] as const),
  ]);
  const words = [message.headline, ...(message.body ? [message.body] : [])].join("\n\n");
  const commit = commitFiles(view.world, view.viewer, repo, files, { parents: [tip], message: words, committer: GITHUB_SIGNS });
  moveBranch(view.world, view.viewer, repo, branchName, commit.sha);
  return { commit: view.show.commit(view, repo, commit), ref: refFields(view, repo, branchName) };
}
