/**
 * The house style for anyone's remark: `remark --use presstime/remark-preset`, or `"plugins": ["presstime/remark-preset"]` in
 * `.remarkrc`. The rules that are on, as strict as they come; what they say is what the app and `presstime lint` say.
 */
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkLint from "remark-lint";
import remarkMessageControl from "remark-message-control";
import type { Preset } from "unified";
import { houseStyle } from "./desk/lint/house-style.js";

/** `<!-- lint disable title-length -->` holds for our rules as it does for remark-lint's. */
function lintComments() {
  return remarkMessageControl({ name: "lint", source: "presstime" });
}

const remarkPreset: Preset = {
  plugins: [
    [remarkFrontmatter, ["yaml", "toml"]],
    remarkGfm,
    ...houseStyle({ rules: {}, words: [] }).map(
      ({ rule, severity, options }) => [rule.plugin, [severity === "error" ? "error" : "warn", options]] as [typeof rule.plugin, unknown[]],
    ),
    remarkLint,
    lintComments,
  ],
};

// A preset is looked for under this name by remark, and only there.
export { remarkPreset as default };
