/** What is kept of a reading for the rules that look beyond the post. */
import type { PostLinks } from "../post-links.js";
import type { Post } from "../post.js";
import type { Reading } from "../snapshot.js";
import { localTarget } from "./local-target.js";
import { ASKED, type SiteText } from "./site-facts.js";

/** Links that lead out of the repository are left out, unless the post is of a series: the other parts may be known by any address. */
export function siteTextOf({ post, links, silent }: Reading): SiteText {
  const asked = Object.fromEntries(ASKED.flatMap((key) => (post[key] === undefined ? [] : [[key, post[key]]])));
  return {
    post: asked as Pick<Post, (typeof ASKED)[number]>,
    links: links === undefined ? null : post.series === undefined ? localLinks(links, post.path) : links,
    ...(silent && { silent }),
  };
}

function localLinks({ links, images, anchors }: PostLinks, from: string): PostLinks {
  const isLocal = ({ target }: { readonly target: string }) => localTarget(target, from) !== null;
  return { links: links.filter(isLocal), images: images.filter(isLocal), anchors };
}
