/** Amendments: what people change in the plan by comments, and the plan as it is with them. The file is never written. */
import type { Desk, Promised } from "../facts/desk.js";
import { includesLogin } from "../facts/person.js";
import { latest } from "../time/zone.js";

/** A promise for life, whatever it is called: the slug under which the plan file, or whoever split it off, brought it in. */
export type PostId = string;

export type Amendment =
  /** A new slug; the old one is one of its others. */
  | { readonly kind: "rename"; readonly post: PostId; readonly to: string }
  /** A second promise, right after the first. */
  | { readonly kind: "split"; readonly post: PostId; readonly slug: string; readonly title: string }
  /** One promise is fulfilled by another post, and goes by its slugs. */
  | { readonly kind: "merge"; readonly post: PostId; readonly into: PostId }
  /** One more slug that it goes by. */
  | { readonly kind: "alias"; readonly post: PostId; readonly slug: string; readonly joined?: true };

export interface AmendedPlan {
  readonly desk: Desk;
  /** The promise that goes by `slug`, now or before, in any case; null when none does. */
  readonly idOf: (slug: string) => PostId | null;
  /** What it is called now; null when it is no more. */
  readonly slugOf: (id: PostId) => string | null;
  readonly promised: (id: PostId) => Promised | null;
}

interface Kept {
  readonly id: PostId;
  post: Promised;
}

/** A campaign holds no more promises than the desk file may. */
const MOST_POSTS = 2000;

/**
 * The plan with what people amended, in order. The file wins: what it says already, or what no longer fits it, changes nothing.
 * No two posts go by one slug, and `after` names posts by what they are called now.
 */
export function amendPlan(desk: Desk, amendments: readonly Amendment[]): AmendedPlan {
  const campaigns = desk.campaigns.map(({ posts }) => posts.map((post): Kept => ({ id: post.slug, post })));
  const byId = new Map<PostId, Kept>();
  const byName = new Map<string, Kept>();
  for (const kept of campaigns.flat()) {
    if (!byId.has(kept.id)) byId.set(kept.id, kept);
    for (const name of namesOf(kept.post)) if (!byName.has(fold(name))) byName.set(fold(name), kept);
  }
  for (const amendment of amendments) amend(amendment, { campaigns, byId, byName });

  const slugNow = (name: string) => byName.get(fold(name))?.post.slug ?? name;
  for (const kept of campaigns.flat()) {
    const after = [...new Set(kept.post.after.map(slugNow))].filter((slug) => slug !== kept.post.slug);
    if (after.length !== kept.post.after.length || after.some((slug, index) => slug !== kept.post.after[index]))
      kept.post = { ...kept.post, after };
  }
  const same = desk.campaigns.every(({ posts }, index) => {
    const now = campaigns[index] ?? [];
    return now.length === posts.length && now.every(({ post }, place) => post === posts[place]);
  });
  return {
    desk: same
      ? desk
      : {
          ...desk,
          campaigns: desk.campaigns.map((campaign, index) => ({ ...campaign, posts: (campaigns[index] ?? []).map(({ post }) => post) })),
        },
    idOf: (slug) => byName.get(fold(slug))?.id ?? null,
    slugOf: (id) => byId.get(id)?.post.slug ?? null,
    promised: (id) => byId.get(id)?.post ?? null,
  };
}

interface Draft {
  readonly campaigns: Kept[][];
  readonly byId: Map<PostId, Kept>;
  readonly byName: Map<string, Kept>;
}

function amend(amendment: Amendment, { campaigns, byId, byName }: Draft): void {
  const kept = byId.get(amendment.post);
  if (!kept) return;
  switch (amendment.kind) {
    case "rename": {
      const owner = byName.get(fold(amendment.to));
      if (owner && owner !== kept) return;
      const others = namesOf(kept.post).filter((name) => fold(name) !== fold(amendment.to));
      kept.post = { ...kept.post, slug: amendment.to, also: others };
      byName.set(fold(amendment.to), kept);
      return;
    }
    case "alias":
      if (byName.has(fold(amendment.slug))) return;
      kept.post = {
        ...kept.post,
        also: [...kept.post.also, amendment.slug],
        ...(amendment.joined && { joined: [...(kept.post.joined ?? []), amendment.slug] }),
      };
      byName.set(fold(amendment.slug), kept);
      return;
    case "split": {
      const posts = campaigns.find((all) => all.includes(kept));
      if (!posts || posts.length >= MOST_POSTS || byName.has(fold(amendment.slug)) || byId.has(amendment.slug)) return;
      // The embargo and what must be live first were promised of the whole, and hold for both parts; a pin is for one post.
      const post: Promised = { ...kept.post, slug: amendment.slug, also: [], title: amendment.title, pinned: null };
      const part = { id: amendment.slug, post };
      posts.splice(posts.indexOf(kept) + 1, 0, part);
      byId.set(part.id, part);
      byName.set(fold(post.slug), part);
      return;
    }
    case "merge": {
      const into = byId.get(amendment.into);
      if (!into || into === kept) return;
      const posts = campaigns.find((all) => all.includes(kept));
      posts?.splice(posts.indexOf(kept), 1);
      byId.delete(kept.id);
      const byline = kept.post.byline.filter((login) => !includesLogin(into.post.byline, login));
      into.post = {
        ...into.post,
        also: [...into.post.also, ...namesOf(kept.post)],
        joined: [...(into.post.joined ?? []), ...namesOf(kept.post)],
        byline: [...into.post.byline, ...byline],
        // What is still under embargo must not slip out as a part of another post.
        notBefore: latest([into.post.notBefore, kept.post.notBefore]),
      };
      for (const name of namesOf(kept.post)) byName.set(fold(name), into);
    }
  }
}

function namesOf({ slug, also }: Promised): readonly string[] {
  return [slug, ...also];
}

/** Slugs are the same in any case. */
function fold(slug: string): string {
  return slug.toLowerCase();
}
