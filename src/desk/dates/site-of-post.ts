/** The site that one post is written for: by the desk, by the site's own configuration, or else by the post itself. */
import type { Desk, SiteKind } from "../facts/desk.js";
import type { Post } from "../facts/post.js";
import { PLAIN_SITE, type SiteConfig } from "../facts/site-config.js";
import type { Zone } from "../time/zone.js";
import { HABITS, type SiteHabits } from "./site-habits.js";

export interface PostSite {
  readonly habits: SiteHabits;
  /** Of clocks without a zone, and of bare days. */
  readonly zone: Zone;
  /** Keys of flags that hide nothing there. */
  readonly shownFlags: readonly string[];
}

export type SiteSettings = Pick<Desk, "site"> & { readonly sites: readonly SiteConfig[] };

export function siteOfPost(post: Post, { site, sites }: SiteSettings): PostSite {
  const config = configOf(post, site, sites);
  const kind = site ?? (config ? kindBy(config, post) : post.site);
  const own = config?.kind === kind ? config : null;
  const { zone, shows } = own ?? PLAIN_SITE;
  return {
    habits: habitsOf(kind, own, site === null && !IN_POSTS.test(post.path)),
    zone,
    shownFlags: [...(shows.drafts ? ["draft"] : []), ...(shows.unpublished ? ["published"] : [])],
  };
}

/** Of the nearest folder above; where several generators are set up there, the one that the desk names or the post looks like. */
function configOf(post: Post, site: SiteKind | null, sites: readonly SiteConfig[]): SiteConfig | null {
  const above = sites.filter(({ folder }) => folder === "" || post.path.startsWith(`${folder}/`));
  const depth = Math.max(...above.map(({ folder }) => folder.length));
  const there = above.filter(({ folder }) => folder.length === depth);
  return there.find(({ kind }) => kind === (site ?? post.site)) ?? (there.length === 1 ? (there[0] ?? null) : null);
}

const IN_POSTS = /(?:^|\/)_(?:posts|drafts)\//;

/** What lies outside of Jekyll's collections is none of its posts, and tells by itself: https://jekyllrb.com/docs/collections/ */
function kindBy({ kind }: SiteConfig, { path, site }: Post): SiteKind {
  return kind === "jekyll" && !/(?:^|\/)_[^/]+\//.test(path) ? site : kind;
}

/** `inCollection`: of Jekyll's documents posts alone need a day in their names. */
function habitsOf(kind: SiteKind, config: SiteConfig | null, inCollection: boolean): SiteHabits {
  const habits = HABITS[kind];
  const { shows, reads = {} } = config ?? PLAIN_SITE;
  const gates = reads.gates ?? habits.gates;
  return {
    ...habits,
    dates: reads.dates ?? habits.dates,
    gates: shows.future ? null : gates,
    expires: shows.expired ? [] : (reads.expires ?? habits.expires),
    datesFromName: habits.datesFromName || [...(reads.dates ?? []), ...(reads.gates ?? [])].includes(":filename"),
    needsDayInName: habits.needsDayInName && !inCollection,
  };
}
