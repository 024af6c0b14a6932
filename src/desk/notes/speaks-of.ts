/** What the words of a heading promise below it: posts, or the tasks of a meeting. */

const POSTS =
  /(?<![\p{L}\p{N}-])(?:blogs?|blogging|blog-?posts?|posts?|articles?|editorial|(?:content|comms|publication) (?:plan|calendar|schedule|sheet))(?![\p{L}\p{N}]|-(?!\p{Zs}))/iu;
const TASKS =
  /(?<![\p{L}\p{N}-])(?:actions?(?:[ -](?:items?|points?))?|AIs|to-?dos?|tasks?|next steps|follow[ -]?ups?|assignments)(?![\p{L}\p{N}-])/iu;
const ELSEWHERE =
  /^\P{L}*(?:attendees|attendance|present|participants|in attendance|apologies|regrets|absent|agenda|links|references|resources|see also)\b/iu;

export function speaksOf(heading: string): "posts" | "tasks" | "neither" | null {
  if (ELSEWHERE.test(heading)) return "neither";
  if (TASKS.test(heading)) return "tasks";
  return POSTS.test(heading) ? "posts" : null;
}
