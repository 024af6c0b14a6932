/** The one style sheet of all pages, served as /style.css. */
import { conversation } from "./conversation.js";
import { page } from "./page.js";
import { palette } from "./palette.js";
import { print } from "./print.js";
import { season } from "./season.js";

export const stylesheet = [palette, page, season, conversation, print].join("\n");
