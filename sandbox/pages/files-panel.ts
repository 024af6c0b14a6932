/** The files a pull request changes, line by line, with the checks' annotations under the lines they are about. */
import { html } from "hono/html";
import { nothing, quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import { changesFrom, type FileChange } from "../git/changes.js";
import { latestChecks, type Annotation } from "../state/check.js";
import type { PullThread } from "../state/thread.js";
import { patchLines, type PatchLine } from "./patch-lines.js";

/** A page shows so many files; GitHub too folds away what is more. */
const MOST_FILES = 50;

export function filesPanel(thread: PullThread): Markup {
  const { repo, pull } = thread;
  const changes = changesFrom(repo.objects, pull.baseSha, pull.head.sha);
  const annotations = latestChecks(repo, pull.head.sha).flatMap((run) => run.annotations);
  return html`${changes.slice(0, MOST_FILES).map((change) =>
    file(
      change,
      annotations.filter(({ path }) => path === change.path),
    ),
  )}
  ${changes.length > MOST_FILES ? html`<p class="quiet">and ${changes.length - MOST_FILES} more files</p>` : nothing}
  ${changes.length === 0 ? html`<p class="quiet">It changes no file.</p>` : nothing}`;
}

function file(change: FileChange, annotations: readonly Annotation[]): Markup {
  const { additions, deletions, patch } = change.lines();
  const lines = patch === null ? [] : patchLines(patch);
  const shown = new Set(lines.flatMap(({ now }) => now ?? []));
  const elsewhere = annotations.filter(({ startLine }) => !shown.has(startLine));
  const beside = (at: number | null): readonly Annotation[] => (at === null ? [] : annotations.filter(({ startLine }) => startLine === at));
  return html`<details class="file" open>
    <summary>
      <b>${quotedMarkup(change.path)}</b>
      <span class="quiet"
        >${change.change}${change.previousPath ? html` from ${quotedMarkup(change.previousPath)}` : nothing}, +${additions}
        −${deletions}</span
      >
    </summary>
    ${elsewhere.map(annotation)}
    ${
      patch === null
        ? html`<p class="quiet">Too long, or no text: not shown line by line.</p>`
        : html`<table class="patch">
            <caption class="unseen">
              What changes in ${quotedMarkup(change.path)}
            </caption>
            <tbody>
              ${lines.map((one) => [
                line(one),
                beside(one.now).map(
                  (note) =>
                    html`<tr>
                      <td colspan="2">${annotation(note)}</td>
                    </tr>`,
                ),
              ])}
            </tbody>
          </table>`
    }
  </details>`;
}

function line({ kind, now, text }: PatchLine): Markup {
  return html`<tr class="${kind}">
    <td class="at">${now ?? ""}</td>
    <td><code>${kind === "gone" ? html`<span class="unseen">removed: </span>` : nothing}${text}</code></td>
  </tr>`;
}

function annotation({ level, message, title, startLine }: Annotation): Markup {
  return html`<div class="annotation ${level}">
    <b>${level}</b> <span class="quiet">line ${startLine}${title ? html` · ${quotedMarkup(title)}` : nothing}</span
    ><br />${quotedMarkup(message)}
  </div>`;
}
