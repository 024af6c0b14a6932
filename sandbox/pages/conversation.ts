/** The conversation of a thread in the order in which it happened: what was said as cards, what was done as lines. */
import { html } from "hono/html";
import { readInstant, type Zone } from "../../src/desk/time/zone.js";
import { renderMarkdown } from "../../src/web/layout/markdown.js";
import { nothing, quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import { timeMark } from "../../src/web/layout/time-element.js";
import { commitAt } from "../git/object-store.js";
import { reviewCommentsOf } from "../operations/review-thread.js";
import { suggestedLines } from "../operations/suggestion.js";
import type { Account } from "../state/accounts.js";
import { isPull, type Comment, type TimelineEvent, type Reaction, type ReviewComment, type Review, type Thread } from "../state/thread.js";
import { accountName } from "./account-name.js";
import { labelMark } from "./label-mark.js";

export function conversation(thread: Thread, zone: Zone): Markup {
  return html`<section class="conversation" aria-labelledby="conversation">
    <h2 class="unseen" id="conversation">Conversation</h2>
    ${said({ by: thread.author, at: thread.createdAt, edited: thread.lastEditedAt, does: "wrote", body: thread.body, zone, reactions: thread.reactions })}
    ${thread.timeline.map((happening) => told(happening, thread, zone))}
  </section>`;
}

function told(happening: TimelineEvent, thread: Thread, zone: Zone): Markup {
  if (happening.kind === "commented") return happening.comment.deleted ? nothing : comment(happening.comment, zone);
  if (happening.kind === "reviewed") return review(happening.review, thread, zone);
  return html`<p class="happening">
    ${accountName(happening.by)} ${done(happening, thread)} <span class="quiet">${when(happening.at, zone)}</span>
  </p>`;
}

function comment({ id, author, createdAt, lastEditedAt, body, reactions }: Comment, zone: Zone): Markup {
  return said({ id: `issuecomment-${id}`, by: author, at: createdAt, edited: lastEditedAt, does: "said", body, zone, reactions });
}

function review(given: Review, thread: Thread, zone: Zone): Markup {
  const older = isPull(thread) && given.commit !== thread.pull.head.sha;
  const does = html`<span class="verdict ${given.state.toLowerCase()}">${VERDICTS[given.state]}</span
    >${older ? html` <span class="quiet">for an older text</span>` : nothing}`;
  return said({
    id: `pullrequestreview-${given.id}`,
    by: given.author,
    at: given.submittedAt,
    edited: given.lastEditedAt,
    does,
    body: given.body,
    zone,
    reactions: given.reactions,
    below: isPull(thread) ? html`${reviewCommentsOf(thread, given).map(lineComment)}` : nothing,
  });
}

/** A comment on lines, with what it suggests in their stead shown as a change. */
function lineComment({ body, reactions, reviewThread: { path, startLine, line, hunk, resolvedBy } }: ReviewComment): Markup {
  const lines = suggestedLines(body);
  const said = lines === null ? body : body.replace(/^(`{3,})suggestion[^\n]*\n[^]*?^\1`*\s*$/m, "");
  const was = hunk
    .split("\n")
    .slice(-1 - (line - (startLine ?? line)))
    .map((one) => one.slice(1));
  const place = startLine === null ? `line ${line}` : `lines ${startLine} to ${line}`;
  return html`<div class="remark">
    <p>
      <code>${quotedMarkup(path)}</code>,
      ${place}${resolvedBy ? html` <span class="quiet">resolved by ${accountName(resolvedBy)}</span>` : nothing}
    </p>
    ${said.trim() === "" ? nothing : html`<div class="text">${renderMarkdown(said)}</div>`}
    ${lines === null ? nothing : suggested(was, lines === "" ? [] : lines.split("\n"))} ${reactedBy(reactions)}
  </div>`;
}

function suggested(was: readonly string[], becomes: readonly string[]): Markup {
  const row = (kind: "gone" | "new", text: string) =>
    html`<tr class="${kind}">
      <td><code>${kind === "gone" ? html`<span class="unseen">instead of: </span>` : nothing}${text}</code></td>
    </tr>`;
  return html`<table class="patch">
    <caption>
      Suggested change
    </caption>
    <tbody>
      ${was.map((text) => row("gone", text))}${becomes.map((text) => row("new", text))}
    </tbody>
  </table>`;
}

const VERDICTS: Readonly<Record<Review["state"], string>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "asked for changes",
  COMMENTED: "reviewed",
  DISMISSED: "reviewed; the review was dismissed",
};

interface Said {
  readonly id?: string;
  readonly by: Account | null;
  readonly at: string;
  readonly edited: string | null;
  readonly does: Markup | string;
  readonly body: string;
  readonly zone: Zone;
  readonly reactions: readonly Reaction[];
  /** What stands under the words. */
  readonly below?: Markup;
}

function said({ id, by, at, edited, does, body, zone, reactions, below }: Said): Markup {
  return html`<section class="said ${by?.kind === "Bot" ? "bot" : ""}" id="${id ?? "description"}">
    <h3>
      ${accountName(by)} <span class="does">${does}</span>
      <span class="quiet">${when(at, zone)}${edited ? html`, edited ${when(edited, zone)}` : nothing}</span>
    </h3>
    ${body.trim() === "" ? nothing : html`<div class="text">${renderMarkdown(body)}</div>`} ${below ?? nothing} ${reactedBy(reactions)}
  </section>`;
}

function reactedBy(reactions: readonly Reaction[]): Markup {
  if (reactions.length === 0) return nothing;
  const each = reactions.map(({ content, by }) => html`<span><span class="quiet">${content}</span> ${accountName(by)}</span> `);
  return html`<p class="reactions">${each}</p>`;
}

const when = (at: string, zone: Zone): Markup => timeMark(readInstant(at), zone);

const short = (sha: string): Markup => html`<code>${sha.slice(0, 7)}</code>`;

/** What was done, to stand behind the name of who did it. */
function done(happening: Exclude<TimelineEvent, { kind: "commented" | "reviewed" }>, thread: Thread): Markup {
  switch (happening.kind) {
    case "committed":
      return html`pushed ${short(happening.sha)} ${quotedMarkup(commitAt(thread.repo.objects, happening.sha)?.message.split("\n")[0] ?? "")}`;
    case "asked":
      return html`asked ${accountName(happening.person)} to review`;
    case "unasked":
      return html`no longer asks ${accountName(happening.person)} to review`;
    case "assigned":
      return html`assigned this to ${accountName(happening.person)}`;
    case "unassigned":
      return html`no longer assigns this to ${accountName(happening.person)}`;
    case "dismissed":
      return html`dismissed the review by
      ${accountName(happening.review.author)}${happening.message ? html`: ${quotedMarkup(happening.message)}` : nothing}`;
    case "readied":
      return html`marked this as ready for review`;
    case "drafted":
      return html`made this a draft again`;
    case "forced":
      return html`pushed anew, from ${short(happening.before)} to ${short(happening.after)}`;
    case "closed":
      return html`closed this`;
    case "reopened":
      return html`opened this again`;
    case "merged":
      return html`merged this as ${short(happening.sha)}`;
    case "renamed":
      return html`changed the title from ${quotedMarkup(happening.from)} to ${quotedMarkup(happening.to)}`;
    case "retargeted":
      return html`changed the base from ${quotedMarkup(happening.from)} to ${quotedMarkup(happening.to)}`;
    case "labeled":
      return html`added ${labelMark(happening.label)}`;
    case "unlabeled":
      return html`took away ${labelMark(happening.label)}`;
    case "head deleted":
      return html`deleted the branch ${quotedMarkup(happening.branch)}`;
  }
}
