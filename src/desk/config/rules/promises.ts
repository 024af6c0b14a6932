/** What must be true of the campaigns of a desk, taken together: names, slugs and order. */
import { nearest } from "../../text/nearest.js";
import { eitherOf, quoted } from "../../text/quoted.js";
import type { CampaignClaim, DeskClaims, PromiseClaim, RawText } from "../yaml/raw-values.js";
import type { DeskRemark } from "../yaml/remark.js";

export function planRemarks(claims: DeskClaims): DeskRemark[] {
  const posts = claims.campaigns.flatMap((campaign) => campaign.posts);
  return [...campaignsTwice(claims.campaigns), ...slugsTwice(posts), ...unknownAfter(posts), ...cycles(posts)];
}

const error = (rule: string, message: DeskRemark["message"], said: RawText): DeskRemark => ({ rule, severity: "error", message, said });

/** Slugs and names are the same in any case. */
const folded = (text: string): string => text.toLowerCase();

function campaignsTwice(campaigns: readonly CampaignClaim[]): DeskRemark[] {
  const seen = new Set<string>();
  return campaigns.flatMap(({ name }) => {
    if (!name) return [];
    const known = seen.has(folded(name.text));
    seen.add(folded(name.text));
    return known
      ? [error("desk-campaign", `Unexpected second campaign ${quoted(name.text)}, expected one of each name; rename it`, name)]
      : [];
  });
}

function slugsTwice(posts: readonly PromiseClaim[]): DeskRemark[] {
  const seen = new Map<string, PromiseClaim>();
  return posts.flatMap((post) =>
    [post.slug, ...post.also].flatMap((slug) => {
      if (!slug) return [];
      const owner = seen.get(folded(slug.text));
      seen.set(folded(slug.text), owner ?? post);
      if (!owner) return [];
      const message =
        owner === post
          ? `Unexpected second ${quoted(slug.text)} of one post, expected each slug once; remove it`
          : `Unexpected second promise of ${quoted(slug.text)}, expected each slug once in the desk; put the two together or rename one`;
      return [error("desk-slug", message, slug)];
    }),
  );
}

function unknownAfter(posts: readonly PromiseClaim[]): DeskRemark[] {
  const known = posts.flatMap(({ slug, also }) => [slug, ...also].flatMap((said) => said?.text ?? []));
  const all = new Set(known.map(folded));
  return posts.flatMap(({ after }) =>
    after.flatMap((said) => {
      if (all.has(folded(said.text))) return [];
      const expected = () => {
        const near = nearest(said.text, known);
        return near
          ? `the slug of a promised post; did you mean ${quoted(near)}?`
          : "the slug of a promised post; promise it or remove it here";
      };
      return [error("desk-after", () => `Unexpected ${quoted(said.text)} in \`after\`, expected ${expected()}`, said)];
    }),
  );
}

/** Each cycle once, at the `after` that closes it when one reads the file from the top. */
function cycles(posts: readonly PromiseClaim[]): DeskRemark[] {
  const bySlug = new Map<string, PromiseClaim>();
  for (const post of posts)
    for (const slug of [post.slug, ...post.also]) if (slug && !bySlug.has(folded(slug.text))) bySlug.set(folded(slug.text), post);
  const remarks: DeskRemark[] = [];
  const done = new Set<PromiseClaim>();
  for (const start of posts) {
    // A stack of our own: a plan may chain 2,000 posts.
    const trail: { readonly post: PromiseClaim; next: number }[] = done.has(start) ? [] : [{ post: start, next: 0 }];
    const onTrail = new Set(trail.map(({ post }) => post));
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const said = top.post.after[top.next];
      if (!said) {
        trail.pop();
        onTrail.delete(top.post);
        done.add(top.post);
        continue;
      }
      top.next += 1;
      const to = bySlug.get(folded(said.text));
      if (!to || done.has(to)) continue;
      if (!onTrail.has(to)) {
        trail.push({ post: to, next: 0 });
        onTrail.add(to);
        continue;
      }
      const round = trail.slice(trail.findIndex(({ post }) => post === to)).map(({ post }) => post.slug?.text ?? "?");
      remarks.push(error("desk-after", sayCycle([...round, to.slug?.text ?? "?"]), said));
    }
  }
  return remarks;
}

function sayCycle(slugs: readonly string[]): string {
  const shownSlugs = slugs.length > 8 ? [...slugs.slice(0, 4), "…", ...slugs.slice(-3)] : slugs;
  const way = shownSlugs.map((slug) => (slug === "…" ? slug : quoted(slug, 120))).join(" after ");
  return slugs.length === 2
    ? `Unexpected ${eitherOf(slugs.slice(0, 1))} after itself, expected another post; remove it from \`after\``
    : `Unexpected cycle ${way}, expected an order in which one post can be first; remove one of these from \`after\``;
}
