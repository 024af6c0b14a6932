/** One post's row in the table of its campaign; on a narrow screen each row is a card, and each cell names itself. */
import { html } from "hono/html";
import type { JudgedPost } from "../../desk/judged.js";
import type { View } from "../../view.js";
import { renderSentence } from "../layout/markdown.js";
import { listMarkup, nothing, quotedMarkup, type Markup } from "../layout/markup.js";
import { postLink, postPath, pullLink } from "../layout/own-links.js";
import { timeMark } from "../layout/time-element.js";
import { namesOf } from "../people-names.js";
import { slotMarkup, sayLate, stageMark } from "../post-words.js";

export const COLUMNS = ["Post", "Stage", "Whose turn", "Slot", "Review", "Lint"] as const;

/** The roles are said again because a table that is laid out as cards loses them: https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html */
export function postRow(post: JudgedPost, view: View): Markup {
  const cell = (label: (typeof COLUMNS)[number], content: Markup): Markup =>
    html`<td role="cell" data-label="${label}"><div>${content}</div></td>`;
  return html`<tr role="row" class="${rowClass(post)}">
    <th role="rowheader" scope="row">${heading(post, view)}</th>
    ${cell("Stage", stage(post, view))} ${cell("Whose turn", turn(post, view))}
    ${cell("Slot", html`${slotMarkup(post, view.zone)} ${sayLate(post)} ${due(post, view)}`)} ${cell("Review", review(post, view))}
    ${cell("Lint", remarks(post))}
  </tr>`;
}

function stage(post: JudgedPost, view: View): Markup {
  const href = postPath(view.repository, post.slug);
  const wentLive = post.live ? post.reasons : [];
  return html`${stageMark(post.stage)} ${wentLive.map((reason) => html`<strong class="alarm">${renderSentence(reason)}</strong>`)}
    <a class="more" href="${href}">details<span class="unseen"> of ${quotedMarkup(post.title)}</span></a>`;
}

function rowClass(post: JudgedPost): string {
  const late = post.slot && post.slot.lateness !== "on time" && post.stage !== "live" && post.stage !== "dropped";
  return late ? "late" : post.stage === "live" || post.stage === "dropped" ? "done" : "";
}

/** The title, who signs it, and the pull requests that bring it. */
function heading(post: JudgedPost, view: View): Markup {
  const href = postLink(view.repository, post);
  return html`<span class="title">${href ? html`<a href="${href}">${quotedMarkup(post.title)}</a>` : quotedMarkup(post.title)}</span>
    <span class="byline">${post.byline.length > 0 ? html`by ${namesOf(view.people, post.byline)}` : "nobody named yet"}</span>
    ${post.submissions.length > 0 ? html`<span class="pulls">${submissions(post, view)}</span>` : nothing}`;
}

/** `#164 and #165`, each a link. */
export function submissions(post: JudgedPost, view: View): Markup {
  return listMarkup(
    post.submissions.map((pull) => {
      const href = pullLink(view.repository, pull);
      return href ? html`<a href="${href}">#${pull}</a>` : html`#${pull}`;
    }),
  );
}

const ROLE = {
  byline: "the author (nobody is named)",
  reviewer: "a reviewer",
  coordinator: "a coordinator (the desk file names none)",
} as const;
const TO_DO = { byline: "write", reviewer: "review", coordinator: "decide" } as const;

export function turn(post: JudgedPost, view: View): Markup {
  if (post.turn === "nobody") return html`<span class="quiet">nobody</span>`;
  return post.waitingFor.length > 0
    ? html`${namesOf(view.people, post.waitingFor)}: <span class="quiet">${TO_DO[post.turn]}</span>`
    : html`${ROLE[post.turn]}`;
}

/** Only what is still to come: a draft that is in needs no "draft by". */
function due(post: JudgedPost, view: View): Markup {
  if (post.needsDecision) return html`<span class="by alarm">needs a decision by the coordinator</span>`;
  if (!post.slot || post.live || post.stage === "dropped" || post.stage === "approved" || post.stage === "due") return nothing;
  const draft = post.stage === "promised" || post.stage === "in progress";
  return html`<span class="by quiet"
    >${draft ? html`draft due ${timeMark(post.slot.draftBy, view.zone)}; ` : nothing}review due
    ${timeMark(post.slot.reviewBy, view.zone)}</span
  >`;
}

function review(post: JudgedPost, view: View): Markup {
  const { by, needed } = post.approvals;
  const open = post.asked.filter(({ login, away }) => !by.includes(login) && away === undefined).map(({ login }) => login);
  return html`${
    by.length > 0
      ? html`<span class="by"><b>${Math.min(by.length, needed)} of ${needed}</b> approvals: ${namesOf(view.people, by)}</span>`
      : html`<span class="by quiet">0 of ${needed} approvals</span>`
  }${open.length > 0 ? html`<span class="by">asked ${namesOf(view.people, open)}</span>` : nothing}`;
}

function remarks(post: JudgedPost): Markup {
  const errors = post.findings.filter(({ severity }) => severity === "error").length;
  if (post.findings.length === 0) return html`<span class="quiet">${post.leading === null ? "–" : "no remarks"}</span>`;
  const remarks = `${post.findings.length} remark${post.findings.length === 1 ? "" : "s"}`;
  return errors > 0 ? html`${remarks}, <b>${errors} must be fixed</b>` : html`${remarks}`;
}
