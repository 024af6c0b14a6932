/** What people write in a history: submissions of every kind, pushes by anybody, and what is done to files on the default branch. */
import fc from "fast-check";
import { acts, anyone, anySlug, DESK, nth, onOpen, which, WRITER_OF, type Act } from "./acts.js";
import type { Ground } from "./ground.js";
import { contentOf, textOf, type Text } from "./texts.js";

const LAYOUT = "_layouts/default.html";
const others = fc.constantFrom([], [], [], ["img/graph.png"], [LAYOUT], [".github/presstime.yml"]);
const words = fc.constantFrom("a", "b", "c", "d");
const folder = fc.constantFrom("posts/", "posts/", "posts/", "posts/2014/08/06/", "posts/2014-07-10-");

const withOthers = (files: Readonly<Record<string, Text>>, more: readonly string[], version: string) => ({
  ...files,
  ...Object.fromEntries(more.map((path) => [path, `${path} ${version}`])),
});

/** A promised post comes, by whoever promised it; null when it is there already. */
export function comes(
  ground: Ground,
  slug: string,
  more: { readonly path?: string; readonly others?: readonly string[]; readonly draft?: boolean; readonly own?: boolean } = {},
): string | null {
  const { path = `posts/${slug}.md`, others: files = [], draft = false, own = false } = more;
  const { open } = ground.world.facts();
  if (ground.main.has(path) || open.some(({ posts }) => posts.some((one) => one.path === path))) return null;
  const who = WRITER_OF[slug] ?? "amir";
  const number = ground.submits(who, withOthers({ [path]: { slug, byline: [who], words: "a" } }, files, "1"), { draft, own });
  return `${who} opens #${number}${draft ? ", a draft," : ""} with ${[path, ...files].join(", ")}`;
}

const submitsPromised = acts(
  fc.record({ slug: anySlug, others, folder, draft: fc.nat(7), own: fc.boolean() }),
  ({ slug, folder: at, draft, ...more }): Act =>
    (ground) =>
      comes(ground, slug, { ...more, path: `${at}${slug}.md`, draft: draft === 0 }),
);

/** Anybody brings anything, under anybody's name. */
const submitsAny = acts(
  fc.record({
    who: anyone,
    slug: fc.oneof(anySlug, fc.constantFrom("stray", "old")),
    signs: fc.constantFrom("self", "nobody", ...DESK),
    draft: fc.nat(5),
    errors: fc.constantFrom(0, 0, 0, 1),
    date: fc.constantFrom(undefined, undefined, undefined, "2014-07-17", "2014-07-30", "9999-12-31"),
    body: fc.constantFrom("", "", "/post two"),
    more: others,
    folder,
    words,
  }),
  ({ who, slug, signs, draft, errors, date, body, more, folder: at, words: written }): Act =>
    (ground) => {
      const path = `${at}${slug}.md`;
      const byline = signs === "self" ? [who] : signs === "nobody" ? [] : [signs];
      const text: Text = { slug, byline, words: written, ...(errors > 0 && { errors }), ...(date !== undefined && { date }) };
      if (ground.main.get(path)?.content === contentOf(text)) return null;
      const number = ground.submits(who, withOthers({ [path]: text }, more, "2"), { draft: draft === 0, body });
      const signed = byline.length > 0 ? `signed by ${byline.join()}` : "unsigned";
      return `${who} opens #${number}${draft === 0 ? ", a draft," : ""} with ${[path, ...more].join(", ")}, ${signed}${date ? `, dated ${date}` : ""}${errors > 0 ? ", with an error" : ""}${body && `, saying ${body}`}`;
    },
);

/** Two posts in one pull request; either may be live or promised already. */
const submitsTwo = acts(
  fc.record({
    who: fc.constantFrom(...DESK, "amir"),
    slugs: fc.uniqueArray(fc.oneof(anySlug, fc.constantFrom("stray", "old")), { minLength: 2, maxLength: 2 }),
  }),
  ({ who, slugs }): Act =>
    (ground) => {
      const files = Object.fromEntries(
        slugs.map((slug) => [`posts/${slug}.md`, { slug, byline: WRITER_OF[slug] ? [WRITER_OF[slug]] : [], words: "both" } satisfies Text]),
      );
      const number = ground.submits(who, files);
      return `${who} opens #${number} with ${slugs.map((slug) => `posts/${slug}.md`).join(" and ")}`;
    },
);

/** A live post is corrected or taken away by a pull request. */
const corrects = acts(fc.record({ who: anyone, n: which, gone: fc.nat(3), words }), ({ who, n, gone, words: written }): Act => (ground) => {
  const live = nth(
    [...ground.main].filter(([path]) => path.startsWith("posts/")),
    n,
  );
  const text = live && textOf(live[1].content);
  if (!live || !text) return null;
  const number = ground.submits(who, { [live[0]]: gone === 0 ? null : { ...text, words: `corrected ${written}` } });
  return `${who} opens #${number}, which ${gone === 0 ? "takes away" : "corrects"} ${live[0]}`;
});

/** Somebody pushes to a pull request: another text, another file, or one less. */
const pushes = acts(
  fc.record({
    who: anyone,
    mine: fc.boolean(),
    n: which,
    what: fc.constantFrom("text", "text", LAYOUT, "img/graph.png", ".github/presstime.yml", "Gemfile", "links", "error"),
    back: fc.nat(6),
    words,
    told: fc.constantFrom("writer", "writer", "writer", "nobody", "pusher too"),
  }),
  ({ who: other, mine, n, what, back, words: written, told }): Act =>
    onOpen(n, (pull, ground) => {
      const who = mine ? (pull.openedBy?.login ?? other) : other;
      const { difference } = ground.pullOf(pull.number).heads.at(-1) ?? { difference: new Map<string, never>() };
      const [path, change] = [...difference].find(([, { content }]) => content !== null && textOf(content)) ?? [null, null];
      const text = change?.content ? textOf(change.content) : null;
      const aboutText = what === "text" || what === "links" || what === "error";
      if (aboutText && (!path || !text)) return null;
      const then =
        what === "text"
          ? { ...text, words: written }
          : what === "links"
            ? { ...text, leadsTo: ["three"], address: "/blog/one/" }
            : { ...text, errors: text?.errors ? 0 : 1 };
      const files: Record<string, string | null> =
        aboutText && path ? { [path]: contentOf(then as Text) } : { [what]: `${what} ${written}` };
      if (Object.entries(files).every(([at, content]) => difference.get(at)?.content === content)) return null;
      const [changed = ""] = Object.keys(files);
      if (back === 0 && difference.has(what)) files[what] = null;
      const whose = told === "nobody" ? { by: [], unknown: true } : { by: told === "writer" ? [who] : [who, "eve"], unknown: false };
      ground.pushes(pull.number, who, files, whose);
      return `${who} pushes ${aboutText ? what : changed} to #${pull.number}${told === "nobody" ? " as nobody whom GitHub knows" : ""}`;
    }),
);

/** The writer accepts what a reviewer suggested: the commit is the writer's. */
const accepts = acts(fc.record({ n: which, words }), ({ n, words: written }): Act =>
  onOpen(n, (pull, ground) => {
    const who = pull.openedBy?.login;
    const [path, change] = [...(ground.pullOf(pull.number).heads.at(-1)?.difference ?? [])].find(
      ([, { content }]) => content !== null && textOf(content),
    ) ?? [null, null];
    const text = change?.content ? textOf(change.content) : null;
    if (!who || !path || !text) return null;
    ground.pushes(pull.number, who, { [path]: contentOf({ ...text, words: `suggested ${written}` }) });
    return `${who} accepts a suggestion on #${pull.number}`;
  }),
);

const takesInBase = acts(which, (n): Act =>
  onOpen(n, (pull, ground) => (ground.takesInBase(pull.number) ? `somebody updates the branch of #${pull.number}` : null)),
);

/** Somebody revises the default branch by hand. */
const revises = acts(
  fc.record({ n: which, how: fc.constantFrom("deletes", "renames", "edits", "publishes", "moves the layout"), slug: anySlug, words }),
  ({ n, how, slug, words: written }): Act =>
    (ground) => {
      const [path, file] = nth(
        [...ground.main].filter(([one]) => one.startsWith("posts/")),
        n,
      ) ?? [null, null];
      const by = "somebody with the right to";
      if (how === "publishes") {
        if (ground.main.has(`posts/${slug}.md`)) return null;
        ground.commits({ [`posts/${slug}.md`]: contentOf({ slug, byline: [], words: "by hand" }) });
        return `${by} pushes posts/${slug}.md to the default branch`;
      }
      if (how === "moves the layout") {
        ground.commits({ [LAYOUT]: `${LAYOUT} main ${written}` });
        return `${by} changes ${LAYOUT} on the default branch`;
      }
      const text = file && textOf(file.content);
      if (!path || !text) return null;
      if (how === "deletes") ground.commits({ [path]: null });
      else if (how === "renames") ground.commits({ [path]: null, [path.replace(".md", "-again.md")]: file.content });
      else ground.commits({ [path]: contentOf({ ...text, words: `by hand ${written}` }) });
      return `${by} ${how} ${path} on the default branch`;
    },
);

export const writing = fc.oneof(
  { weight: 9, arbitrary: submitsPromised },
  { weight: 3, arbitrary: submitsAny },
  { weight: 1, arbitrary: submitsTwo },
  { weight: 1, arbitrary: corrects },
  { weight: 4, arbitrary: pushes },
  { weight: 1, arbitrary: accepts },
  { weight: 1, arbitrary: takesInBase },
  { weight: 1, arbitrary: revises },
);
