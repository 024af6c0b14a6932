/** What is known of another post: by its text, or by its path alone. */
import { outlineOf, type PostOutline } from "../post-outline.js";
import { slugOfPath } from "../slug.js";
import type { Live, OtherPost, SiteText } from "./site-facts.js";

/** What the plan calls a post. */
export interface Called {
  readonly slug: string;
  /** Other slugs it has gone by. */
  readonly also: readonly string[];
}

/** One that was written and is not live. */
export function writtenPost(text: Pick<SiteText, "post" | "links">, live: Live, called: Called | null): OtherPost {
  return { ...told(outlineOf(text), called), path: text.post.path, live };
}

/** One that is promised, of whose text nothing is known. */
export function awaitedPost(called: Called, live: Live): OtherPost {
  return { ...UNREAD, slug: called.slug, slugs: [...new Set(namesOf(called))], path: null, live };
}

/** Of a text that nobody has read all that is known is its path: it stands for its slug too, which may not be its alone. */
export function publishedPost(path: string, outline: PostOutline | null, called: Called | null): OtherPost {
  const live = { kind: "live" } as const;
  if (outline) return { ...told(outline, called), path, live };
  return { ...UNREAD, slug: called?.slug ?? path, slugs: [...new Set([slugOfPath(path), ...namesOf(called)])], path, live };
}

const UNREAD: Omit<PostOutline, "slugs"> = { permalink: null, anchors: null };

/** What it calls itself is what its address is made of; the plan may know it by other names besides. */
function told(outline: PostOutline, called: Called | null): PostOutline & { readonly slug: string } {
  return { ...outline, slug: outline.slugs[0] ?? "", slugs: [...new Set([...outline.slugs, ...namesOf(called)])] };
}

function namesOf(called: Called | null): readonly string[] {
  return called ? [called.slug, ...called.also] : [];
}
