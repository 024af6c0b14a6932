/** Every form in which people write a list of posts, as the page on them shows it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { asPage, ENTRY_FORMS, PAGE_FORMS, notesRead } from "../../../scripts/docs/note-forms.js";
import { notesPage } from "../../../scripts/docs/notes-page.js";

const cases = (forms: typeof ENTRY_FORMS) =>
  Object.entries(forms).flatMap(([about, some]) => some.map(({ notes, reads }) => ({ about, notes, reads })));

describe("the forms of notes", () => {
  it("[CA8] the page on them is what the importer makes of them now", () => {
    expect(readFileSync("docs/notes.md", "utf8")).toBe(notesPage());
  });

  it.each(cases(ENTRY_FORMS))("[CA8] $about: $notes", ({ notes, reads }) => {
    expect(notesRead(asPage(notes))).toEqual(reads);
  });

  it.each(cases(PAGE_FORMS))("[CA14] $about: $notes", ({ notes, reads }) => {
    expect(notesRead(notes)).toEqual(reads);
  });
});
