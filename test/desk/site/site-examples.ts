/** The examples on the pages of rules that look at the site, with their facts filled up to what the rules are given. */
import type { Example } from "../../../scripts/docs/rule-comment.js";
import type { Person } from "../../../src/desk/facts/person.js";
import type { OtherPost, SiteFacts, SitePost } from "../../../src/desk/site/facts/site-facts.js";
import type { Instant } from "../../../src/desk/time/zone.js";
import { examinePost } from "../../../src/examine/examine-post.js";

/** As examples write it. */
interface Told {
  readonly people?: readonly string[];
  readonly teams?: readonly string[];
  readonly promised?: boolean;
  readonly tags?: readonly string[];
  readonly files?: readonly string[];
  readonly others?: readonly ToldPost[];
  readonly home?: string;
  readonly slot?: string;
}

interface ToldPost {
  readonly slug: string;
  readonly path?: string;
  readonly permalink?: string;
  readonly anchors?: readonly string[];
  /** The one series that it is part of. */
  readonly series?: string;
  readonly part?: number;
  /** When it was published, as it says itself. */
  readonly on?: string;
  /** Left out for a live one; null for one without a slot. */
  readonly slot?: string | null;
}

export function factsOf({ text, settings }: Pick<Example, "text" | "settings">): { readonly post: SitePost; readonly site: SiteFacts } {
  const { people, teams, promised, files, others, slot, ...rest } = (settings.site ?? {}) as Told;
  return {
    post: { ...sitePost(settings.path ?? "posts/example.md", text, slot), ...(promised !== undefined && { promised }) },
    site: {
      ...rest,
      ...(people && { people: people.map(person) }),
      ...(teams && { teams: teams.map((name) => ({ name, aliases: [] })) }),
      ...(files && { files: new Set(files) }),
      ...(others && { others: others.map(otherPost) }),
    },
  };
}

export function sitePost(path: string, text: string, slot?: string): SitePost {
  const bytes = new TextEncoder().encode(text);
  const { post, links } = examinePost({ path, bytes, size: bytes.length });
  return { post, links: links ?? null, slot: slot === undefined ? null : (slot as Instant) };
}

export function otherPost({ slug, path, permalink, anchors, series, part, on, slot }: ToldPost): OtherPost {
  const live =
    slot === undefined
      ? { kind: "live" as const }
      : slot === null
        ? { kind: "open" as const }
        : { kind: "slot" as const, at: slot as Instant };
  return {
    slug,
    slugs: [slug],
    path: path ?? null,
    permalink: permalink ?? null,
    anchors: anchors ?? null,
    ...(series !== undefined && { series: [{ value: series, part: part ?? null }] }),
    ...(on !== undefined && { on }),
    live,
  };
}

function person(name: string): Person {
  return {
    login: name.toLowerCase().replaceAll(" ", "-"),
    name,
    aliases: [],
    zone: "Europe/London",
    beats: [],
    capacity: 3,
    away: [],
  };
}
