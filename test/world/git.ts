/** Git for tests that need a real checkout: as nobody in particular has set it up, and in no hook's repository. */
import { execFileSync } from "node:child_process";
import { devNull } from "node:os";

const APART = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_SYSTEM: devNull,
};
const SET = ["user.name=A", "user.email=a@example.org", "init.defaultBranch=main", "protocol.file.allow=always"];

/** Throws when it fails. */
export function git(where: string, ...words: readonly string[]): void {
  execFileSync("git", [...SET.flatMap((one) => ["-c", one]), ...words], { cwd: where, env: { ...process.env, ...APART }, stdio: "ignore" });
}
