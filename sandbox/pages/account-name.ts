/** How an account is named on the sandbox's pages. */
import { html } from "hono/html";
import { quoted, type Markup } from "../../src/web/layout/markup.js";
import type { Person } from "../state/accounts.js";

export function accountName(person: Person | null): Markup {
  if (!person) return html`<b>ghost</b>`;
  return person.kind === "Bot"
    ? html`<b>${quoted(person.login.replace(/\[bot\]$/, ""))}</b> <span class="kind">bot</span>`
    : html`<b>${quoted(person.login)}</b>`;
}
