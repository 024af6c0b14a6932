/** What is wrong with the desk file, where a coordinator cannot miss it. */
import { html } from "hono/html";
import type { Finding } from "../../desk/facts/finding.js";
import { renderSentence } from "../layout/markdown.js";
import { nothing, quotedMarkup, type Markup } from "../layout/markup.js";

export function deskProblems(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return nothing;
  const broken = findings.some(({ severity }) => severity === "error");
  return html`<section class="problems" aria-labelledby="problems">
    <h2 id="problems">${broken ? "The desk file has errors" : "The desk file has remarks"}</h2>
    <p>
      ${
        broken
          ? html`Correct the errors in <code>.github/presstime.yml</code>. Until then, Presstime uses the last version without errors.`
          : html`Presstime uses this version of <code>.github/presstime.yml</code>. Remarks:`
      }
    </p>
    ${findingList(findings)}
  </section>`;
}

/** What GitHub will not let the app do; a coordinator or owner can change that, the app cannot. */
export function troubleList(troubles: readonly string[]): Markup {
  return troubles.length === 0
    ? nothing
    : html`<section class="problems" aria-labelledby="troubles">
        <h2 id="troubles">GitHub refuses some actions of Presstime</h2>
        <ul>
          ${troubles.map((trouble) => html`<li>${renderSentence(trouble)}</li>`)}
        </ul>
      </section>`;
}

export function findingList(findings: readonly (Finding & { readonly path?: string })[]): Markup {
  return html`<ul class="findings">
    ${findings.map(
      ({ severity, message, place, rule, path }) =>
        html`<li class="${severity}">
          <span class="severity">${severity}</span> ${quotedMarkup(message)}
          <span class="quiet">${path ? html`${quotedMarkup(path)}, ` : nothing}line ${place.line} · ${rule}</span>
        </li>`,
    )}
  </ul>`;
}
