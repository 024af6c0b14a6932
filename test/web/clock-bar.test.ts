/** The clock bar of a re-enactment: its buttons work without scripts, for its own pages only. */
import { describe, expect, it } from "@jest/globals";
import type { Controls } from "../../src/web/layout/controls.js";
import { links, markupOf, pagesOf } from "./read-page.js";
import { NOW, view } from "./sample-view.js";

function noted(more: Partial<Controls> = {}): Controls & { readonly moves: readonly string[] } {
  const moves: string[] = [];
  const note = (move: string): Promise<void> => {
    moves.push(move);
    return Promise.resolve();
  };
  return {
    moves,
    now: () => new Date(NOW),
    advance: (ms) => note(`advance ${ms / 3_600_000} h`),
    next: () => note("next"),
    play: () => void note("play"),
    pause: () => void note("pause"),
    playing: false,
    restart: () => note("restart"),
    nextSays: () => "henrik pushes to <#189>",
    ...more,
  };
}

const press = (button: string, headers: Readonly<Record<string, string>> = { origin: "http://desk.test" }): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  body: `clock=${button}`,
});

describe("the clock bar", () => {
  it("[WB10] shows the time there, the notice, and what happens next, on every page", async () => {
    const pages = pagesOf([view()], { controls: noted(), notice: "A rehearsal." });
    for (const path of ["/", "/harbour/harbour-www/posts/introducing-buoy", "/nowhere/at-all"]) {
      const markup = await markupOf(pages, path);
      expect(markup).toContain("A rehearsal.");
      expect(markup).toContain('<time datetime="2014-07-18T11:00:00Z">Fri 18 July 2014');
      expect(markup).toContain("henrik pushes to &lt;#189&gt;");
    }
  });

  it("[WB10] each button moves the clock, and leads back to the page it stands on", async () => {
    const controls = noted();
    const pages = pagesOf([view()], { controls });
    for (const button of ["hour", "day", "next", "play", "pause", "restart"]) {
      const answer = await pages.request("/harbour/harbour-www", press(button));
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/harbour/harbour-www"]);
    }
    expect(controls.moves).toEqual(["advance 1 h", "advance 24 h", "next", "play", "pause", "restart"]);
  });

  it("[WB10] no other site can press a button, nor be led to by one", async () => {
    const controls = noted();
    const pages = pagesOf([view()], { controls });
    expect((await pages.request("/", press("restart", { origin: "https://evil.test" }))).status).toBe(403);
    expect((await pages.request("/", press("restart", {}))).status).toBe(403);
    expect(controls.moves).toEqual([]);
    const away = await pages.request("http://desk.test//evil.test/x", press("hour"));
    expect(away.headers.get("location")).toBe("/evil.test/x");
    // Browsers leave out a tab, and would see two slashes.
    const tab = await pages.request("http://desk.test/%09/evil.test/x", press("hour"));
    expect(tab.headers.get("location")).toBe("/%09/evil.test/x");
  });

  it("[WB10] a button that is none is refused and moves nothing", async () => {
    const controls = noted();
    const pages = pagesOf([view()], { controls });
    for (const button of ["", "toString", "year", "__proto__"]) expect((await pages.request("/", press(button))).status).toBe(400);
    expect(controls.moves).toEqual([]);
  });

  it("[WB10] pages load themselves again while the clock plays, and only then", async () => {
    const refresh = /<meta http-equiv="refresh" content="2"/;
    expect(await markupOf(pagesOf([view()], { controls: noted({ playing: true }) }))).toMatch(refresh);
    expect(await markupOf(pagesOf([view()], { controls: noted() }))).not.toMatch(refresh);
  });

  it("[WB10] in production there is no bar, and nothing can be posted", async () => {
    const pages = pagesOf([view()]);
    expect(await markupOf(pages)).not.toContain("<form");
    expect((await pages.request("/", press("hour"))).status).toBe(404);
  });

  it("[WB10] once nothing more happens, the bar says so and offers no more play", async () => {
    const markup = await markupOf(pagesOf([view()], { controls: noted({ nextSays: () => null }) }));
    expect(markup).toContain("Nothing more will happen.");
    expect(markup).toMatch(/value="next"\s+disabled/);
    expect(links(markup).length).toBeGreaterThan(0);
  });
});
