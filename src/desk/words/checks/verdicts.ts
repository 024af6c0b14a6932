/** What the check of the reviews says: the verdict in one line, and the reasons below it. */
import type { Check } from "../../effect.js";
import type { JudgedPost } from "../../judged.js";
import { counted, listed } from "../phrases.js";
import { plainly } from "../plainly.js";

const WHAT_COUNTS =
  "An approval counts when it is for all that the pull request changes as it stands, and by somebody who may write to this repository or is on its desk, and who did not open the pull request, does not sign the post, and has not changed it since it was last approved.";

type CheckVerdict = Pick<Check, "conclusion" | "title" | "summary">;

/** `presstime/review`: how many of how many, for the text as it stands. */
export function sayReviewVerdict(all: readonly JudgedPost[], draft: boolean, pull: number): CheckVerdict {
  const posts = all.filter(({ leading }) => leading === pull);
  const [followed] = all;
  if (posts.length === 0 && followed) return sayFollows(followed);
  const short = posts.filter(({ approvals }) => approvals.by.length < approvals.needed);
  const needed = Math.max(0, ...posts.map(({ approvals }) => approvals.needed));
  const got = Math.min(needed, ...posts.map(({ approvals }) => approvals.by.length));
  const title = `${got} of ${counted(needed, "approval")}${draft ? "; still a draft" : ""}`;
  const lines = posts.map((post) => {
    const by = post.approvals.by.length > 0 ? `approved by ${listed(post.approvals.by)}` : "approved by nobody yet";
    return [`- ${plainly(post.title)}: ${by}`, ...(post.approvals.lacking ?? []).map((why) => `  - ${why}`)].join("\n");
  });
  return {
    conclusion: short.length === 0 && !draft ? "success" : "action_required",
    title,
    summary: [...lines, "", WHAT_COUNTS].join("\n"),
  };
}

/** What was approved is the text of the one that leads. */
function sayFollows({ title, leading }: JudgedPost): CheckVerdict {
  return {
    conclusion: "neutral",
    title: `#${leading} counts`,
    summary: `#${leading} adds “${plainly(title)}” too and is the one that counts: reviews are requested and counted there, not here.`,
  };
}
