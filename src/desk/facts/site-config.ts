/** What a site's own configuration says of when its posts are shown: `_config.yml`, `hugo.toml` and the like, on the default branch. */
import type { Zone } from "../time/zone.js";
import type { SiteKind } from "./desk.js";

export interface SiteConfig {
  /** The folder that holds it, such as `website`; empty for the root of the repository. */
  readonly folder: string;
  readonly kind: SiteKind;
  /** Of clocks without a zone: UTC where it says none. */
  readonly zone: Zone;
  /** What it shows though others of its kind would hide it. */
  readonly shows: {
    /** What is dated later than the site is built. */
    readonly future: boolean;
    readonly expired: boolean;
    readonly drafts: boolean;
    /** `published: false`. */
    readonly unpublished: boolean;
  };
  /** Fields, in small letters, that it reads in the place of those that its kind reads; left out where it names none. */
  readonly reads?: {
    readonly dates?: readonly string[];
    readonly gates?: readonly string[];
    readonly expires?: readonly string[];
  };
}

/** A site that does as its kind does. */
export const PLAIN_SITE: Omit<SiteConfig, "folder" | "kind"> = {
  zone: "UTC",
  shows: { future: false, expired: false, drafts: false, unpublished: false },
};
