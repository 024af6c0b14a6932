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
  "There is no page here",
  "There is no page at this address. Presstime has pages for its repositories (/OWNER/NAME), for their posts (/OWNER/NAME/posts/SLUG), and calendars (/OWNER/NAME/CAMPAIGN.ics, /OWNER/NAME/people/LOGIN.ics).",
  "The repository or post may have a new name. The first page lists all repositories that Presstime works for.",
);

export const notLookedAtPage: Plain = say(
  "Nothing to show yet",
  "Presstime has not read this repository yet, or there is no .github/presstime.yml on its default branch.",
  "Add that file, or wait a minute and load this page again.",
);

export const unreadPage = (why: string): Plain => say("Presstime cannot read this repository now", why);

export const wentWrongPage: Plain = say(
  "This page could not be made",
  "There was an error in Presstime. The error is in the log. It does not affect posts, slots and reminders.",
  "Load the page again in a minute.",
);
