/** Compares what the reader made of real posts with what a person read in their heads: `.ci/corpus-checked.json`. */
import { readFile } from "node:fs/promises";

const checked = JSON.parse(await readFile(new URL("./corpus-checked.json", import.meta.url), "utf8"));

/** Where a file lies in the repository it was taken from, which tells the kind of its site. */
export function homeOf(name) {
  const [folder, ...rest] = name.split("/");
  return checked.roots[folder] ? [checked.roots[folder], ...rest].join("/") : name;
}

/** One line for each thing read otherwise; null when the folder holds none of the checked files. Readings come with `name` and `text`. */
export function disagreements(readings) {
  const byName = new Map(readings.map((reading) => [reading.name, reading]));
  const found = checked.posts.filter(({ path }) => byName.has(path));
  if (found.length === 0) return null;
  const missing = checked.posts.filter(({ path }) => !byName.has(path)).map(({ path }) => `${path}: not here`);
  const wrong = found.flatMap((one) => against(one, byName.get(one.path)));
  const bare = readings.filter(({ name, post }) => /^(?:rust-blog|jekyll-news)\//.test(name) && post?.format === "none");
  return { checked: found.length, wrong: [...missing, ...wrong, ...bare.map(({ name }) => `${name}: called a post without front matter`)] };
}

function against(one, { post, text, crash }) {
  if (!post) return [`${one.path}: ${crash}`];
  const lines = text.split("\n");
  const said = (place) =>
    lines[place.line - 1]?.slice(place.column - 1, place.line === place.endLine ? place.endColumn - 1 : undefined) ?? "";
  const written = one.dated && [one.dated.day, one.dated.time, one.dated.zone].filter((part) => part !== null).join(" ");
  const dates = { field: written, "path field": one.dated?.day.replaceAll("-", "/") };
  const expectations = [
    ["format", post.format, one.front],
    ["title", post.title?.value ?? null, one.title],
    ["title's place", post.title && said(post.title.place).includes(one.title), post.title && true],
    ["by-line", post.byline.map(({ value }) => value), one.authors],
    ["by-line's places", post.byline.map(({ place }) => said(place).replace(/^["']|["']$/g, "")), one.authors],
    ["date", dayOf(post.dated?.value ?? null), wanted(one.dated)],
    [
      "date's place",
      dates[one.dated?.from] && said(post.dated?.place ?? {}).includes(dates[one.dated.from]),
      dates[one.dated?.from] && true,
    ],
    ["slug", post.slug, one.slug],
    ["permalink", post.address.find(({ key }) => key === "permalink" || key === "path")?.value ?? null, one.permalink],
    ["site", post.site, checked.sites[one.path.split("/")[0]]],
  ];
  return expectations
    .map(([what, read, meant]) => [what, JSON.stringify(read), JSON.stringify(meant)])
    .filter(([, read, meant]) => read !== meant)
    .map(([what, read, meant]) => `${one.path}: ${what} read as ${read}, by a person as ${meant}`);
}

function dayOf(dated) {
  if (dated === null) return null;
  return dated.kind === "instant" ? dated.at : [dated.day, dated.time].filter((part) => part !== null).join(" ");
}

/** With a zone an instant, counted by the language's own clock and not by ours; without one what is written. */
function wanted(dated) {
  if (dated === null) return null;
  const { day, time, zone } = dated;
  if (zone === null) return time === null ? day : `${day} ${time}`;
  const colon = zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return new Date(`${day}T${time}${colon}`).toISOString().replace(".000Z", "Z");
}
