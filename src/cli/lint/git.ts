/** What Git says of a checkout: asked in words that change nothing there and reach no network. */
import { execFile } from "node:child_process";

/** In milliseconds; whoever waits longer does without. */
const PATIENCE = 5_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** The default branch as it was last fetched, the most telling first: a fork's own may be behind. */
const DEFAULTS = [
  ...["upstream", "origin"].flatMap((remote) => ["HEAD", "main", "master"].map((branch) => `refs/remotes/${remote}/${branch}`)),
  "refs/heads/main",
  "refs/heads/master",
] as const;

/** Paths of the default branch's files below some folders, from `root`; null where there is no Git, no repository, or nobody knows that branch. */
export async function filesOnDefaultBranch(root: string, folders: readonly string[]): Promise<ReadonlySet<string> | null> {
  const refs = await git(root, ["for-each-ref", "--format=%(refname)", ...DEFAULTS]);
  const branch = DEFAULTS.find((one) => refs?.split("\n").includes(one));
  if (branch === undefined) return null;
  const below = folders.includes("") ? [] : folders;
  const files = await git(root, ["--literal-pathspecs", "ls-tree", "-r", "-z", "--name-only", branch, "--", ...below]);
  return files === null ? null : new Set(files.split("\0"));
}

/** Files that Git keeps although it is told to ignore them, from `root`; null where there is no Git. */
export async function keptThoughIgnored(root: string): Promise<ReadonlySet<string> | null> {
  const files = await git(root, ["ls-files", "-z", "--cached", "--ignored", "--exclude-standard"]);
  return files === null ? null : new Set(files.split("\0"));
}

const NOT_OF_A_HOOK = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined, GIT_PREFIX: undefined };

/** What it prints; null when it fails. */
function git(root: string, words: readonly string[]): Promise<string | null> {
  // Neither a lock, nor a fetch of what a partial clone left out, nor a program that the repository's own settings name; and in a hook
  // of another repository this one all the same.
  const environment = { ...process.env, ...NOT_OF_A_HOOK, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };
  const options = { cwd: root, env: environment, timeout: PATIENCE, maxBuffer: MOST_BYTES, windowsHide: true };
  return new Promise((resolve) => {
    execFile("git", ["-c", "core.fsmonitor=false", ...words], options, (error, out) => {
      resolve(error ? null : out);
    });
  });
}
