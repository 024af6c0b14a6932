/** A label with a dot of its colour. The dot is a picture because the pages allow no styles inside the page. */
import { html } from "hono/html";
import { nothing, quotedMarkup, type Markup } from "../../src/web/layout/markup.js";
import type { Label } from "../state/thread.js";

export function labelMark({ name, color }: Pick<Label, "name" | "color">): Markup {
  const dot = /^[0-9a-f]{6}$/i.test(color)
    ? html`<svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="#${color}" /></svg> `
    : nothing;
  return html`<span class="label">${dot}${quotedMarkup(name)}</span>`;
}
