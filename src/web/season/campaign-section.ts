/** One campaign on the season's page: the deadline, how it goes, the strip of days, and the table of its posts. */
import { html } from "hono/html";
import type { JudgedCampaign, JudgedPost } from "../../desk/judged.js";
import type { Instant } from "../../desk/time/zone.js";
import { slipOf } from "../../desk/tracking/slip.js";
import { sayCount } from "../../desk/words/count.js";
import type { View } from "../../view.js";
import { campaignFeedPath } from "../feeds/feeds.js";
import { nothing, quotedMarkup, type Markup } from "../layout/markup.js";
import { ownAddress } from "../layout/own-links.js";
import { yearMark } from "../layout/time-element.js";
import { bufferMark, calendarAhead, conflictSection } from "./campaign-ahead.js";
import { countdown } from "./countdown.js";
import { COLUMNS, postRow } from "./post-row.js";
import { timeline } from "./timeline.js";

export function campaignSection(campaign: JudgedCampaign, view: View, now: Instant): Markup {
  const bySlug = new Map(view.plan.posts.map((post) => [post.slug, post]));
  const posts = campaign.slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const board = campaign.board && ownAddress(view.repository, campaign.board.url);
  return html`<section class="campaign">
    <h2>${quotedMarkup(campaign.name)}</h2>
    <p class="deadline">
      Deadline ${yearMark(campaign.deadline, view.zone)} <span class="quiet">(${view.zone})</span>${
        board ? html` · <a href="${board}">board #${campaign.board.number}</a>` : nothing
      }
      · <a href="${campaignFeedPath(view.repository, campaign.name)}">calendar to subscribe to</a>
    </p>
    ${conflictSection(campaign)} ${figures(campaign, posts, view, now)} ${timeline(campaign, posts, view.zone, now)}
    ${calendarAhead(campaign, view.zone)}
    ${
      posts.length > 0
        ? postTable(
            html`The posts of ${quotedMarkup(campaign.name)} in the order of their slots; times are those of ${view.zone}.`,
            posts,
            view,
          )
        : html`<p>This campaign has no posts yet. Add posts under <code>campaigns</code> in <code>.github/presstime.yml</code>.</p>`
    }
  </section>`;
}

/** The figures a coordinator looks for first. */
function figures(campaign: JudgedCampaign, posts: readonly JudgedPost[], view: View, now: Instant): Markup {
  const { kept, slips } = slotsKept(posts, view);
  return html`<dl class="figures ${campaign.buffer ? "four" : ""}">
    ${figure("Time", html`${countdown(now, campaign.deadline)}`)} ${figure("Posts", html`${sayCount(campaign)}`)}
    ${figure("Slots", html`${kept} live as planned, <span class="${slips > 0 ? "slipped" : ""}">${slips} later than first planned</span>`)}
    ${campaign.buffer ? figure("Buffer", bufferMark(campaign.buffer)) : nothing}
  </dl>`;
}

const figure = (term: string, said: Markup): Markup =>
  html`<div>
    <dt>${term}</dt>
    <dd>${said}</dd>
  </div>`;

/** Kept: live no later than the day first announced. Slipped: live, or now to be, on a later day than that. */
export function slotsKept(posts: readonly JudgedPost[], view: Pick<View, "zone">): { kept: number; slips: number } {
  const slips = posts.map((post) => ({ post, slip: slipOf(post, view.zone) }));
  return {
    kept: slips.filter(({ post, slip }) => post.live && post.announced.length > 0 && slip && slip.days <= 0).length,
    slips: slips.filter(({ slip }) => slip && slip.days > 0).length,
  };
}

export function postTable(caption: Markup, posts: readonly JudgedPost[], view: View): Markup {
  return html`<table role="table" class="posts">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${COLUMNS.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${posts.map((post) => postRow(post, view))}
    </tbody>
  </table>`;
}
