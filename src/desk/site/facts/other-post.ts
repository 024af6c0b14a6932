/** What is known of another post: by its text, or by its path alone. */
import { FILE_START } from "../../facts/finding.js";
import { outlineOf, sameSeries, type InSeries, type PostOutline } from "../../facts/post-outline.js";
import { slugOfPath } from "../../facts/slug.js";
import type { Live, OtherPost, SiteText } from "./site-facts.js";

/** What the plan calls a post. */
export interface PostNames {
  readonly slug: string;
  /** Other slugs it has gone by. */
  readonly also: readonly string[];
  /** The series that it is part of; left out when the plan does not say. */
  readonly series?: string;
}

/** A text that is also part of the series that the plan says. */
export function asPlanned<Text extends Pick<SiteText, "post">>(text: Text, called: PostNames | null): Text {
  const { post } = text;
  const planned = inPlan(called, post.series);
  if (planned.length === 0) return text;
  const place = post.title?.place ?? FILE_START;
  return { ...text, post: { ...post, series: [...(post.series ?? []), ...planned.map((one) => ({ ...one, place }))] } };
}

/** One that was written and is not live. */
export function writtenPost(text: Pick<SiteText, "post" | "links">, live: Live, called: PostNames | null): OtherPost {
  return { ...told(outlineOf(text), called), path: text.post.path, live };
}

/** One that is promised, of whose text nothing is known. */
export function awaitedPost(called: PostNames, live: Live): OtherPost {
  return { ...UNREAD, ...seriesOf(called), slug: called.slug, slugs: [...new Set(namesOf(called))], path: null, live };
}

/** Of a text that nobody has read all that is known is its path: it stands for its slug too, which may not be its alone. */
export function publishedPost(path: string, outline: PostOutline | null, called: PostNames | null): OtherPost {
  const live = { kind: "live" } as const;
  if (outline) return { ...told(outline, called), path, live };
  const slugs = [...new Set([slugOfPath(path), ...namesOf(called)])];
  return { ...UNREAD, ...seriesOf(called), slug: called?.slug ?? path, slugs, path, live };
}

const UNREAD: Omit<PostOutline, "slugs"> = { permalink: null, anchors: null };

/** What it calls itself is what its address is made of; the plan may know it by other names besides. */
function told(outline: PostOutline, called: PostNames | null): PostOutline & { readonly slug: string } {
  const series = seriesOf(called, outline.series);
  return { ...outline, ...series, slug: outline.slugs[0] ?? "", slugs: [...new Set([...outline.slugs, ...namesOf(called)])] };
}

function seriesOf(called: PostNames | null, said: PostOutline["series"] = []): Pick<PostOutline, "series"> {
  const series = [...said, ...inPlan(called, said)];
  return series.length > 0 ? { series } : {};
}

/** Which part it is, a text may say; what it says itself is not said again. */
function inPlan(called: PostNames | null, said: readonly InSeries[] = []): readonly InSeries[] {
  const name = called?.series;
  return name === undefined || said.some(({ value }) => sameSeries(value, name)) ? [] : [{ value: name, part: null }];
}

function namesOf(called: PostNames | null): readonly string[] {
  return called ? [called.slug, ...called.also] : [];
}
