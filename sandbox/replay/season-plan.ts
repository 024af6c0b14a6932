/** The season of 2014 as a play: its first desk file comes of the notes of 24 June, by the very import that `presstime import` does. */
import { sortAnswers } from "../../src/desk/notes/import-answers.js";
import { importNotes } from "../../src/desk/notes/import-notes.js";
import { outlineNotes } from "../../src/desk/notes/outline-notes.js";
import { writePlan } from "../../src/desk/notes/write-plan.js";
import { readInstant } from "../../src/desk/time/zone.js";
import { juneDesk, lastingSlug } from "../season/desk-text.js";
import { ANSWERS, CAMPAIGN, DEADLINE, NOTES } from "../season/notes.js";
import { BEGINS, ENDS, openSeason, SEASON_NOTICE } from "../season/open-season.js";
import { PEOPLE } from "../season/people.js";
import type { Play } from "../season/play.js";

export const SEASON_OF_2014: Play = {
  begins: BEGINS,
  // The plan has just been given its days and owners; a week later the first pull request comes.
  opensAt: readInstant("2014-07-01T11:00:00Z"),
  ends: ENDS,
  zone: "Europe/London",
  notice: SEASON_NOTICE,
  says: "The MirageOS posts before OSCON 2014, re-enacted. It is 1 July 2014, noon in London; the buttons on the page move the clock.",
  open: (github) => openSeason(github, planOfJune()),
};

/** Throws when the notes leave a question open: nobody would be there to answer it. */
export function planOfJune(): string {
  const people = PEOPLE.map((person) => ({ ...person, away: [] }));
  const found = importNotes(outlineNotes(NOTES), { people, answers: sortAnswers(ANSWERS), sections: [], columns: new Map(), taken: [] });
  if (found.kind !== "imported" || found.questions.length > 0) {
    throw new Error("Unexpected question about the notes of the season, expected every post and every owner to be told");
  }
  const posts = found.posts.map((post) => ({ ...post, slug: lastingSlug(post.slug) }));
  return juneDesk(writePlan(CAMPAIGN, DEADLINE, { posts, newcomers: found.newcomers }));
}
