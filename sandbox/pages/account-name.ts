/** How an account is named on the sandbox's pages. */
import { html } from "hono/html";
import { quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import type { Account } from "../state/accounts.js";

export function accountName(person: Account | null): Markup {
  if (!person) return html`<b>ghost</b>`;
  return person.kind === "Bot"
    ? html`<b>${quotedMarkup(person.login.replace(/\[bot\]$/, ""))}</b> <span class="kind">bot</span>`
    : html`<b>${quotedMarkup(person.login)}</b>`;
}
