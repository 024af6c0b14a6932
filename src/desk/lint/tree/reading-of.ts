/** The project's own reading of a file that remark holds, made once for all rules that ask about its front matter. */
import type { VFile } from "vfile";
import { readPost, type PostReading } from "../../posts/read-post.js";

export type { PostReading };

interface Kept {
  readonly text: string;
  readonly reading: PostReading;
}

const KEY = "presstime";

/** Read anew only when the text is another one. Whoever has read the file already hands the reading over with `keepReading`. */
export function readingOf(file: VFile): PostReading {
  const text = String(file);
  const kept = file.data[KEY] as Kept | undefined;
  if (kept?.text === text) return kept.reading;
  const reading = readPost(pathOf(file), text);
  keepReading(file, reading);
  return reading;
}

export function keepReading(file: VFile, reading: PostReading): void {
  const kept: Kept = { text: String(file), reading };
  file.data[KEY] = kept;
}

export function pathOf(file: VFile): string {
  return file.path || "post.md";
}
