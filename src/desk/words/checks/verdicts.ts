/** What the check of the reviews says: the verdict in one line, and the reasons below it. */
import type { Check } from "../../effect.js";
import type { JudgedPost } from "../../judged.js";
import { counted, listed } from "../phrases.js";
import { plainly } from "../plainly.js";

const WHAT_COUNTS =
  "An approval counts if it is for the present version of all changes. It must come from somebody who has write access to this repository or is on its desk. It does not count from the person who opened the pull request, from an author of the post, or from somebody who has changed the text since the last approval.";

type CheckVerdict = Pick<Check, "conclusion" | "title" | "summary">;

/** Of a pull request in which a check has nothing to look at, where the desk wants all of them on every one. */
export const NOTHING_TO_CHECK: CheckVerdict = {
  conclusion: "success",
  title: "Nothing to check here",
  summary: "This pull request changes nothing that this check is about. It is here because the desk file asks for `checks: all`.",
};

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
    title: `Reviews are counted on #${leading}`,
    summary: `#${leading} adds “${plainly(title)}” too. Presstime uses #${leading}: it requests and counts reviews there, not here.`,
  };
}
