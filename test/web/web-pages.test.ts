/** The addresses: which page is where, what is refused, and what every answer carries. */
import { describe, expect, it } from "@jest/globals";
import { links, markupOf, pagesOf, read } from "./read-page.js";
import { ledgerOf, post, view } from "./sample-view.js";

const named = (name: string, title: string) =>
  view([post({ title })], { repository: { ...view().repository, name, url: `https://github.com/harbour/${name}` } });

describe("addresses", () => {
  it("[WB5] one repository is the first page; several are a list that leads to each", async () => {
    expect(await read(pagesOf([view([post({ title: "The only one" })])]))).toContain("The only one");
    const both = pagesOf([named("harbour-www", "One of two"), named("platform-blog", "The other")]);
    const first = await markupOf(both);
    expect(links(first)).toEqual(expect.arrayContaining(["/harbour/harbour-www", "/harbour/platform-blog"]));
    expect(await read(both)).toContain(
      "Regatta 2014: 0 of 1 live before the deadline; 0 posts later than first planned; 2 days and 21 hours left",
    );
    expect(await read(both, "/harbour/platform-blog")).toContain("The other");
    expect(await read(both, "/Harbour/Platform-Blog")).toContain("The other");
  });

  it("[WB5] says what is missing while there is nothing to show", async () => {
    expect(await read(pagesOf([]))).toContain("Install the GitHub App on a repository");
    expect(await read(pagesOf([null]))).toContain("Presstime has not read this repository yet");
  });

  it("[WB5] a view that another version left behind counts as none", async () => {
    const ledger = ledgerOf([view()]);
    const stale = { ...ledger, cached: () => Promise.resolve(new Map<string, unknown>([["1", { posts: "once upon a time" }]])) };
    const answer = await pagesOf([], { ledger: stale }).request("/");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("Presstime has not read this repository yet");
  });

  it("[WB5] what is not there is a 404 that says what would be", async () => {
    const pages = pagesOf([view()]);
    for (const path of ["/nobody/nothing", "/harbour/harbour-www/posts/no-such", "/favicon.ico", "/a/b/c/d"]) {
      const answer = await pages.request(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).toContain("There is no page here");
    }
  });

  it("[WB5] plan.json is the view as it is kept; an unknown repository is a 404 in JSON", async () => {
    const pages = pagesOf([view()]);
    const answer = await pages.request("/api/harbour/harbour-www/plan.json");
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(await answer.json()).toEqual(view());
    expect((await pages.request("/api/harbour/other/plan.json")).status).toBe(404);
  });

  it("[WB5] a fault is told to the log and not to the visitor", async () => {
    const told: unknown[] = [];
    const fault = new Error("password=hunter2");
    const ledger = { ...ledgerOf([view()]), recent: () => Promise.reject(fault) };
    const answer = await pagesOf([], { ledger, onError: (error) => told.push(error) }).request("/");
    expect(answer.status).toBe(500);
    const markup = await answer.text();
    expect(markup).toContain("This page could not be made");
    expect(markup).not.toContain("hunter2");
    expect(told).toEqual([fault]);
  });

  it("[WB5] a page that has not changed is not sent again", async () => {
    const pages = pagesOf([view()]);
    const etag = (await pages.request("/")).headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    expect((await pages.request("/", { headers: { "if-none-match": etag } })).status).toBe(304);
  });
});

describe("the post's page", () => {
  it("[WB6] says why, who was asked and why, every slot it was announced for, and every remark with its line", async () => {
    const text = await read(pagesOf([view()]), "/harbour/harbour-www/posts/small-boats");
    expect(text).toContain("Building a fleet of small boats by Henrik Lund sent back past the deadline");
    expect(text).toContain("What is missing the changes that bruno asked for");
    expect(text).toContain("Bruno Keita requests changes, asked Wed 16 July, 11:00 covers boats; has 3 open reviews");
    expect(text).toContain(
      "Total change: +4 days, moved once. Fri 18 July, 12:00, planned automatically, announced Tue 1 July, 10:00 the first free slot in plan order " +
        "Fri 18 July, 12:00 → Tue 22 July, 12:00, moved automatically, announced Wed 2 July, 10:00 the draft came late",
    );
    expect(text).toContain("Unexpected `:` in an unquoted title, expected the title in quotes posts/small-boats.md, line 2");
  });

  it("[WB6] says who stopped it, when and why", async () => {
    const pages = pagesOf([view()]);
    expect(await read(pages, "/harbour/harbour-www/posts/buoy-storms")).toContain(
      "Put on hold by Ada Larsen, Thu 17 July, 16:00: numbers are being checked",
    );
    expect(await read(pages, "/harbour/harbour-www/posts/customs")).toContain("Dropped by Bruno Keita");
  });

  it("[WB6] reads the Markdown of reasons instead of showing it", async () => {
    const escaped = post({ reasons: ["bruno put it on hold (“see \\#12 \\*now\\*”); `/unhold` ends the hold"] });
    const text = await read(pagesOf([view([escaped])]), `/harbour/harbour-www/posts/${escaped.slug}`);
    expect(text).toContain("bruno put it on hold (“see #12 *now*”); /unhold ends the hold");
  });

  it("[WB6] finds a post whose slug needs escaping", async () => {
    const odd = post({ slug: "what?/is #this", title: "Odd", promised: false, campaign: null });
    const markup = await markupOf(pagesOf([view([odd])]));
    const href = links(markup).find((one) => one.includes("/posts/")) ?? "";
    expect(await read(pagesOf([view([odd])]), href)).toContain("Odd");
  });
});
