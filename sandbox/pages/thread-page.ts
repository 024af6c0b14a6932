/** A pull request's or an issue's page: what an author sees of it. */
import { html } from "hono/html";
import { readInstant, type Zone } from "../../src/desk/time/zone.js";
import type { PageContent } from "../../src/web/layout/layout.js";
import { listMarkup, nothing, quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import { timeMark } from "../../src/web/layout/time-element.js";
import { fullName } from "../state/repo.js";
import { isPull, type PullThread, type Thread } from "../state/thread.js";
import { accountName } from "./account-name.js";
import { checksPanel } from "./checks-panel.js";
import { conversation } from "./conversation.js";
import { filesPanel } from "./files-panel.js";
import { labelMark } from "./label-mark.js";

export function threadPage(thread: Thread, zone: Zone): Omit<PageContent, "trail"> {
  return {
    title: `${thread.title} · #${thread.number}`,
    zone,
    main: html`<h1>${quotedMarkup(thread.title)} <span class="quiet">#${thread.number}</span></h1>
      <p class="standing">${standing(thread)} ${opened(thread, zone)}</p>
      <div class="thread">
        <div>
          ${conversation(thread, zone)}
          ${
            isPull(thread)
              ? html`<section class="files">
                  <h2>Files changed</h2>
                  ${filesPanel(thread)}
                </section>`
              : nothing
          }
        </div>
        <aside aria-label="About this ${isPull(thread) ? "pull request" : "issue"}">
          ${isPull(thread) ? reviewers(thread) : nothing} ${labels(thread)}
        </aside>
      </div>`,
    foot: html`<p>${thread.repo.owner.login}/${thread.repo.name} in the sandbox, a stand-in for GitHub on this machine</p>`,
  };
}

/** The word GitHub shows beside a title. */
export function standing(thread: Thread): Markup {
  const word = thread.pull?.merged ? "merged" : !thread.open ? "closed" : thread.pull?.draft ? "draft" : "open";
  return html`<span class="stage thread-${word}">${word}</span>`;
}

function opened(thread: Thread, zone: Zone): Markup {
  const at = timeMark(readInstant(thread.createdAt), zone);
  if (!isPull(thread)) return html`${accountName(thread.author)} opened this on ${at}`;
  const { head, base } = thread.pull;
  const from = head.repo.deleted
    ? "a fork that was deleted"
    : head.repo === thread.repo
      ? head.branch
      : `${fullName(head.repo)}:${head.branch}`;
  return html`${accountName(thread.author)} wants to bring <code>${quotedMarkup(from)}</code> into <code>${quotedMarkup(base)}</code>, since
    ${at}`;
}

function reviewers(thread: PullThread): Markup {
  const { requested, reviews } = thread.pull;
  // A later remark takes back no verdict.
  const inOrder = [...reviews.filter(({ state }) => state === "COMMENTED"), ...reviews.filter(({ state }) => state !== "COMMENTED")];
  const latest = new Map(inOrder.flatMap((review) => (review.author ? [[review.author, review] as const] : [])));
  const verdicts = {
    APPROVED: "approved",
    CHANGES_REQUESTED: "asked for changes",
    COMMENTED: "commented",
    DISMISSED: "was dismissed",
  } as const;
  return html`<h2>Reviewers</h2>
    ${
      requested.length + latest.size === 0
        ? html`<p class="quiet">Nobody is asked yet.</p>`
        : html`<ul>
            ${requested.map((person) => html`<li>${accountName(person)} <span class="quiet">is asked</span></li>`)}
            ${[...latest].map(([person, { state }]) => html`<li>${accountName(person)} <span class="verdict ${state.toLowerCase()}">${verdicts[state]}</span></li>`)}
          </ul>`
    }
    <h2>Checks</h2>
    ${checksPanel(thread)}`;
}

function labels({ labels }: Thread): Markup {
  return html`<h2>Labels</h2>
    <p>${labels.length === 0 ? html`<span class="quiet">None.</span>` : listMarkup(labels.map(labelMark))}</p>`;
}
