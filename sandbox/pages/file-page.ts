/** One file of the default branch or any other: its text as it is, with line numbers. */
import { html } from "hono/html";
import type { PageContent } from "../../src/web/layout/layout.js";
import { quotedMarkup } from "../../src/web/layout/markup.js";
import { isBinary, splitLines } from "../git/lines.js";

/** Lines shown; a post is a tenth of it. */
const MOST_LINES = 5_000;

export function filePage(path: string, bytes: Buffer): Omit<PageContent, "trail"> {
  const lines = isBinary(bytes) ? [] : splitLines(bytes);
  return {
    title: path,
    zone: "UTC",
    main: html`<h1>${quotedMarkup(path)}</h1>
      <p class="quiet">${lines.length > 0 ? `${lines.length} lines` : "There is nothing in it that could be read."}</p>
      <table class="patch">
        <caption class="unseen">
          The lines of ${quotedMarkup(path)}
        </caption>
        <tbody>
          ${lines.slice(0, MOST_LINES).map(
            (line, at) =>
              html`<tr>
                <td class="at">${at + 1}</td>
                <td><code>${line}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    foot: html`<p>The sandbox, a stand-in for GitHub on this machine</p>`,
  };
}
