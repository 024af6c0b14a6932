/** A desk with one post that the plan pins to its slot, and its text with a day written into it. */
import { CAMPAIGN, IRMIN } from "./desk-file.js";

/** The slot of the only post: Wed 16 July 2014, 12:00 in London. */
const SLOT = "2014-07-16T12:00[Europe/London]";
export const PINNED = [{ ...CAMPAIGN, posts: [{ ...IRMIN, slot: SLOT }] }];
export const JEKYLL = { campaigns: PINNED, posts: ["_posts/*.md"], site: "jekyll" };
export const mends = { merge: { at_slot: true, mend_dates: true } };

export const dated = (day: string, more = ""): string =>
  `---\r\ntitle: Introducing Irmin # for now\r\ndate:   ${day}\r\n${more}---\r\n\r\nWhat it is for.\r\n`;
export const plain = (day: string, more = ""): string => dated(day, more).replaceAll("\r\n", "\n");
