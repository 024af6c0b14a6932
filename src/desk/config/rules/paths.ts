/** What must be true of the files that promised posts name. */
import picomatch from "picomatch/posix.js";
import { quoted } from "../../text/quoted.js";
import type { DeskClaims, RawText } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

/** `globs` say which files are posts. */
export function pathRemarks({ campaigns }: Pick<DeskClaims, "campaigns">, globs: readonly string[]): DeskRemark[] {
  const isPost = picomatch(globs.filter((glob) => glob !== ""));
  const seen = new Set<string>();
  return campaigns
    .flatMap(({ posts }) => posts.flatMap(({ path }) => path ?? []))
    .flatMap((path) => {
      const second = seen.has(path.text);
      seen.add(path.text);
      const expected = second ? "each file once in the desk; a file is one post" : wrongWith(path, isPost);
      const message = `Unexpected ${second ? "second promise of " : "path "}${quoted(path.text, 200)}, expected ${expected ?? ""}`;
      return expected === null ? [] : [{ rule: "desk-path", severity: "error", message, said: path }];
    });
}

function wrongWith({ text }: RawText, isPost: (path: string) => boolean): string | null {
  if (text.startsWith("/")) return "one from the root of the repository; remove the first `/`";
  if (text.includes("\\") || text.split("/").some((part) => part === ".." || part === "." || part === ""))
    return "one from the root of the repository, with `/` between folders and without `.` and `..`";
  return isPost(text) ? null : "a file that the globs of `posts` call a post; mend the path, or add a glob";
}
