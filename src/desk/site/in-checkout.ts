/** The site check in a checkout: what is said of a post in a checkout, in sight of all others there, by the rules that speak on its pull request. */
import type { SiteFolders, Team } from "../facts/desk.js";
import type { Finding } from "../facts/finding.js";
import type { RuleSettings } from "../facts/lint-settings.js";
import type { Person } from "../facts/person.js";
import { briefly, outlineOf } from "../facts/post-outline.js";
import { slugOfPath } from "../facts/slug.js";
import type { Paths } from "../facts/snapshot.js";
import { leadsTo, type LeadsTo } from "./facts/leads-to.js";
import { nearby } from "./facts/nearby.js";
import { asPlanned, awaitedPost, publishedPost, writtenPost, type PostNames } from "./facts/other-post.js";
import type { OtherPost, SiteFacts, SiteText } from "./facts/site-facts.js";
import { siteFindings } from "./site-findings.js";

interface Checkout {
  readonly people: readonly Person[];
  readonly teams?: readonly Team[];
  readonly siteFolders?: SiteFolders;
  /** Those that posts may have; left out where any will do. */
  readonly tags?: readonly string[];
  /** What the plan calls its posts. */
  readonly promised: readonly PostNames[];
  /** Posts that the default branch does not have. */
  readonly fresh: readonly SiteText[];
  /** Paths of those that it has. */
  readonly live: readonly string[];
}

/** What is known when a post is judged. */
export interface Seen {
  /** Texts of live posts by their paths: every one, or of those that it needs. */
  readonly texts: ReadonlyMap<string, SiteText>;
  readonly every: boolean;
  /** Null where no file can be looked for. */
  readonly paths: Paths | null;
}

/** One post, in sight of the others. */
export interface Sighted {
  /** Live posts whose texts have a say in what is told of it, by their paths; every one where it names its address or its series. */
  readonly needs: readonly string[] | "every";
  /** Slots are the app's to know, and so is what is written elsewhere: nothing is said of them. */
  readonly findings: (seen: Seen, rules: RuleSettings) => readonly Finding[];
  /** Whether a link leads to nothing that is called so: a live post may yet call itself so in its text. */
  readonly isUnsure: (seen: Seen) => boolean;
}

const OPEN = { kind: "open" } as const;

export function checkInCheckout({ people, teams, siteFolders, tags, promised: plan, fresh, live }: Checkout): (text: SiteText) => Sighted {
  const byName = new Map(plan.toReversed().flatMap((one) => [one.slug, ...one.also].map((slug) => [slug.toLowerCase(), one] as const)));
  const calledIn = (names: readonly string[]) => names.flatMap((name) => byName.get(name.toLowerCase()) ?? [])[0] ?? null;
  const called = new Map([
    ...live.map((path) => [path, calledIn([slugOfPath(path)])] as const),
    ...fresh.map(({ post }) => [post.path, calledIn([post.slug, ...post.slugs, slugOfPath(post.path)])] as const),
  ]);
  const written = new Set(called.values());
  const here = nearby([
    ...fresh.map((text) => known(writtenPost(text, OPEN, called.get(text.post.path) ?? null))),
    ...plan.filter((one) => !written.has(one)).map((one) => known(awaitedPost(one, OPEN))),
  ]);
  const livePost = (path: string, text: SiteText | undefined) =>
    known(publishedPost(path, text ? briefly(outlineOf(text)) : null, called.get(path) ?? null));
  const byPath = nearby(live.map((path) => livePost(path, undefined)));
  let whole: typeof byPath | null = null;

  return (given) => {
    const names = called.get(given.post.path) ?? null;
    const text = asPlanned(given, names);
    const promised = names ?? calledIn([given.post.slug, ...given.post.slugs]);
    const { path: own, address, series } = text.post;
    const around = here(text).flatMap(({ other }) => (other.path === own ? [] : [other]));
    const near = byPath(text).flatMap(({ other: { path } }) => (path === null || path === own ? [] : [path]));
    const facts = ({ texts, every, paths }: Seen): SiteFacts => {
      if (every) whole ??= nearby(live.map((path) => livePost(path, texts.get(path))));
      const living = every && whole ? whole(text) : near.map((path) => livePost(path, texts.get(path)));
      return {
        people,
        ...(teams && { teams }),
        ...(siteFolders && { siteFolders }),
        ...(tags && { tags }),
        others: [...around, ...living.flatMap(({ other }) => (other.path === own ? [] : [other]))],
        ...(paths && { files: new Set(paths.present), looked: new Set(paths.asked), folders: paths.folders }),
      };
    };
    return {
      needs: address.length > 0 || series ? "every" : near,
      findings: (seen, rules) => siteFindings({ ...text, slot: null, promised: promised !== null }, facts(seen), rules),
      isUnsure: (seen) => {
        const site = facts(seen);
        return (text.links?.links ?? []).some(({ target }) => isUnknown(leadsTo(target, text, site), target));
      },
    };
  };
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
/** An address of the site itself, with a place in it. */
const ANCHORED = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^#]+#./i;

function isUnknown(to: LeadsTo, target: string): boolean {
  return to.kind === "missing" ? MARKDOWN.test(to.path) : to.kind === "elsewhere" && ANCHORED.test(target);
}

function known(other: OtherPost): { readonly other: OtherPost } {
  return { other };
}
