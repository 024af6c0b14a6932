/** The layout of every page: masthead, notice, clock bar, the page itself, and what it is shown from. */
import { html } from "hono/html";
import type { Zone } from "../../desk/time/zone.js";
import { clockBar, REFRESH_SECONDS } from "./clock-bar.js";
import type { Controls } from "./controls.js";
import { nothing, type Markup } from "./markup.js";
import { plainText } from "./plain-text.js";

/** What all pages of one mount share. */
export interface PageFrame {
  /** Path before every address of ours: empty at the root, `/github` for pages mounted there. */
  readonly base: string;
  /** The word beside the wordmark. */
  readonly tagline: string;
  /** Shown on every page, such as that it is a re-enactment. */
  readonly notice: string | null;
  readonly controls: Controls | null;
}

export interface PageContent {
  readonly title: string;
  readonly zone: Zone;
  readonly main: Markup;
  /** The way back, from the outermost page inwards. */
  readonly trail: readonly Step[];
  /** The line at the foot. */
  readonly foot: Markup;
}

export interface Step {
  readonly says: string;
  readonly href: string;
}

export function renderPage(frame: PageFrame, content: PageContent): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        ${frame.controls?.playing ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}" />` : nothing}
        <title>${plainText(content.title)} · Presstime</title>
        <link rel="stylesheet" href="${frame.base}/style.css" />
        <link rel="icon" href="${frame.base}/mark.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="masthead">
          <p class="wordmark"><a href="${frame.base || "/"}">Presstime</a></p>
          <p class="edition">${frame.tagline}</p>
        </header>
        ${frame.notice ? html`<aside class="notice" aria-label="Notice">${frame.notice}</aside>` : nothing}
        ${frame.controls ? clockBar(frame.controls, content.zone) : nothing}
        ${
          content.trail.length === 0
            ? nothing
            : html`<nav class="trail" aria-label="The way back">
                <ol>
                  ${content.trail.map(({ says, href }) => html`<li><a href="${href}">${plainText(says)}</a></li>`)}
                </ol>
              </nav>`
        }
        <main id="main" tabindex="-1">${content.main}</main>
        <footer class="foot">${content.foot}</footer>
      </body>
    </html>`;
}
