/** What must be true of the globs that say which files are posts. */
import picomatch from "picomatch/posix.js";
import { quoted } from "../../text/quoted.js";
import type { RawText } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

export function globRemarks(globs: readonly RawText[]): DeskRemark[] {
  return globs.flatMap((glob) => {
    const wrong = wrongWith(glob.text);
    return wrong
      ? [{ rule: "desk-glob", severity: "error", message: `Unexpected glob ${quoted(glob.text)}, expected ${wrong}`, said: glob }]
      : [];
  });
}

function wrongWith(glob: string): string | null {
  if (glob.startsWith("/")) return "a path from the root of the repository; remove the first `/`";
  if (glob.startsWith("!")) return "one that says which files are posts, not which are not; remove the `!`";
  if (glob.includes("\\")) return "`/` between folders, and no backslashes";
  if (glob.split("/").some((part) => part === ".." || part === ".")) return "a path from the root of the repository, without `.` and `..`";
  if (glob.endsWith("/")) return "one that matches files; end it with `*.md`";
  try {
    picomatch.makeRe(glob, { strictBrackets: true });
    return null;
  } catch {
    return "every bracket to be closed";
  }
}
