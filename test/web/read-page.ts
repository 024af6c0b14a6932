/** Asks pages for an address, and reads what a person would read in the answer. */
import type { Hono } from "hono";
import type { Clock } from "../../src/clock.js";
import type { View } from "../../src/view.js";
import { webPages, type WebParts } from "../../src/web/web-pages.js";
import { ledgerOf, NOW } from "./sample-view.js";

const standing: Clock = {
  now: () => new Date(NOW),
  waitUntil: () => Promise.reject(new Error("Unexpected wait, expected pages to wait for nothing")),
};

export function pagesOf(views: readonly (View | null)[], more: Partial<WebParts> = {}): Hono {
  return webPages({ ledger: ledgerOf(views), clock: standing, publicUrl: "http://desk.test", ...more });
}

export async function markupOf(pages: Hono, path = "/"): Promise<string> {
  return (await pages.request(path)).text();
}

/** The text of a page as read from top to bottom, spaces put right. */
export function textOf(markup: string): string {
  return markup
    .replace(/^[\s\S]*<main/, "<main")
    .replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .replace(/ ([,;:)]|\.(?!\w))/g, "$1")
    .replace(/\( /g, "(")
    .trim();
}

export async function read(pages: Hono, path = "/"): Promise<string> {
  return textOf(await markupOf(pages, path));
}

/** The text of the part of a page between two of its words. */
export function between(text: string, from: string, to?: string): string {
  const start = text.indexOf(from);
  const end = to === undefined ? -1 : text.indexOf(to, start + from.length);
  return start === -1 ? "" : text.slice(start, end === -1 ? undefined : end).trim();
}

export const links = (markup: string): readonly string[] => [...markup.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
