/** The coordinator's page of one repository: what to do next, every campaign, posts nobody promised, and what happened last. START HERE. */
import { html } from "hono/html";
import { isOver, type JudgedPost } from "../../desk/judged.js";
import { between, type Instant } from "../../desk/time/zone.js";
import type { Happening } from "../../store/ledger.js";
import type { View } from "../../view.js";
import { peopleWithFeeds, personFeedPath } from "../feeds/feeds.js";
import type { PageContent } from "../layout/layout.js";
import { renderSentence } from "../layout/markdown.js";
import { nothing, quotedMarkup, type Markup } from "../layout/markup.js";
import { postLink, postPath, seasonPath, webAddress } from "../layout/own-links.js";
import { timeMark } from "../layout/time-element.js";
import { personName } from "../people-names.js";
import { campaignSection, postTable } from "./campaign-section.js";
import { span } from "./countdown.js";
import { deskProblems, troubleList } from "./desk-problems.js";
import { comparePosts, nextMoves } from "./next-moves.js";

/** Moves shown; more than a handful is a list that nobody works through. */
const PRESSING = 5;

/** `hindered`: why GitHub cannot be read now, in words, so that what is shown is old. */
export function seasonPage(
  view: View,
  happenings: readonly Happening[],
  now: Instant,
  hindered: string | null = null,
): Omit<PageContent, "trail"> {
  const { owner, name } = view.repository;
  const address = webAddress(view.repository);
  return {
    title: `${owner}/${name}`,
    zone: view.zone,
    main: html`<h1>${address ? html`<a href="${address}">${quotedMarkup(`${owner}/${name}`)}</a>` : quotedMarkup(`${owner}/${name}`)}</h1>
      ${hindered === null ? nothing : html`<p class="alarm">${quotedMarkup(hindered)}</p>`}
      ${view.repository.archived ? html`<p class="alarm">This repository is archived. Presstime does nothing in it.</p>` : nothing}
      ${deskProblems(view.deskFindings)} ${troubleList(view.plan.troubles)} ${whatNext(view)}
      ${view.plan.campaigns.map((campaign) => campaignSection(campaign, view, now))} ${noCampaign(view)} ${unpromised(view)}
      ${translations(view)} ${whatHappened(view, happenings)} ${calendars(view)}`,
    foot: foot(view, now),
  };
}

function whatNext(view: View): Markup {
  const moves = nextMoves(view, PRESSING);
  return html`<section class="next">
    <h2>What to do next</h2>
    ${
      moves.length === 0
        ? html`<p class="fine">Nothing to do now: no post is late and no decision is open.</p>`
        : html`<ol>
            ${moves.map(
              ({ post, what, why }) =>
                html`<li>
                  <b>${quotedMarkup(what)}</b>${post ? html`: <a href="${placeOf(post, view)}">${quotedMarkup(post.title)}</a>` : nothing}
                  ${why ? html`<span class="why">${renderSentence(why)}</span>` : nothing}
                </li>`,
            )}
          </ol>`
    }
  </section>`;
}

/** Where the move is made: the pull request, or the post's page here while there is none. */
function placeOf(post: JudgedPost, view: View): string {
  return postLink(view.repository, post) ?? postPath(view.repository, post.slug);
}

function noCampaign(view: View): Markup {
  return view.plan.campaigns.length > 0
    ? nothing
    : html`<p>The desk file has no campaign yet. Add a campaign under <code>campaigns</code> in <code>.github/presstime.yml</code>.</p>`;
}

/** Posts that no plan names get lost on publish day, so they are shown apart and by name. */
function unpromised(view: View): Markup {
  const posts = view.plan.posts.filter((post) => !post.promised && !post.translates && !isOver(post));
  if (posts.length === 0) return nothing;
  return html`<section class="unpromised">
    <h2>Not in the plan</h2>
    <p>
      These posts are not in the plan. If a post is in the plan under another name, write <code>/post SLUG</code> on its pull request. If
      not, add it to the plan.
    </p>
    ${postTable(html`Posts that are not in the plan`, posts.toSorted(comparePosts), view)}
  </section>`;
}

/** In pull requests of their own: those that come with their post are a part of it. */
function translations(view: View): Markup {
  const posts = view.plan.posts.filter((post) => post.translates && !isOver(post));
  if (posts.length === 0) return nothing;
  return html`<section class="unpromised">
    <h2>Translations</h2>
    <p>Each translation needs its own review. It goes live together with the original post, or later.</p>
    ${postTable(html`Translations`, posts.toSorted(comparePosts), view)}
  </section>`;
}

function whatHappened(view: View, happenings: readonly Happening[]): Markup {
  return html`<section class="lately">
    <h2>What happened last</h2>
    ${
      happenings.length === 0
        ? html`<p class="quiet">Nothing yet.</p>`
        : html`<ol>
            ${happenings.map(({ at, says }) => html`<li>${timeMark(at, view.zone)} <span>${quotedMarkup(says)}</span></li>`)}
          </ol>`
    }
  </section>`;
}

/** Everybody's own feed, for the calendars that people have anyway. */
function calendars(view: View): Markup {
  const logins = peopleWithFeeds(view);
  if (logins.length === 0) return nothing;
  return html`<section class="calendars">
    <h2>Calendars to subscribe to</h2>
    <p>One calendar for each person, with the due dates and slots of their own posts and of the reviews that they were asked for.</p>
    <ul>
      ${logins.map((login) => html`<li><a href="${personFeedPath(view.repository, login)}">${quotedMarkup(personName(view.people, login))}</a></li>`)}
    </ul>
  </section>`;
}

export function foot(view: View, now: Instant): Markup {
  const age = Math.max(0, between(view.at, now));
  return html`<p>
    Data from ${timeMark(view.at, view.zone)} (${view.zone}), ${age < 60_000 ? "just now" : `${span(age)} ago`} ·
    <a href="/api${seasonPath(view.repository)}/plan.json">this page’s data as JSON</a>
  </p>`;
}
