/** What each kind of site does with a post's dates, file name and address: the facts that tell a blemish from a post nobody sees. */
import type { SiteKind } from "../facts/desk.js";

export interface SiteHabits {
  /** As people call it. */
  readonly name: string;
  /** Date fields in the order in which the site believes them; all others are only beside. Keys in small letters. */
  readonly dates: readonly string[];
  /** Date fields that hold a post back until then, likewise; null when no date does. */
  readonly gates: readonly string[] | null;
  /** What a date to come does to a post until that time. */
  readonly until: "hides" | "may hide";
  /** Fields after whose time the site shows the post no more, likewise. */
  readonly expires: readonly string[];
  /** Whether the day in a file's name is the post's date where no field says one. */
  readonly datesFromName: boolean;
  /** Whether the day in a file's name is part of its address, whatever its fields say; a `slug` field replaces it. */
  readonly nameInAddress: boolean;
  /** Whether a day in the folders of a file is part of its address, as long as no address field replaces them. */
  readonly foldersInAddress: boolean;
  /** Whether a post without a day in its name is none. */
  readonly needsDayInName: boolean;
  /** Whether a time with seconds, without quotes and a zone, is read in UTC, whatever the site's own zone is. */
  readonly secondsInUtc: boolean;
  /** Address fields, the one that wins first. */
  readonly address: readonly string[];
}

const PLAIN: SiteHabits = {
  name: "plain",
  dates: ["date", "publishdate", "pubdate", "publish_date", "published_at", "published", "posted"],
  gates: null,
  until: "hides",
  expires: [],
  datesFromName: true,
  nameInAddress: false,
  foldersInAddress: true,
  needsDayInName: false,
  secondsInUtc: false,
  address: ["permalink", "url", "path", "slug"],
};

export const HABITS: Readonly<Record<SiteKind, SiteHabits>> = {
  plain: PLAIN,
  // https://jekyllrb.com/docs/posts/ and https://jekyllrb.com/docs/configuration/options/ (`future`, `timezone`). Ruby's YAML makes an
  // instant in UTC of a time with seconds: https://github.com/jekyll/jekyll/issues/4778
  jekyll: {
    ...PLAIN,
    name: "Jekyll",
    dates: ["date"],
    gates: ["date"],
    foldersInAddress: false,
    needsDayInName: true,
    secondsInUtc: true,
    address: ["permalink", "slug"],
  },
  // https://gohugo.io/configuration/front-matter/ (`dates`) and https://gohugo.io/configuration/all/#buildfuture (`buildExpired`, `timeZone`)
  hugo: {
    ...PLAIN,
    name: "Hugo",
    dates: ["date", "publishdate", "pubdate", "published"],
    gates: ["publishdate", "pubdate", "published", "date"],
    expires: ["expirydate", "unpublishdate"],
    datesFromName: false,
    address: ["url", "slug"],
  },
  // https://www.getzola.org/documentation/content/page/. Zola itself hides nothing (https://github.com/getzola/zola/issues/1831): its
  // sites do, in their templates, or show a post that is dated tomorrow.
  zola: { ...PLAIN, name: "Zola", dates: ["date"], gates: ["date"], until: "may hide", address: ["path", "slug"] },
  // https://docs.astro.build/en/guides/content-collections/: a collection's own schema; the starter blog calls it pubDate.
  astro: { ...PLAIN, name: "Astro", dates: ["pubdate", "date", "publishdate", "published_at"], datesFromName: false, address: ["slug"] },
  // https://docusaurus.io/docs/blog#blog-post-date
  docusaurus: { ...PLAIN, name: "Docusaurus", dates: ["date"], nameInAddress: true, address: ["slug"] },
};
