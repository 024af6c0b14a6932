/** From the notes of 24 June to the season's first desk file, by the very import that `presstime import` does. */
import { sortAnswers } from "../../src/desk/notes/import-answers.js";
import { importNotes } from "../../src/desk/notes/import-notes.js";
import { outlineNotes } from "../../src/desk/notes/outline-notes.js";
import { writePlan } from "../../src/desk/notes/write-plan.js";
import { juneDesk, lastingSlug } from "../season/desk-text.js";
import { ANSWERS, CAMPAIGN, DEADLINE, NOTES } from "../season/notes.js";
import { PEOPLE } from "../season/people.js";

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
