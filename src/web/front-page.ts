/** The first page where several repositories are served: each with its campaigns and how they go. */
import { html } from "hono/html";
import type { Instant } from "../desk/time/zone.js";
import { sayCount } from "../desk/words/count.js";
import { counted } from "../desk/words/phrases.js";
import type { View } from "../view.js";
import type { KnownRepository } from "./known-views.js";
import type { PageContent } from "./layout/layout.js";
import { nothing, quotedMarkup, type Markup } from "./layout/markup.js";
import { seasonPath } from "./layout/own-links.js";
import { slotsKept } from "./season/campaign-section.js";
import { countdown } from "./season/countdown.js";

export function frontPage(known: readonly KnownRepository[], now: Instant): Omit<PageContent, "trail"> {
  return {
    title: "Repositories",
    zone: "UTC",
    main:
      known.length === 0
        ? html`<h1>No repository yet</h1>
            <p>
              Install the GitHub App on a repository and give it a desk file, <code>.github/presstime.yml</code>. The repository appears
              here after Presstime has read it for the first time.
            </p>`
        : html`<h1>Repositories</h1>
            <ul class="repositories">
              ${known.map(
                ({ repository, view, hindered }) =>
                  html`<li>
                    <h2><a href="${seasonPath(repository)}">${quotedMarkup(`${repository.owner}/${repository.name}`)}</a></h2>
                    ${hindered === null ? nothing : html`<p class="alarm">${quotedMarkup(hindered)}</p>`}
                    ${view ? campaigns(view, now) : hindered !== null ? nothing : html`<p class="quiet">Presstime has found no <code>.github/presstime.yml</code> in this repository yet.</p>`}
                  </li>`,
              )}
            </ul>`,
    foot: html`<p>${known.length} ${known.length === 1 ? "repository" : "repositories"}</p>`,
  };
}

function campaigns(view: View, now: Instant): Markup {
  if (view.plan.campaigns.length === 0) return html`<p class="quiet">No campaign yet.</p>`;
  return html`<ul>
    ${view.plan.campaigns.map((campaign) => {
      const slugs = new Set(campaign.slugs);
      const { slips } = slotsKept(
        view.plan.posts.filter(({ slug }) => slugs.has(slug)),
        view,
      );
      return html`<li>
        <b>${quotedMarkup(campaign.name)}</b>: ${sayCount(campaign)}; ${counted(slips, "post")} later than first planned;
        ${countdown(now, campaign.deadline)}
      </li>`;
    })}
  </ul>`;
}
