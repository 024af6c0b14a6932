/** Texts together: which files of one pull request are one post in several languages, and which of them leads. */
import { markedBy, outlineOf } from "../facts/post-outline.js";
import type { ChangedPost } from "../facts/snapshot.js";
import { marksOf, type MarkedText } from "../facts/text-marks.js";
import { grouped } from "../text/group-by.js";
import { isNew } from "./landings.js";

/**
 * By post, the leading text in front; posts and texts otherwise in the order of the files. Of files that are promised apart each is a
 * post of its own; `isListed`: the plan names it.
 */
export function textsTogether(
  files: readonly ChangedPost[],
  promisedTo: (file: ChangedPost) => object | null,
  isListed: (file: ChangedPost) => boolean,
): readonly (readonly ChangedPost[])[] {
  const marked = files.flatMap((file) => marksOf(markedFile(file)).map((mark) => ({ ...mark, file })));
  const postOf = new Map(files.map((file) => [file, new Set([file])]));
  const unmarked = new Set<ChangedPost>();
  for (const [, group] of grouped(marked, ({ place }) => place)) {
    if (new Set(group.map(({ language }) => language)).size < 2) continue;
    for (const { file, language } of group) if (language === null) unmarked.add(file);
    const promises = group.map(({ file, language }) => ({ promise: promisedTo(file), language }));
    const { promise } = promises.find(({ language, promise: of }) => language === null && of) ??
      promises.find(({ promise: of }) => of) ?? { promise: null };
    const together = group.filter(({ file }) => [null, promise].includes(promisedTo(file)));
    const post = new Set(together.flatMap(({ file }) => [...(postOf.get(file) ?? [])]));
    for (const file of post) postOf.set(file, post);
  }
  // What is new leads what is changed beside it; then whatever the plan names, the site's own language, and English.
  const rank = (file: ChangedPost) =>
    [isNew(file), isListed(file), unmarked.has(file), marksOf(markedFile(file)).some(({ language }) => language === "en")].reduce(
      (sum, is) => sum * 2 + (is ? 0 : 1),
      0,
    );
  return [...new Set(postOf.values())].map((post) => files.filter((file) => post.has(file)).toSorted((a, b) => rank(a) - rank(b)));
}

/** Its marks, as far as it was read. */
export function markedFile({ path, reading }: ChangedPost): MarkedText {
  return reading ? markedBy(path, outlineOf(reading)) : { path };
}
