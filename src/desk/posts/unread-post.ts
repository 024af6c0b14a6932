/** What is known of a post before anything is read of its text. */
import type { Post } from "../facts/post.js";
import { slugOfPath } from "../facts/slug.js";

/** All that its path alone tells. */
export function unreadPost(path: string): Post {
  const slug = slugOfPath(path);
  return {
    path,
    slug,
    slugs: [slug],
    title: null,
    description: null,
    byline: [],
    dated: null,
    tags: [],
    dates: [],
    expires: [],
    unpublished: null,
    flags: [],
    address: [],
    site: "plain",
    ending: "\n",
    format: "none",
    words: 0,
  };
}
