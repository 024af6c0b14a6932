/** One file of the default branch or any other: its text as it is, with line numbers. */
import { html } from "hono/html";
import type { Sheet } from "../../src/web/layout/layout.js";
import { quoted } from "../../src/web/layout/markup.js";
import { isBinary, linesOf } from "../git/lines.js";

/** Lines shown; a post is a tenth of it. */
const MOST_LINES = 5_000;

export function filePage(path: string, bytes: Buffer): Omit<Sheet, "trail"> {
  const lines = isBinary(bytes) ? [] : linesOf(bytes);
  return {
    title: path,
    zone: "UTC",
    main: html`<h1>${quoted(path)}</h1>
      <p class="quiet">${lines.length > 0 ? `${lines.length} lines` : "There is nothing in it that could be read."}</p>
      <table class="patch">
        <caption class="unseen">
          The lines of ${quoted(path)}
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
