/** What a visitor of the sandbox sees of its GitHub: pull requests, the board, files; at the addresses the App links to. START HERE. */
import { Hono, type Context } from "hono";
import { compress } from "hono/compress";
import { csrf } from "hono/csrf";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { html } from "hono/html";
import type { Zone } from "../../src/desk/time/zone.js";
import { moveClock } from "../../src/web/layout/clock-bar.js";
import type { Controls } from "../../src/web/layout/controls.js";
import { FAVICON } from "../../src/web/layout/favicon.js";
import { renderPage, type PageFrame, type PageContent, type Step } from "../../src/web/layout/layout.js";
import { quotedMarkup } from "../../src/web/layout/markup.js";
import { strictHeaders } from "../../src/web/layout/strict-headers.js";
import { stylesheetOf } from "../../src/web/layout/style/stylesheet.js";
import { blobAt, commitAt } from "../git/object-store.js";
import { entryAt } from "../git/paths.js";
import { fullName, type Repo } from "../state/repo.js";
import { isPull } from "../state/thread.js";
import type { World } from "../state/world.js";
import { conversationStyle } from "./conversation-style.js";
import { filePage } from "./file-page.js";
import { repoPath, threadList } from "./thread-list.js";
import { threadPage } from "./thread-page.js";

interface SandboxPagesParts {
  /** The sandbox; `webBase` is where these pages are reached, such as `http://localhost:3000/github`. */
  readonly github: { readonly world: Pick<World, "repos" | "webBase"> };
  /** Times are said in it. */
  readonly zone: Zone;
  /** Shown on every page: that it is a re-enactment. */
  readonly notice: string;
  /** Of the clock; left out where nobody may move it. */
  readonly controls?: Controls;
}

/** Serves the paths below that of the sandbox's `webBase`, which they include: give it to `webPages` as `beside`. */
export function sandboxPages({ github, zone, notice, controls }: SandboxPagesParts): Hono {
  const { repos, webBase } = github.world;
  const web = new URL(webBase);
  const base = web.pathname.replace(/\/+$/, "");
  const frame: PageFrame = { base, tagline: "The sandbox, in GitHub’s stead", notice, controls: controls ?? null };
  const show = (c: Context, page: Omit<PageContent, "trail">, trail: readonly Step[] = [], status: 200 | 404 = 200) =>
    c.html(renderPage(frame, { ...page, trail }), status);
  const desk: Step = { says: "The coordinator’s page", href: "/" };
  const back = (repo: Repo): readonly Step[] => [desk, { says: fullName(repo), href: repoPath(repo, base) }];
  const sources = () => [...repos.values()].filter(({ deleted, parent }) => !deleted && !parent);
  const find = (c: Context): Repo | null => {
    const wanted = `${c.req.param("owner") ?? ""}/${c.req.param("name") ?? ""}`.toLowerCase();
    return [...repos.values()].find((repo) => !repo.deleted && fullName(repo).toLowerCase() === wanted) ?? null;
  };

  const missing = (c: Context) =>
    show(
      c,
      {
        title: "There is no page here",
        zone,
        main: html`<h1>There is no page here</h1>
          <p>The sandbox has no such page.</p>`,
        foot: html``,
      },
      [desk],
      404,
    );

  const app = new Hono();
  app.use(strictHeaders(), etag(), compress());
  app.get("/style.css", (c) => c.body(stylesheetOf(conversationStyle), 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/mark.svg", (c) => c.body(FAVICON, 200, { "content-type": "image/svg+xml" }));
  if (controls) app.use(csrf({ origin: web.origin }), moveClock(controls));

  app.get("/", (c) => show(c, repoList(sources(), base, zone), [desk]));

  const list = (c: Context) => {
    const repo = find(c);
    return repo ? show(c, threadList(repo, base, zone), [desk]) : missing(c);
  };
  app.get("/:owner/:name", list);
  app.get("/:owner/:name/pulls", list);
  app.get("/:owner/:name/issues", list);

  const thread = (kind: "pull" | "issues") => (c: Context) => {
    const repo = find(c);
    const found = repo?.threads.get(Number(c.req.param("number")));
    if (!repo || !found) return missing(c);
    // As GitHub does: a pull request's number under /issues leads to the pull request, and the other way round.
    const proper = isPull(found) ? "pull" : "issues";
    return kind === proper
      ? show(c, threadPage(found, zone), back(repo))
      : c.redirect(`${repoPath(repo, base)}/${proper}/${found.number}`, 302);
  };
  app.get("/:owner/:name/pull/:number{[0-9]+}", thread("pull"));
  app.get("/:owner/:name/pull/:number{[0-9]+}/*", thread("pull"));
  app.get("/:owner/:name/issues/:number{[0-9]+}", thread("issues"));

  app.get("/:owner/:name/blob/:branch/:path{.+}", (c) => {
    const repo = find(c);
    const tip = repo?.branches.get(c.req.param("branch"));
    const tree = repo && tip ? commitAt(repo.objects, tip)?.tree : undefined;
    const path = c.req.param("path");
    const entry = repo && tree ? entryAt(repo.objects, tree, path) : null;
    const blob = repo && entry ? blobAt(repo.objects, entry.sha) : null;
    return repo && blob ? show(c, filePage(path, blob.bytes), back(repo)) : missing(c);
  });

  app.get("*", (c) => (c.req.path === `${base}/` ? c.redirect(base, 301) : missing(c)));
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  const mounted = new Hono();
  mounted.route(base, app);
  return mounted;
}

function repoList(repos: readonly Repo[], base: string, zone: Zone): Omit<PageContent, "trail"> {
  return {
    title: "Repositories",
    zone,
    main: html`<h1>Repositories</h1>
      <ul>
        ${repos.map((repo) => html`<li><a href="${repoPath(repo, base)}">${quotedMarkup(fullName(repo))}</a></li>`)}
      </ul>`,
    foot: html`<p>The sandbox, a stand-in for GitHub on this machine</p>`,
  };
}
