/**
 * A file's name has one ending.
 *
 * Editors that hide endings save `irmin.md` as `irmin.md.md`; the post is then called `irmin.md` for life, in its address too.
 *
 * ## Good
 *
 * ```md {"path":"posts/irmin.md"}
 * # Introducing Irmin
 * ```
 *
 * ## Bad
 *
 * ```md {"path":"posts/irmin.md.md"}
 * # Introducing Irmin
 * ```
 *
 * ```text
 * 1:1 Unexpected file name ending in `.md.md`, expected `.md`
 * ```
 */
import { FILE_START } from "../../facts/finding.js";
import { ownRule } from "../rule-kinds/own-rule.js";

export const fileName = ownRule({ id: "file-name", says: "A file's name has one ending.", severity: "warning" }, (source, say) => {
  const twice = /\.(?:md|markdown|mdx|txt)(\.(?:md|markdown|mdx|txt))$/i.exec(source.path);
  if (twice) say(`Unexpected file name ending in \`${twice[0]}\`, expected \`${twice[1] ?? ""}\``, FILE_START);
  return {};
});
