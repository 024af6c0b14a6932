/** Pages that have only something to say: not found, not looked at yet, and what went wrong. */
import { html } from "hono/html";
import type { PageContent } from "./layout.js";

export type Plain = Omit<PageContent, "trail">;

const say = (title: string, ...sentences: readonly string[]): Plain => ({
  title,
  zone: "UTC",
  main: html`<h1>${title}</h1>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}`,
  foot: html``,
});

export const notFoundPage: Plain = say(
  "Nothing is here",
  "This address leads to nothing. There are pages of repositories that Presstime serves (/OWNER/NAME), of their posts (/OWNER/NAME/posts/SLUG), and calendars (/OWNER/NAME/CAMPAIGN.ics, /OWNER/NAME/people/LOGIN.ics).",
  "It may have been renamed. The first page lists every repository there is.",
);

export const notLookedAtPage: Plain = say(
  "Nothing to show yet",
  "Presstime has not looked at this repository yet, or there is no .github/presstime.yml on its default branch.",
  "Add that file, or wait a minute and load this page again.",
);

export const wentWrongPage: Plain = say(
  "This page could not be made",
  "Something went wrong on our side, and it has been written to the log. Posts, slots and reminders go on without this page.",
  "Load it again in a minute.",
);
