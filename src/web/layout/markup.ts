/** Markup made by hono's `html`, which escapes whatever is put into it unless it is markup already. */
import { html } from "hono/html";
import { plainText } from "./plain-text.js";

export type Markup = ReturnType<typeof html>;

export const nothing: Markup = html``;

/** Other people's words inside ours; `bdi` keeps the writing direction of theirs from reaching ours. */
export function quotedMarkup(text: string): Markup {
  return html`<bdi>${plainText(text)}</bdi>`;
}

/** `a`, `a and b`, `a, b and c`, of markup or of text. */
export function listMarkup(parts: readonly (Markup | string)[]): Markup {
  return html`${parts.map((part, at) => [at === 0 ? "" : at === parts.length - 1 ? " and " : ", ", part])}`;
}
