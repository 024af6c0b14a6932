/** Rules that look beyond the post: at people, tags, files, and the other posts with their slots. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ruleComments } from "../../../scripts/docs/rule-pages.js";
import { leadsTo } from "../../../src/desk/site/facts/leads-to.js";
import type { SiteFacts } from "../../../src/desk/site/facts/site-facts.js";
import { SITE_RULES, siteFindings } from "../../../src/desk/site/site-findings.js";
import { factsOf, otherPost, sitePost } from "./site-examples.js";

const comments = ruleComments();
const examples = SITE_RULES.flatMap(({ id }) =>
  (["good", "bad"] as const).flatMap((kind) =>
    (comments.get(id)?.[kind] ?? []).map((example, n) => [`${id}, ${kind} ${n + 1}`, id, example] as const),
  ),
);
const others = [
  otherPost({ slug: "vchan", path: "posts/2014/vchan.md", permalink: "/blog/vchan/", anchors: ["how-it-works"] }),
  otherPost({ slug: "arm", path: "posts/arm.md", slot: "2014-07-22T12:00:00Z" }),
  otherPost({ slug: "conduit", slot: null }),
];
const at = "2014-07-18T12:00:00Z";
const find = (text: string, site: SiteFacts, slot = at) =>
  siteFindings(sitePost("posts/irmin.md", text, slot), site).map(
    ({ rule, message, place }) => `${rule} ${place.line}:${place.column} ${message.split(", expected")[0] ?? ""}`,
  );

describe("examples", () => {
  it.each(examples)("[LI23] %s: exactly what its page says is said", (_, id, example) => {
    const { post, site } = factsOf(example);
    const said = siteFindings(post, site).filter(({ rule }) => rule === id);
    expect(
      said.map(({ message, place: { line, column, endLine, endColumn } }) => {
        const to = line === endLine && column === endColumn ? "" : `-${endLine}:${endColumn}`;
        return `${line}:${column}${to} ${message}`;
      }),
    ).toEqual(example.messages);
    for (const { message, url } of said) {
      expect(message).toMatch(/^Unexpected .+, expected .+/);
      expect(url).toContain(`/docs/rules/${id}.md`);
    }
  });

  it("[LI23] every rule has good ones and bad ones", () => {
    for (const { id, says } of SITE_RULES) {
      const comment = comments.get(id);
      expect([id, comment?.says]).toEqual([id, says]);
      expect(comment?.good.every(({ messages }) => messages.length === 0)).toBe(true);
      expect(comment?.bad.length).toBeGreaterThan(0);
      expect(comment?.bad.every(({ messages }) => messages.length > 0)).toBe(true);
    }
  });
});

describe("facts", () => {
  it("[LI24] rules whose facts are not given say nothing, whatever the post says", () => {
    const text =
      "---\ntitle: Irmin\nauthor: Nobody\ntags: [x]\n---\n\n![a](gone.png) [b](gone.md) [c](/blog/conduit) [d](https://mirage.io/gone)\n";
    expect(find(text, {})).toEqual([]);
  });

  it("[LI24] the desk turns a rule off or makes it stricter", () => {
    const post = sitePost("posts/irmin.md", "[b](gone.md)\n", at);
    const site = { files: new Set(["posts/irmin.md"]) };
    expect(siteFindings(post, site)).toMatchObject([{ rule: "links-exist", severity: "warning" }]);
    expect(siteFindings(post, site, { "links-exist": { severity: "error" } })).toMatchObject([{ severity: "error" }]);
    expect(siteFindings(post, site, { "links-exist": { severity: "off" } })).toEqual([]);
  });
});

describe("links", () => {
  it.each([
    ["2014/vchan.md", "post"],
    ["./2014/vchan.md#how-it-works", "post"],
    ["/blog/vchan", "post"],
    ["/blog/vchan/", "post"],
    ["../vchan/", "post"],
    ["@/posts/2014/vchan.md", "post"],
    ["https://mirage.io/blog/vchan", "post"],
    ["VCHAN.html", "post"],
    ["/img/plot.png", "file"],
    ["../static/img/plot%20two.png", "file"],
    ["plot.png?width=300", "missing"],
    ["2014/gone.md", "missing"],
    ["../../../../etc/passwd.txt", "missing"],
    ["/about/", "elsewhere"],
    ["feed.xml", "elsewhere"],
    ["https://example.org/vchan", "elsewhere"],
    ["//example.org/vchan", "elsewhere"],
    ["mailto:ann@example.org", "elsewhere"],
    ["{{site.url}}/vchan", "elsewhere"],
    ["#branches", "here"],
    ["%E0%A4%A", "elsewhere"],
  ])("[LI25] %s leads to: %s", (target, kind) => {
    const files = new Set(["posts/irmin.md", "static/img/plot.png", "static/img/plot two.png"]);
    expect(leadsTo(target, sitePost("posts/irmin.md", "# Irmin\n"), { files, others, home: "https://mirage.io" }).kind).toBe(kind);
  });

  it("[LI25] a post that is live before, or at the same slot, may be linked; one that comes later or nobody knows when may not", () => {
    const text = "[a](/blog/vchan) [b](arm.md) [c](/blog/conduit)\n";
    expect(find(text, { others })).toEqual([
      "links-live 1:18 Unexpected link to `arm`, which goes live after this post",
      "links-live 1:30 Unexpected link to `conduit`, which has no slot yet",
    ]);
    expect(find(text, { others }, "2014-07-22T12:00:00Z")).toEqual(["links-live 1:30 Unexpected link to `conduit`, which has no slot yet"]);
  });

  it("[LI25] anchors of headings, of HTML and of braces are known, in a post's own text and in others", () => {
    const text = ["## How it *works*", "## How it works", "## Why {#reasons}", '<a id="below"></a>', ""].join("\n\n");
    const links = ["how-it-works", "how-it-works-1", "reasons", "below", "top", "fn:1"].map((anchor) => `[x](#${anchor})`).join(" ");
    expect(find(`${text}${links} [y](2014/vchan.md#How_it_works)\n`, { others })).toEqual([]);
    expect(find(`${text}[x](#gone) [y](2014/vchan.md#gone)\n`, { others }).map((line) => line.split(" Unexpected")[1])).toEqual([
      " link to `#gone`",
      " link to `#gone`",
    ]);
  });

  it("[LI25] a post of 2,000 links is looked at up to 500 of each kind", () => {
    const { links } = sitePost("posts/irmin.md", Array.from({ length: 2_000 }, (_, n) => `[a](${n}.md) ![b](${n}.png)\n`).join("\n"));
    expect([links?.links.length, links?.images.length]).toEqual([500, 500]);
  });

  it("[LI25] no target and no path makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 20 }), (target, path) => {
        const post = sitePost(path === "" ? "a.md" : path, "# A\n");
        expect(["elsewhere", "here", "post", "file", "missing"]).toContain(leadsTo(target, post, { files: new Set(["a"]), others }).kind);
      }),
      { numRuns: 300, seed: 2014 },
    );
  });
});

describe("series", () => {
  const TLS = "OCaml TLS";
  const part = (slug: string, more: Partial<Parameters<typeof otherPost>[0]> = {}) =>
    otherPost({ slug, path: `posts/${slug}.md`, series: TLS, ...more });
  const post = (matter: string, body = "Words.\n") => `---\ntitle: X.509\nseries: ${TLS}\n${matter}---\n\n${body}`;
  const asked = (text: string, others: readonly ReturnType<typeof otherPost>[], slot?: string) =>
    siteFindings(sitePost("posts/x509.md", text, slot), { others }).map(
      ({ rule, message }) => `${rule} ${/without a link to `(.+?)`/.exec(message)?.[1] ?? ""}`,
    );

  it("[LI26] a part leads to the one before it, by the parts that they say they are, however they are dated", () => {
    const others = [part("tls", { part: 1, on: "2014-07-20" }), part("nocrypto", { part: 2, on: "2014-07-01" }), part("asn1", { part: 4 })];
    expect(asked(post("part: 3\n"), others)).toEqual(["series-links nocrypto"]);
    expect(asked(post("part: 1\n"), others)).toEqual([]);
    expect(asked(post("part: 5\n"), others)).toEqual(["series-links asn1"]);
  });

  it("[LI26] where one of them does not say its part, by when they go live", () => {
    const others = [
      part("tls", { on: "2014-07-08" }),
      part("nocrypto", { slot: "2014-07-09T12:00:00Z" }),
      part("asn1", { slot: "2014-07-11T12:00:00Z" }),
    ];
    expect(asked(post(""), others, "2014-07-10T12:00:00Z")).toEqual(["series-links nocrypto"]);
    expect(asked(post(""), others, "2014-07-14T12:00:00Z")).toEqual(["series-links asn1"]);
    expect(asked(post("part: 1\n"), others, "2014-07-09T12:00:00Z")).toEqual(["series-links tls"]);
    expect(asked(post("date: 2014-07-20\n"), others)).toEqual(["series-links tls"]);
    expect(asked(post("date: 2014-07-01\n"), others)).toEqual([]);
    expect(asked(post(""), others)).toEqual([]);
  });

  it("[LI26] nobody is asked for a part that is not live by then, nor for one of another series", () => {
    const others = [
      part("held", { part: 2, slot: null }),
      part("late", { part: 2, slot: "2014-07-22T12:00:00Z" }),
      part("irmin", { part: 2, series: "Irmin" }),
    ];
    expect(asked(post("part: 3\n"), others, "2014-07-10T12:00:00Z")).toEqual([]);
    expect(asked(post("part: 3\n"), [...others, part("tls", { part: 1 })], "2014-07-10T12:00:00Z")).toEqual(["series-links tls"]);
  });

  it.each([
    "[a](nocrypto.md)",
    "[a][]\n\n[a]: /blog/nocrypto/",
    "[a](../nocrypto/)",
    "[a](https://mirage.io/blog/nocrypto)",
    "[a]({% post_url 2014-07-09-nocrypto %})",
    '[a]({{< ref "nocrypto.md" >}})',
    "[a](/series/ocaml-tls/)",
    "[a](https://mirage.io/series/OCaml-TLS)",
  ])("[LI26] `%s` leads there", (body) => {
    expect(asked(post("part: 2\n", body), [part("nocrypto", { part: 1 })])).toEqual([]);
  });

  it.each(["[a](tls.md)", "`nocrypto.md`", "[a](https://mirage.io/blog/nocrypto-2)", "![a](nocrypto.png)", "[a](/series/irmin/)"])(
    "[LI26] `%s` does not",
    (body) => {
      const others = [part("nocrypto", { part: 1 }), otherPost({ slug: "tls", path: "posts/tls.md" })];
      expect(asked(post("part: 2\n", body), others)).toEqual(["series-links nocrypto"]);
    },
  );

  it("[LI26] series are the same in any case, with blanks or hyphens; of several each counts", () => {
    const text = "---\ntitle: X.509\nseries: [ocaml-tls, Oscon  2014]\n---\n";
    const others = [part("tls", { on: "2014-07-08" }), part("irmin", { series: "OSCON 2014", on: "2014-07-09" })];
    expect(asked(text, others, "2014-07-10T12:00:00Z")).toEqual(["series-links tls", "series-links irmin"]);
  });
});

describe("addresses", () => {
  it("[LI26] a promised post without a file, and the post's own older file, are no second one", () => {
    const alone = { others: [otherPost({ slug: "irmin" }), otherPost({ slug: "irmin", path: "posts/irmin.md" })] };
    expect(find("# Irmin\n", alone)).toEqual([]);
    const twin = { others: [otherPost({ slug: "Irmin", path: "posts/old/irmin.md" })] };
    expect(find("# Irmin\n", twin)).toEqual(["unique-address 1:1 Unexpected slug `irmin`"]);
  });

  it.each([
    ["_posts/2014-07-18-irmin.md", "_posts/2013-07-18-irmin.md", false],
    ["_posts/2014-07-18-irmin.md", "_posts/2014-7-18-irmin.markdown", true],
    ["blog/2014/07/18/irmin.md", "blog/2014-07-18-irmin/index.md", true],
    ["_posts/2014-07-18-irmin.md", "pages/irmin.md", false],
    ["posts/irmin.md", "posts/2013/irmin.md", true],
  ])("[LI26] %s and %s of one slug clash: %p", (path, other, clashes) => {
    const site = { others: [otherPost({ slug: "irmin", path: other })] };
    expect(siteFindings(sitePost(path, "# Irmin\n"), site).map(({ rule }) => rule)).toEqual(clashes ? ["unique-address"] : []);
  });

  it("[LI26] permalinks that differ tell posts of one slug apart", () => {
    const site = { others: [otherPost({ slug: "irmin", path: "posts/2013/irmin.md", permalink: "/2013/irmin/" })] };
    expect(find("---\ntitle: Irmin\npermalink: /2014/irmin/\n---\n", site)).toEqual([]);
    expect(find("---\ntitle: Irmin\npermalink: 2013/irmin\n---\n", site)).toEqual(["unique-address 3:12 Unexpected address `2013/irmin`"]);
  });
});
