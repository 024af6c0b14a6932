/** A repository's pull requests and issues, the open ones first. */
import { html } from "hono/html";
import { readInstant, type Zone } from "../../src/desk/time/zone.js";
import type { PageContent } from "../../src/web/layout/layout.js";
import { quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import { timeMark } from "../../src/web/layout/time-element.js";
import { fullName, type Repo } from "../state/repo.js";
import { commentsOf, isPull, type Thread } from "../state/thread.js";
import { accountName } from "./account-name.js";
import { labelMark } from "./label-mark.js";
import { standing } from "./thread-page.js";

export function threadList(repo: Repo, base: string, zone: Zone): Omit<PageContent, "trail"> {
  const threads = [...repo.threads.values()].sort((a, b) => Number(b.open) - Number(a.open) || b.number - a.number);
  const list = (title: string, some: readonly Thread[], none: string): Markup =>
    html`<section>
      <h2>${title}</h2>
      ${
        some.length === 0
          ? html`<p class="quiet">${none}</p>`
          : html`<ul class="threads">
              ${some.map((thread) => row(thread, base, zone))}
            </ul>`
      }
    </section>`;
  return {
    title: fullName(repo),
    zone,
    main: html`<h1>${quotedMarkup(fullName(repo))}</h1>
      ${list("Pull requests", threads.filter(isPull), "Nobody has opened one yet.")}
      ${list(
        "Issues",
        threads.filter((thread) => !isPull(thread)),
        "There is none yet.",
      )}`,
    foot: html`<p>The sandbox, a stand-in for GitHub on this machine</p>`,
  };
}

function row(thread: Thread, base: string, zone: Zone): Markup {
  const said = commentsOf(thread).length;
  return html`<li>
    ${standing(thread)}
    <div>
      <a class="title" href="${threadPath(thread, base)}">${quotedMarkup(thread.title)}</a>
      <span class="quiet"
        >#${thread.number} by ${accountName(thread.author)}, ${timeMark(readInstant(thread.createdAt), zone)} · ${said}
        comment${said === 1 ? "" : "s"}</span
      >
      ${thread.labels.map((label) => html`${labelMark(label)} `)}
    </div>
  </li>`;
}

export function repoPath(repo: Repo, base: string): string {
  return `${base}/${encodeURIComponent(repo.owner.login)}/${encodeURIComponent(repo.name)}`;
}

function threadPath(thread: Thread, base: string): string {
  return `${repoPath(thread.repo, base)}/${isPull(thread) ? "pull" : "issues"}/${thread.number}`;
}
