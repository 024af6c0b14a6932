/** What pages must never do, whatever a title, a name or an address says. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/desk/time/zone.js";
import { links, markupOf, pagesOf } from "./read-page.js";
import { at, post, POSTS, view } from "./sample-view.js";

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `</title><script>1</script>`,
  `@everyone @harbour/all /approve`,
  `&lt;script&gt; &amp;`,
  `{{7*7}} \${7*7} \u0000 \u2028`,
];

const PAGES = [
  "/",
  "/harbour/harbour-www",
  "/harbour/harbour-www/posts/hostile",
  "/nowhere/at-all",
  "/style.css",
  "/api/harbour/harbour-www/plan.json",
  "/harbour/harbour-www/Regatta%202014.ics",
  "/harbour/harbour-www/people/x.ics",
];

/** A view in which every text that people can write says `text`. */
const saying = (text: string) => {
  const shown = view([hostile(text)], {
    people: [{ login: "x", name: text, zone: "UTC" }],
    deskFindings: [{ rule: text, severity: "error", message: text, place: { line: 1, column: 1, endLine: 1, endColumn: 1 } }],
  });
  const { at, plan } = shown;
  const day = "2014-07-20" as Day;
  const ahead = { free: [], closed: [{ kind: "closed" as const, from: day, to: day, why: text, since: at, until: at }] };
  const conflict = { says: text, slugs: [text], waysOut: [text] };
  return { ...shown, plan: { ...plan, campaigns: plan.campaigns.map((one) => ({ ...one, conflict, ahead })) } };
};

const hostile = (text: string) =>
  post({
    slug: "hostile",
    title: text,
    byline: [text],
    waitingFor: [text],
    reasons: [text],
    stage: "held",
    stopped: { by: text, why: text, at: view().at },
    asked: [{ login: text, why: text, at: null, answered: null }],
    approvals: { by: [text], needed: 1 },
    announced: [
      { slot: at("2014-07-18T11:00:00Z"), at: at("2014-07-01T09:00:00Z"), by: text, why: text, earlier: "unknown" },
      { slot: at("2014-07-21T11:00:00Z"), at: at("2014-07-02T09:00:00Z"), by: text, why: text },
    ],
    findings: [
      { rule: text, severity: "error", message: text, place: { line: 1, column: 1, endLine: 1, endColumn: 1 }, path: text, url: text },
    ],
  });

describe("other people's text", () => {
  it("[WB7] no page has a script, an inline style or a script's attribute, whatever people write", async () => {
    for (const text of HOSTILE) {
      for (const path of PAGES.slice(0, 4)) {
        const markup = await markupOf(pagesOf([saying(text)]), path);
        expect(markup).not.toMatch(/<script|<style|<img|<iframe|javascript:/i);
        expect(markup.match(/<[a-z][^>]*\s(on\w+|style)\s*=/gi)).toBeNull();
      }
    }
  });

  it("[WB7] is shown as it was written", async () => {
    const markup = await markupOf(pagesOf([saying("<script>alert(1)</script>")]));
    expect(markup).toContain("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
    expect(await markupOf(pagesOf([saying("@everyone")]))).toContain("<bdi>@everyone</bdi>");
  });

  it("[WB7] cannot bring a tag or an attribute: a page has as many of them whatever a title says", async () => {
    const shape = async (title: string): Promise<string> => {
      const markup = await markupOf(pagesOf([view([post({ title, byline: [title] })])]));
      return markup.replace(/>[^<]*</g, "><");
    };
    const plain = await shape("Plain");
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE)), async (title) => {
        expect(await shape(title)).toBe(plain);
      }),
      { numRuns: 60 },
    );
  });

  it("[WB7] cannot turn the letters around it: overrides of the writing direction are left out", async () => {
    const markup = await markupOf(pagesOf([view([post({ title: "safe \u202Egnp.exe\u2066 \u0007title" })])]));
    expect(markup).toContain("safe gnp.exe title");
    expect(markup).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007]/);
  });
});

describe("headers", () => {
  it("[WB8] every answer, errors too, carries a policy under which nothing runs, is loaded from elsewhere, or frames us", async () => {
    const pages = pagesOf([view()]);
    for (const path of PAGES) {
      const { headers } = await pages.request(path);
      const policy = (headers.get("content-security-policy") ?? "").split("; ").sort();
      expect([path, ...policy]).toEqual([
        path,
        "base-uri 'none'",
        "default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "style-src 'self'",
      ]);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });
});

describe("links", () => {
  const addressed = (url: string) => view(POSTS, { repository: { ...view().repository, url } });

  it("[WB9] lead only into the repository itself and to our own pages", async () => {
    for (const path of PAGES.slice(0, 3)) {
      for (const href of links(await markupOf(pagesOf([addressed("https://github.com/harbour/harbour-www/")]), path)))
        expect(href).toMatch(/^(\/(?!\/)|#main$|https:\/\/github\.com\/harbour\/harbour-www(\/|$))/);
    }
  });

  it("[WB9] are left out where the repository's address is none of the web", async () => {
    for (const url of ["javascript:alert(1)//harbour", "data:text/html,x", "not an address", ""]) {
      const markup = await markupOf(pagesOf([addressed(url)]));
      for (const href of links(markup)) expect(href).toMatch(/^(\/(?!\/)|#main$)/);
      expect(markup).toContain("Introducing Buoy");
    }
  });

  it("[WB9] a board elsewhere is not linked, and a path cannot climb out of the repository", async () => {
    const { plan } = view();
    const campaigns = plan.campaigns.map((one) => ({
      ...one,
      board: { number: 1, url: "https://github.com/harbour/harbour-www-evil/issues/1" },
    }));
    const live = post({ stage: "live", live: { at: null, by: null, pull: null, path: "../../../evil/x.md" } });
    const hrefs = links(await markupOf(pagesOf([{ ...view([live]), plan: { ...view([live]).plan, campaigns } }])));
    for (const href of hrefs.filter((one) => one.startsWith("http")))
      expect(new URL(href).href).toMatch(/^https:\/\/github\.com\/harbour\/harbour-www(\/|$)/);
  });
});
