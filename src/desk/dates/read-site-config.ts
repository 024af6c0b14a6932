/** Reads a site's own configuration: which generator it is of, and what it says of when posts are shown. Data only; what is code tells by its name alone. */
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import type { SiteKind } from "../facts/desk.js";
import { PLAIN_SITE, type SiteConfig } from "../facts/site-config.js";
import { readZone, zonesMeant } from "../time/zone.js";
import { HABITS } from "./site-habits.js";

export interface SiteFile {
  /** From the root of the site: `_config.yml`, `config/_default/hugo.toml`. */
  readonly name: string;
  /** Null for one that need not be read, or cannot. */
  readonly text: string | null;
}

const DATA = ["toml", "yaml", "yml", "json"];
const CODE = ["js", "mjs", "cjs", "ts", "mts", "cts"];

/** Files at the root of a site that tell of it; of a kind the later ones say the last word. */
export const SITE_FILES: readonly string[] = [
  ...["_config.toml", "_config.yaml", "_config.yml"],
  ...DATA.flatMap((ending) => [`config.${ending}`, `hugo.${ending}`]),
  "zola.toml",
  ...CODE.flatMap((ending) => [`astro.config.${ending}`, `docusaurus.config.${ending}`]),
  ".eleventy.js",
  ...["js", "mjs", "cjs", "ts"].flatMap((ending) => [`eleventy.config.${ending}`, `next.config.${ending}`]),
  ...["js", "mjs", "ts"].map((ending) => `gatsby-config.${ending}`),
];

/** Generators that hold nothing back until its date, whatever their folders are called: `content/blog/` of theirs looks like Hugo's. */
const SHOW_ALL = ["eleventy", "next", "gatsby-config"];

/** Hugo's folder of configuration, by environment: https://gohugo.io/configuration/introduction/#configuration-directory */
export const CONFIG_FOLDER = "config";
export const IN_CONFIG_FOLDER: readonly string[] = ["_default", "production"].flatMap((environment) =>
  ["config", "hugo"].flatMap((name) => DATA.map((ending) => `${CONFIG_FOLDER}/${environment}/${name}.${ending}`)),
);

/** Whether a file has to be read, and is not only to be there. */
export function isSiteData(name: string): boolean {
  return DATA.includes(name.slice(name.lastIndexOf(".") + 1));
}

/** Longer files are not parsed. */
const MOST = 128 * 1024;

/** One for each generator that is set up in the folder. */
export function readSiteConfigs(folder: string, files: readonly SiteFile[]): readonly SiteConfig[] {
  const found = new Map<SiteKind, SiteConfig>();
  for (const file of files) {
    const settings = file.text === null ? {} : settingsIn(file.name, file.text);
    const kind = settings && kindOf(file.name, settings);
    if (!settings || !kind) continue;
    const was = found.get(kind) ?? { ...PLAIN_SITE, folder, kind };
    found.set(kind, { ...was, ...clockIn(kind, settings, was) });
  }
  return [...found.values()];
}

/** By keys in small letters, as Hugo reads them. */
type Settings = Readonly<Record<string, unknown>>;

function settingsIn(name: string, text: string): Settings | null {
  if (text.length > MOST) return null;
  try {
    const value: unknown = name.endsWith(".toml")
      ? parseToml(text)
      : name.endsWith(".json")
        ? JSON.parse(text)
        : parseYaml(text, { maxAliasCount: 100, logLevel: "silent" });
    return inSmallLetters(value);
  } catch {
    return null;
  }
}

function inSmallLetters(value: unknown): Settings | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key.toLowerCase(), one]));
}

/** Keys of Hugo's own: a `config.toml` or `config.yaml` may be anybody's. */
const HUGO_KEYS =
  /^(?:baseurl|languagecode|locale|theme|contentdir|publishdir|timezone|build(?:future|expired|drafts)|frontmatter|markup|permalinks|menus?|module|outputs|params|defaultcontentlanguage|enablerobotstxt|paginate|pagination)$/;

function kindOf(name: string, settings: Settings): SiteKind | null {
  const [first = ""] = name
    .slice(name.lastIndexOf("/") + 1)
    .replace(/^\./, "")
    .split(".");
  if (SHOW_ALL.includes(first)) return "plain";
  if (first === "astro" || first === "docusaurus" || first === "hugo" || first === "zola") return first;
  // Hexo has Jekyll's name for its file, and shows what is to come: https://hexo.io/docs/configuration
  if (first === "_config")
    return ["source_dir", "public_dir", "new_post_name"].some((key) => Object.hasOwn(settings, key)) ? "plain" : "jekyll";
  if (Object.hasOwn(settings, "base_url")) return "zola";
  return Object.keys(settings).some((key) => HUGO_KEYS.test(key)) ? "hugo" : null;
}

function clockIn(kind: SiteKind, settings: Settings, was: SiteConfig): Partial<SiteConfig> {
  const on = (key: string, before: boolean) => (typeof settings[key] === "boolean" ? settings[key] : before);
  switch (kind) {
    case "jekyll":
      return {
        zone: zoneIn(settings) ?? was.zone,
        shows: {
          ...was.shows,
          future: on("future", was.shows.future),
          drafts: on("show_drafts", was.shows.drafts),
          unpublished: on("unpublished", was.shows.unpublished),
        },
      };
    case "hugo":
      return {
        zone: zoneIn(settings) ?? was.zone,
        shows: {
          ...was.shows,
          future: on("buildfuture", was.shows.future),
          expired: on("buildexpired", was.shows.expired),
          drafts: on("builddrafts", was.shows.drafts),
        },
        reads: { ...was.reads, ...readsIn(settings) },
      };
    default:
      return {};
  }
}

/** Short names that are in the list of zones of the machine that builds the site: https://data.iana.org/time-zones/tzdb/backward. The first three know no summer. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  EST: "-05:00",
  MST: "-07:00",
  HST: "-10:00",
  CET: "Europe/Berlin",
  MET: "Europe/Berlin",
  EET: "Europe/Athens",
  WET: "Europe/Lisbon",
  GB: "Europe/London",
  NZ: "Pacific/Auckland",
  PRC: "Asia/Shanghai",
  ROC: "Asia/Taipei",
  ROK: "Asia/Seoul",
};

/** What we would ask back of a person is taken as the machine takes it: any other abbreviation, such as `BST`, is UTC to it. */
function zoneIn({ timezone }: Settings): string | null {
  if (typeof timezone !== "string" || timezone.length > 60) return null;
  const named = readZone(timezone);
  if (named !== null || /^(?:[A-Z]{2,5}|[a-z]{2,5})$/.test(timezone))
    return named ?? (Object.hasOwn(SHORT_NAMES, timezone) ? (SHORT_NAMES[timezone] ?? null) : null);
  return zonesMeant(timezone)[0] ?? null;
}

/** https://gohugo.io/configuration/front-matter/#dates */
function readsIn({ frontmatter }: Settings): NonNullable<SiteConfig["reads"]> {
  const lists = inSmallLetters(frontmatter) ?? {};
  const list = (key: string, usual: readonly string[]) => {
    const value = lists[key];
    if (!Array.isArray(value)) return undefined;
    return value.flatMap((one: unknown) => (typeof one !== "string" ? [] : one === ":default" ? usual : [one.toLowerCase()]));
  };
  const { dates: usual, gates, expires } = HABITS.hugo;
  const [own, held, ends] = [list("date", usual), list("publishdate", gates ?? []), list("expirydate", expires)];
  return { ...(own && { dates: own }), ...(held && { gates: held }), ...(ends && { expires: ends }) };
}
