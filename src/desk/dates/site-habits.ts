/** What each kind of site does with a post's dates, file name and address: the facts that tell a blemish from a post nobody sees. */
import type { SiteKind } from "../facts/desk.js";

export interface SiteHabits {
  /** As people call it. */
  readonly name: string;
  /** Date fields in the order in which the site believes them; all others are only beside. Keys in small letters. */
  readonly dates: readonly string[];
  /** Date fields that hold a post back until then, likewise; null when no date does. */
  readonly gates: readonly string[] | null;
  /** Whether the day in a file's name is the post's date where no field says one. */
  readonly datesFromName: boolean;
  /** Whether the day in a file's name is part of its address, whatever its fields say; a `slug` field replaces it. */
  readonly nameInAddress: boolean;
  /** Whether a post without a day in its name is none. */
  readonly needsDayInName: boolean;
  /** Address fields, the one that wins first. */
  readonly address: readonly string[];
}

const PLAIN: SiteHabits = {
  name: "plain",
  dates: ["date", "publishdate", "pubdate", "publish_date", "published_at", "published", "posted"],
  gates: null,
  datesFromName: true,
  nameInAddress: false,
  needsDayInName: false,
  address: ["permalink", "url", "path", "slug"],
};

export const HABITS: Readonly<Record<SiteKind, SiteHabits>> = {
  plain: PLAIN,
  // https://jekyllrb.com/docs/posts/ and https://jekyllrb.com/docs/configuration/options/ (`future`)
  jekyll: {
    ...PLAIN,
    name: "Jekyll",
    dates: ["date"],
    gates: ["date"],
    needsDayInName: true,
    address: ["permalink", "slug"],
  },
  // https://gohugo.io/configuration/front-matter/ (`dates`) and https://gohugo.io/configuration/all/#buildfuture
  hugo: {
    ...PLAIN,
    name: "Hugo",
    dates: ["date", "publishdate", "pubdate", "published"],
    gates: ["publishdate", "pubdate", "published", "date"],
    datesFromName: false,
    address: ["url", "slug"],
  },
  // https://www.getzola.org/documentation/content/page/
  zola: { ...PLAIN, name: "Zola", dates: ["date"], address: ["path", "slug"] },
  // https://docs.astro.build/en/guides/content-collections/: a collection's own schema; the starter blog calls it pubDate.
  astro: { ...PLAIN, name: "Astro", dates: ["pubdate", "date", "publishdate", "published_at"], datesFromName: false, address: ["slug"] },
  // https://docusaurus.io/docs/blog#blog-post-date
  docusaurus: { ...PLAIN, name: "Docusaurus", dates: ["date"], nameInAddress: true, address: ["slug"] },
};
