/** One post's page: why it stands where it stands, who was asked and why, every slot it was announced for, and the linter's remarks. */
import { html } from "hono/html";
import type { AskedReviewer, JudgedPost } from "../desk/judged.js";
import type { Stage } from "../desk/stage.js";
import { atWallTime, sayDay, type Instant } from "../desk/time/zone.js";
import { slipOf } from "../desk/tracking/slip.js";
import { sayShift, sayUnknownBefore } from "../desk/words/slip.js";
import type { View } from "../view.js";
import type { PageContent } from "./layout/layout.js";
import { renderSentence } from "./layout/markdown.js";
import { listMarkup, nothing, quotedMarkup, type Markup } from "./layout/markup.js";
import { postLink } from "./layout/own-links.js";
import { timeMark } from "./layout/time-element.js";
import { personName, namesOf } from "./people-names.js";
import { sayLate, slotMarkup, stageMark } from "./post-words.js";
import { findingList } from "./season/desk-problems.js";
import { submissions, turn } from "./season/post-row.js";
import { foot } from "./season/season-page.js";

export function postPage(post: JudgedPost, view: View, now: Instant): Omit<PageContent, "trail"> {
  return {
    title: post.title,
    zone: view.zone,
    main: html`<h1>${quotedMarkup(post.title)}</h1>
      <p class="byline">${post.byline.length > 0 ? html`by ${namesOf(view.people, post.byline)}` : "no author is named yet"}</p>
      <p class="standing">
        ${stageMark(post.stage)}
        ${post.promised ? nothing : html`<span class="stage">${post.translates ? html`translation of ${quotedMarkup(post.translates)}` : "not in the plan"}</span>`}
        ${sayLate(post)}
      </p>
      ${reasons(post)} ${wanted(post)} ${stopped(post, view)} ${facts(post, view)} ${asked(post, view)} ${slots(post, view)}
      ${remarks(post)}`,
    foot: foot(view, now),
  };
}

const HEADING: Partial<Readonly<Record<Stage, string>>> = {
  dropped: "Why it is stopped",
  held: "Why it is stopped",
  live: "How it went live",
};

function reasons(post: JudgedPost): Markup {
  return post.reasons.length === 0
    ? nothing
    : html`<section>
        <h2>${HEADING[post.stage] ?? "What is missing"}</h2>
        <ul>
          ${post.reasons.map((reason) => html`<li>${renderSentence(reason)}</li>`)}
        </ul>
      </section>`;
}

function wanted({ remarks = [] }: JudgedPost): Markup {
  return remarks.length === 0
    ? nothing
    : html`<section>
        <h2>What you may want to correct</h2>
        <ul>
          ${remarks.map((remark) => html`<li>${renderSentence(remark)}</li>`)}
        </ul>
      </section>`;
}

function stopped({ stopped, stage }: JudgedPost, view: View): Markup {
  return stopped
    ? html`<p class="alarm">
        ${stage === "dropped" ? "Dropped" : "Put on hold"} by ${quotedMarkup(personName(view.people, stopped.by))},
        ${timeMark(stopped.at, view.zone)}: ${quotedMarkup(stopped.why || "no reason given")}
      </p>`
    : nothing;
}

function facts(post: JudgedPost, view: View): Markup {
  const href = postLink(view.repository, post);
  const fact = (term: string, said: Markup | false): Markup =>
    said
      ? html`<div>
          <dt>${term}</dt>
          <dd>${said}</dd>
        </div>`
      : nothing;
  return html`<dl class="facts">
    ${fact("Whose turn", turn(post, view))} ${fact("Slot", slotMarkup(post, view.zone))}
    ${fact("Why this slot", post.slot !== null && renderSentence(post.slot.why))}
    ${fact("Draft due", post.slot !== null && timeMark(post.slot.draftBy, view.zone))}
    ${fact("Review due", post.slot !== null && timeMark(post.slot.reviewBy, view.zone))}
    ${fact("Approvals", html`${Math.min(post.approvals.by.length, post.approvals.needed)} of ${post.approvals.needed}${post.approvals.by.length > 0 ? html`, by ${namesOf(view.people, post.approvals.by)}` : nothing}`)}
    ${fact("Pull requests", post.submissions.length > 0 && submissions(post, view))}
    ${fact("Campaign", post.campaign !== null && quotedMarkup(post.campaign))}
    ${fact("Slug", html`<code>${quotedMarkup(post.slug)}</code>`)} ${fact("Live", post.live !== null && live(post.live, href, view))}
  </dl>`;
}

function live({ at, by, path }: NonNullable<JudgedPost["live"]>, href: string | null, view: View): Markup {
  const when = at ? timeMark(at, view.zone) : html`at an unknown time`;
  const where = path ? html`, as ${href ? html`<a href="${href}">${quotedMarkup(path)}</a>` : quotedMarkup(path)}` : nothing;
  return html`${when}${by ? html`, by ${quotedMarkup(personName(view.people, by))}` : nothing}${where}`;
}

function asked(post: JudgedPost, view: View): Markup {
  const answer = ({ answered, at, away }: AskedReviewer): string => {
    if (away !== undefined)
      return `is away until ${sayDay(atWallTime(away, "12:00", view.zone), view.zone)} and does not have to review before that`;
    return answered ?? (at ? "has not answered yet" : "is being asked");
  };
  return post.asked.length === 0
    ? nothing
    : html`<section>
        <h2>Who was asked to review</h2>
        <ul>
          ${post.asked.map(
            (one) =>
              html`<li>
                <b>${quotedMarkup(personName(view.people, one.login))}</b>
                ${answer(one)}${one.at ? html`, asked ${timeMark(one.at, view.zone)}` : nothing}
                <span class="why">${renderSentence(one.why)}</span>
              </li>`,
          )}
        </ul>
      </section>`;
}

/** Every move: when, from where to where, who, and why. */
function slots(post: JudgedPost, view: View): Markup {
  const [first] = post.announced;
  if (!first) return nothing;
  const slip = slipOf(post, view.zone);
  const shift = slip && sayShift(slip, view.zone);
  return html`<section>
    <h2>All announced slots</h2>
    ${shift ? html`<p>Total change: ${shift}.</p>` : nothing}
    <ol class="moves">
      ${post.announced.map((told, index) => {
        const before = post.announced[index - 1];
        return html`<li>
          ${told.earlier ? html`<span class="why">${sayUnknownBefore(told.at, view.zone)}</span>` : nothing}
          ${before ? html`${timeMark(before.slot, view.zone)} → ` : nothing}<b>${timeMark(told.slot, view.zone)}</b>,
          <span class="quiet"
            >${before ? "moved" : "planned"} ${mover(told.by, view)}, announced
            ${timeMark(told.at, view.zone)}${told.undone ? "; cancelled later" : ""}</span
          >
          <span class="why">${renderSentence(told.why)}</span>
        </li>`;
      })}
    </ol>
    ${(post.joined ?? []).map(
      ({ slug, announced }) =>
        html`<p class="quiet">
          Before it became part of this post, <code>${quotedMarkup(slug)}</code> was planned for
          ${listMarkup(announced.map((told) => timeMark(told.slot, view.zone)))}.
        </p>`,
    )}
  </section>`;
}

function mover(by: string | null, view: View): Markup {
  return by === null ? html`automatically` : html`by ${quotedMarkup(personName(view.people, by))}`;
}

function remarks(post: JudgedPost): Markup {
  return html`<section>
    <h2>Lint</h2>
    ${
      post.findings.length > 0
        ? findingList(post.findings)
        : html`<p class="quiet">${post.leading === null ? "There is no text to read yet." : "No remarks."}</p>`
    }
  </section>`;
}
