/** `<!-- lint disable rule -->`, `enable` and `ignore`, or `{/* lint disable rule …}` in MDX, as in remark: they hold for remark-lint's rules and for ours, prefixed or not. */
import { commentMarker } from "mdast-comment-marker";
import type { Nodes, Root } from "mdast";
import { messageControl } from "unified-message-control";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";

const NAME = "lint";
/** Whom rules of our own are told to come from. */
export const ORIGIN = "presstime";
const SOURCES = ["remark-lint", ORIGIN];
const VERBS = new Set(["enable", "disable", "ignore"]);

/** Takes away what of the messages comments silence; given to somebody who has more to say of the post. */
export type Control = (file: VFile) => void;

/** Takes away the messages that comments silence; a comment with another verb is told. Gives the same for messages to come; null without comments. */
export function controlByComments(tree: Root, file: VFile): Control | null {
  if (!/(?:<!--|\{\/\*)\s*lint\s/.test(String(file))) return null;
  const comments: Root["children"] = [];
  visit(tree, ["html", "mdxFlowExpression"], (node, index, parent) => {
    const mark = bareMarker(node);
    if (mark?.name !== NAME) return;
    const verb = /^\S*/.exec(mark.attributes)?.[0] ?? "";
    if (VERBS.has(verb)) comments.push(alone(node, parent?.children[(index ?? 0) + 1]));
    else
      file.message(`Unexpected comment \`lint ${verb.slice(0, 40)}\`, expected \`lint disable\`, \`lint enable\` or \`lint ignore\``, {
        ruleId: "lint-comment",
        source: "lint-comment",
        place: node.position,
      });
  });
  const skeleton: Root = { ...tree, children: [...comments, end(tree)] };
  const control: Control = (said) => {
    messageControl(skeleton, { file: said, name: NAME, source: SOURCES, marker: bareMarker, test: ["html", "mdxFlowExpression"] });
  };
  control(file);
  return control;
}

/**
 * The library also drops what is said where the tree has nodes without a place, which GitHub's literal links leave behind: a slip
 * beside an address would never be told. So it is shown the comments alone, each with the node that `ignore` is about.
 */
function alone(comment: Nodes, next: Nodes | undefined): Root["children"][number] {
  const bare = ({ position }: Nodes) => ({ type: "text", value: "", position });
  const children = next ? [comment, bare(next)] : [comment];
  return { type: "paragraph", children, position: comment.position } as unknown as Root["children"][number];
}

function end({ position }: Root): Root["children"][number] {
  return { type: "thematicBreak", ...(position && { position }) };
}

/** The library takes no colon for part of a name, so that `presstime:title-length` would make a comment that means nothing. */
function bareMarker(node: unknown): ReturnType<typeof commentMarker> {
  const bare =
    typeof node === "object" && node !== null && "value" in node ? { ...node, value: String(node.value).replace(ORIGINS, "$1") } : node;
  return commentMarker(bare);
}

const ORIGINS = /(\s)(?:remark-lint|presstime):(?=\S)/g;
