/** The app's own reading of posts and desks, in this thread: what workers add is tested where they are. */
import { readDesk } from "../../src/desk/read-desk.js";
import { examinePost } from "../../src/examine/examine-post.js";
import type { Examiner } from "../../src/examiner.js";

export function examinerHere(): Examiner {
  return {
    edition: "here",
    readPost: (path, bytes, settings) => Promise.resolve(examinePost({ path, bytes, size: bytes.length, ...(settings && { settings }) })),
    readDesk: (text) => Promise.resolve(readDesk(text)),
    close: () => Promise.resolve(),
  };
}
