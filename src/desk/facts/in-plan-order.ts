/** The plan's own order, with every post behind those it comes after. */

interface Ordered {
  readonly slug: string;
  readonly after: readonly string[];
}

/**
 * What a post comes after is pulled ahead of it; otherwise nothing changes places.
 * In a circle of `after` (the desk file is refused for one, but an old desk may stay in force) the post met first closes it.
 */
export function inPlanOrder<Post extends Ordered>(posts: readonly Post[]): readonly Post[] {
  const places = new Map(posts.map((post, place) => [post.slug, place]));
  const met = new Set<Post>();
  const ordered: Post[] = [];
  const visit = (post: Post): void => {
    if (met.has(post)) return;
    met.add(post);
    // By place and not as written: `after` is a set, and how it is written down must not move a slot.
    const before = post.after.flatMap((slug) => places.get(slug) ?? []).sort((a, b) => a - b);
    for (const place of before) {
      const one = posts[place];
      if (one) visit(one);
    }
    ordered.push(post);
  };
  posts.forEach(visit);
  return ordered;
}
