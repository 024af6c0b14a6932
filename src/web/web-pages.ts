/** The coordinator's pages: which address shows what. All of it comes from the ledger, and GitHub is asked nothing. START HERE. */
import type { IncomingMessage } from "node:http";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import type { Clock } from "../clock.js";
import { instant } from "../desk/time/zone.js";
import type { View } from "../view.js";
import { campaignFeed, personFeed } from "./feeds/feeds.js";
import { frontPage } from "./front-page.js";
import { findKnownRepository, isShownTo, knownRepositories, lately, type KnownRepository, type Shown } from "./known-views.js";
import { moveClock } from "./layout/clock-bar.js";
import type { Controls } from "./layout/controls.js";
import { FAVICON } from "./layout/favicon.js";
import { renderPage, type PageFrame, type Step } from "./layout/layout.js";
import { seasonPath } from "./layout/own-links.js";
import { notFoundPage, notLookedAtPage, unreadPage, wentWrongPage, type Plain } from "./layout/plain-page.js";
import { strictHeaders } from "./layout/strict-headers.js";
import { stylesheetOf } from "./layout/style/stylesheet.js";
import { postPage } from "./post-page.js";
import { seasonPage } from "./season/season-page.js";
import { seasonStyle } from "./season/season-style.js";

export interface WebParts {
  readonly ledger: Shown;
  readonly clock: Clock;
  /** Where people reach these pages, such as `https://presstime.example.org`; forms from anywhere else are refused. */
  readonly publicUrl: string;
  /** Whether whoever asks may see what is private; nobody may when not given. */
  readonly seesAll?: (request: IncomingMessage) => boolean;
  /** Shown on every page, such as that it is a re-enactment. */
  readonly notice?: string;
  /** Of the sandbox's clock; none in production. */
  readonly controls?: Controls;
  /** Further pages, at paths of their own: the sandbox's. */
  readonly beside?: Hono;
  /** Told of errors while a page was made; the visitor is told only that there was one. */
  readonly onError?: (error: unknown) => void;
}

export function webPages({ ledger, clock, publicUrl, seesAll, notice, controls, beside, onError }: WebParts): Hono {
  const frame: PageFrame = { base: "", tagline: "The coordinator’s pages", notice: notice ?? null, controls: controls ?? null };
  const show = (c: Context, page: Plain, trail: readonly Step[] = [], status: 200 | 404 | 500 = 200) =>
    c.html(renderPage(frame, { ...page, trail }), status);
  const now = () => instant(clock.now());
  const home: Step = { says: "All repositories", href: "/" };

  const season = async (c: Context, { repository, view, hindered }: KnownRepository, trail: readonly Step[]) =>
    view
      ? show(c, seasonPage(view, await lately(ledger, repository), now(), hindered), trail)
      : show(c, hindered === null ? notLookedAtPage : unreadPage(hindered), trail);

  const isShown = (c: Context, known: KnownRepository) => {
    const incoming = (c.env as { readonly incoming?: IncomingMessage } | undefined)?.incoming;
    return isShownTo(incoming !== undefined && seesAll?.(incoming) === true, known);
  };
  const find = async (c: Context) => {
    const known = await findKnownRepository(ledger, c.req.param("owner") ?? "", c.req.param("name") ?? "");
    return known && isShown(c, known) ? known : null;
  };

  const calendar = (c: Context, view: View | null, feedOf: (view: View, name: string) => string | null) => {
    const file = c.req.param("file") ?? "";
    const feed = view && file.endsWith(".ics") ? feedOf(view, file.slice(0, -".ics".length)) : null;
    return feed === null ? c.notFound() : c.body(feed, 200, { "content-type": "text/calendar; charset=utf-8" });
  };

  const app = new Hono();
  app.use(strictHeaders(), etag(), compress(), askedAgain);
  app.get("/style.css", (c) => c.body(stylesheetOf(seasonStyle), 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/mark.svg", (c) => c.body(FAVICON, 200, { "content-type": "image/svg+xml" }));
  if (controls) app.use(csrf({ origin: new URL(publicUrl).origin }), moveClock(controls));
  if (beside) app.route("/", beside);

  app.get("/", async (c) => {
    const known = await knownRepositories(ledger);
    const shown = known.filter((one) => isShown(c, one));
    const [only] = shown;
    if (only && shown.length === 1) return season(c, only, []);
    return show(c, known.length > 0 && shown.length === 0 ? notLookedAtPage : frontPage(shown, now()));
  });

  app.get("/:owner/:name", async (c) => {
    const known = await find(c);
    return known ? season(c, known, [home]) : c.notFound();
  });

  app.get("/:owner/:name/posts/:slug", async (c) => {
    const known = await find(c);
    const post = known?.view?.plan.posts.find(({ slug }) => slug === c.req.param("slug"));
    if (!known?.view || !post) return c.notFound();
    const { repository } = known.view;
    return show(c, postPage(post, known.view, now()), [
      home,
      { says: `${repository.owner}/${repository.name}`, href: seasonPath(repository) },
    ]);
  });

  app.get("/:owner/:name/people/:file", async (c) => {
    const known = await find(c);
    return calendar(c, known?.view ?? null, personFeed);
  });

  app.get("/:owner/:name/:file", async (c) => {
    const known = await find(c);
    return calendar(c, known?.view ?? null, campaignFeed);
  });

  app.get("/api/:owner/:name/plan.json", async (c) => {
    const known = await find(c);
    return known?.view ? c.json(known.view) : c.json({ error: known?.hindered ?? "Presstime has not read this repository yet" }, 404);
  });

  app.notFound((c) => show(c, notFoundPage, [home], 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    onError?.(error);
    return show(c, wentWrongPage, [home], 500);
  });
  return app;
}

/** What was kept is asked for again before it is shown (the `etag` makes that cheap), and kept by nobody in between. */
const askedAgain: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("cache-control", "private, no-cache");
};
