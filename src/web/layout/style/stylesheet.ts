/** The style sheet of pages, served as /style.css: what all of them share, around what one kind of them has besides. */
import { page } from "./page.js";
import { palette } from "./palette.js";
import { print } from "./print.js";

/** `own` are the styles of the pages that it is served with. */
export function stylesheetOf(...own: readonly string[]): string {
  return [palette, page, ...own, print].join("\n");
}
