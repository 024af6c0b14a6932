/** Series that the plan names, where posts do not say it themselves. */
import { describe, expect, it } from "@jest/globals";
import { readDesk } from "../../../src/desk/config/read-desk.js";
import { asPlanned, awaitedPost, publishedPost, writtenPost } from "../../../src/desk/site/facts/other-post.js";
import { siteFindings } from "../../../src/desk/site/site-findings.js";
import { sitePost } from "./site-examples.js";

const TLS = "OCaml TLS";
const called = (slug: string, series?: string) => ({ slug, also: [], ...(series !== undefined && { series }) });
const LIVE = { kind: "live" } as const;

describe("a series of the plan", () => {
  it("[DK70] is what the desk file says of a promised post", () => {
    const posts = `      - { slug: x509, title: X.509, series: ${TLS} }\n      - { slug: irmin, title: Irmin }\n`;
    const { desk, findings } = readDesk(
      `zone: Europe/London\nposts: ["posts/*.md"]\ncampaigns:\n  - name: OSCON\n    deadline: 2014-07-21T09:00[Europe/London]\n    posts:\n${posts}`,
    );
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(desk?.campaigns[0]?.posts.map(({ series }) => series)).toEqual([TLS, undefined]);
  });

  it("[DK70] makes parts of posts that say nothing of it, on the line of their title", () => {
    const own = asPlanned(sitePost("posts/x509.md", "---\ntitle: X.509\n---\n\nWords.\n", "2014-07-10T12:00:00Z"), called("x509", TLS));
    const others = [
      publishedPost("posts/tls.md", null, called("tls", TLS)),
      awaitedPost(called("nocrypto", "ocaml-tls"), { kind: "slot", at: "2014-07-09T12:00:00Z" as never }),
      publishedPost("posts/irmin.md", null, called("irmin")),
    ];
    expect(siteFindings(own, { others })).toMatchObject([
      { rule: "series-links", place: { line: 2, column: 8 }, message: expect.stringContaining("without a link to `nocrypto`") as unknown },
    ]);
  });

  it("[DK70] is not said twice of a post that says it itself, with its part", () => {
    const text = sitePost("posts/x509.md", "---\ntitle: X.509\nseries: ocaml-tls\npart: 3\n---\n");
    expect(asPlanned(text, called("x509", TLS))).toBe(text);
    expect(writtenPost(text, LIVE, called("x509", TLS)).series).toEqual([{ value: "ocaml-tls", part: 3 }]);
    expect(writtenPost(text, LIVE, called("x509", "Oscon")).series).toHaveLength(2);
    expect(asPlanned(text, null)).toBe(text);
    expect(publishedPost("posts/a.md", null, null)).not.toHaveProperty("series");
  });
});
