/** The checks on a pull request's head: what each says, and the whole of it to unfold. */
import { html } from "hono/html";
import { renderMarkdown } from "../../src/web/layout/markdown.js";
import { nothing, quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import { latestChecks, latestStatuses, type CheckRun } from "../state/check.js";
import type { PullThread } from "../state/thread.js";

export function checksPanel({ repo, pull }: PullThread): Markup {
  const runs = latestChecks(repo, pull.head.sha);
  const others = latestStatuses(repo, pull.head.sha);
  if (runs.length + others.length === 0) return html`<p class="quiet">None on this text yet.</p>`;
  return html`<ul class="checks">
    ${runs.map(
      (run) =>
        html`<li class="check ${run.conclusion ?? "running"}">
          <span class="check-name">${quotedMarkup(run.name)}</span> <span class="outcome">${outcome(run)}</span>
          ${run.title ? html`<span class="why">${quotedMarkup(run.title)}</span>` : nothing}
          ${
            run.summary
              ? html`<details>
                  <summary>Summary</summary>
                  <div class="text">${renderMarkdown(run.summary)}</div>
                </details>`
              : nothing
          }
        </li>`,
    )}
    ${others.map(
      ({ context, state, description }) =>
        html`<li class="check ${state}">
          <span class="check-name">${quotedMarkup(context)}</span> <span class="outcome">${state}</span>
          ${description ? html`<span class="why">${quotedMarkup(description)}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

function outcome(run: CheckRun): string {
  return (run.conclusion ?? run.status).replaceAll("_", " ");
}
