/** What is kept of a reading for the rules that look beyond the post. */
import type { PostLinks } from "../../facts/post-links.js";
import type { Post } from "../../facts/post.js";
import type { Reading } from "../../facts/snapshot.js";
import { localTarget } from "./local-target.js";
import { ASKED, type SiteText } from "./site-facts.js";

/** Of links that lead out of the repository nobody is told where they stand: their targets are kept alone. */
export function siteTextOf({ post, links, silent }: Reading): SiteText {
  const asked = Object.fromEntries(ASKED.flatMap((key) => (post[key] === undefined ? [] : [[key, post[key]]])));
  return {
    post: asked as Pick<Post, (typeof ASKED)[number]>,
    ...(links ? parted(links, post.path) : { links: null }),
    ...(silent && { silent }),
  };
}

function parted({ links, images, anchors }: PostLinks, from: string): Pick<SiteText, "links" | "outward"> {
  const isLocal = ({ target }: { readonly target: string }) => localTarget(target, from) !== null;
  const outward = links.flatMap((link) => (isLocal(link) ? [] : [link.target]));
  return { links: { links: links.filter(isLocal), images: images.filter(isLocal), anchors }, ...(outward.length > 0 && { outward }) };
}
