/** GraphQL's issue → the snapshot's board. */
import { sameLogin } from "../../../desk/facts/person.js";
import type { Board } from "../../../desk/facts/snapshot.js";
import { readMark } from "../../marker.js";
import type { BoardShape, RemarkShape } from "../shapes.js";
import { translateActor } from "../translate-actor.js";
import { translateComments } from "./translate-comment.js";
import { unixLines } from "./unix-lines.js";

const MARK = /^board\/(.+)$/s;

/** Null when the app did not write it: the label alone makes no board. */
export function translateBoard(issue: BoardShape, remarks: readonly RemarkShape[], app: string): Board | null {
  const by = translateActor(issue.author);
  const marked = by?.bot && sameLogin(by.login, app) ? readMark(unixLines(issue.body)) : null;
  const campaign = marked && MARK.exec(marked.mark)?.[1];
  if (!campaign) return null;
  const { number, id, url } = issue;
  const comments = translateComments(remarks, app);
  return { number, node: id, url, campaign, body: marked.body, open: issue.state === "OPEN", comments };
}
