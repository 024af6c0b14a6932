/** The forms in which people write a list of posts, each with an example, and what `presstime import` reads: for the page, and for its tests. */
import { readDesk } from "../../src/desk/config/read-desk.js";
import { sortAnswers } from "../../src/desk/notes/import-answers.js";
import { importNotes, type ImportQuestion } from "../../src/desk/notes/import-notes.js";
import { outlineNotes } from "../../src/desk/notes/outline-notes.js";

export const NOTES_DESK = `zone: Europe/London
people:
  - { login: ada, name: Ada Lovelace }
  - { login: grace, name: Grace Hopper }
  - { login: kasia-n, name: Kasia Nowak }
  - { login: kasia-w, name: Kasia Wolska }
coordinators: [grace]
`;

export interface NoteForm {
  readonly notes: string;
  /** A line for each thing read: `Title (owners)`, `asked: …`, `left out: …`. */
  readonly reads: readonly string[];
}

const form = (notes: string, ...reads: readonly string[]): NoteForm => ({ notes, reads });

/** Lines of a list below "## Blog posts". */
export const ENTRY_FORMS: Readonly<Record<string, readonly NoteForm[]>> = {
  "Who writes it": [
    form("- On engines (Ada)", "On engines (ada)"),
    form("- On engines (Ada/Grace)", "On engines (ada, grace)"),
    form("- On engines (Ada, Grace & Kasia W)", "On engines (ada, grace, kasia-w)"),
    form("- On engines - Ada", "On engines (ada)"),
    form("- On engines – Ada and Grace", "On engines (ada, grace)"),
    form("- On engines: Ada", "On engines (ada)"),
    form("- Ada: On engines", "On engines (ada)"),
    form("- Ada - On engines", "On engines (ada)"),
    form('- **Ada:** write "On engines"', "On engines (ada)"),
    form("- **Ada** - On engines (due by Friday)", "On engines (ada), due by Friday"),
    form("- [ ] On engines @ada", "On engines (ada)"),
    form('- @ada to draft "On engines"', "On engines (ada)"),
    form("- Ada and Grace will write a blog post about engines", "Engines (ada, grace)"),
    form("- Ada owns the docs post", "Docs (ada)"),
    form("- On engines by Ada", "On engines (ada)"),
    form("- On engines [Ada]", "On engines (ada)"),
    form("- On engines (owner: Ada)", "On engines (ada)"),
    form("- On engines → Ada", "On engines (ada)"),
    form("- On engines, Ada", "On engines (ada)"),
    form("- **On engines** — Ada", "On engines (ada)"),
    form('- "How we test engines" @ada (needs review by Friday)', "How we test engines (ada)"),
    form("- **On engines** @ada, once the tests pass", "On engines (ada)"),
    form("- On engines: Ada (co-author Grace)", "On engines (ada, grace)"),
    form("- **On engines**: Ada (co-author Grace)", "On engines (ada, grace)"),
    form("1. On engines (Ada)", "On engines (ada)"),
  ],
  "When, and how it stands": [
    form("- On engines (Ada, 12 July)", "On engines (ada), 12 July"),
    form("- On engines - Ada - 2014-07-12", "On engines (ada), 2014-07-12"),
    form("- **@ada** — On engines — due next meeting", "On engines (ada), due next meeting"),
    form("- [x] On engines (Ada)", "left out: it is ticked as done"),
    form("- On engines (Ada) – published", "left out: it is said to be done"),
    form("- ~~On engines (Ada)~~ (dropped)", "left out: it is crossed out (~~…~~)"),
  ],
  "Nobody has it yet": [
    form("- On engines – ???", "On engines ()", "asked: who writes On engines"),
    form("- On engines (TBD)", "On engines ()", "asked: who writes On engines"),
    form("- On engines (?)", "On engines ()", "asked: who writes On engines"),
    form("- someone: a post about engines", "Engines ()", "asked: who writes Engines"),
    form("- someone should write about engines", "Engines ()", "asked: who writes Engines"),
    form("- On engines", "On engines ()", "asked: who writes On engines"),
    form("- On engines (Ada?)", "On engines ()", "asked: who writes On engines, perhaps Ada"),
  ],
  "Who is asked": [
    form("- On engines (Kasia)", "On engines (Kasia)", "asked: who is Kasia, perhaps Kasia Nowak (@kasia-n), Kasia Wolska (@kasia-w)"),
    form("- On engines (Babbage)", "On engines (Babbage)", "asked: who is Babbage"),
    form("- Babbage: On engines", "Babbage: On engines ()", "asked: who writes Babbage: On engines, perhaps Babbage"),
    form("- Interview with @ada", "Interview with @ada ()", "asked: who writes Interview with @ada, perhaps @ada"),
    form("- On engines (Ada): with Grace", "On engines (ada)", "asked: who writes On engines, perhaps Grace"),
  ],
  "What a title may have": [
    form("- MirageOS: a status update (Ada)", "MirageOS: a status update (ada)"),
    form("- Building Xen (on ARM) (Ada)", "Building Xen (on ARM) (ada)"),
    form("- Engines - past and future (Ada)", "Engines - past and future (ada)"),
    form("- On engines (Ada): the first of three", "On engines (ada)"),
    form(
      "- Engines (Ada): the first one, mills and stores, the second one",
      "Engines: the first one (ada)",
      "Engines: mills and stores (ada)",
      "Engines: the second one (ada)",
    ),
    form("- Engines (Ada): mills, stores", "Engines (ada)", "asked: a list or a note: mills, stores"),
  ],
  "Bullets below bullets": [
    form("- Ada\n  - On engines\n  - On looms", "On engines (ada)", "On looms (ada)"),
    form("- Engines (Ada)\n  - the mill\n  - the store (Grace)", "Engines: the mill (ada)", "Engines: the store (grace)"),
    form("- Engines:\n  - the mill (Ada)\n  - the store (Grace)", "Engines: the mill (ada)", "Engines: the store (grace)"),
    form("- On engines\n  - Ada", "On engines (ada)"),
    form("- On engines\n  - Author: Ada\n  - Due: 12 July", "On engines (ada), Due: 12 July"),
    form(
      "- On engines (Ada)\n  - It will tell how the machine came to be built after all.",
      "On engines (ada)",
      "left out: it is taken for a note on the entry above it",
    ),
    form("- On engines\n\n  Author: Ada", "On engines (ada)"),
    form(
      "- On engines (Ada)\n\n  She will be away until the end of May.",
      "On engines (ada)",
      "left out: it is taken for a note on the entry above it",
    ),
  ],
  "What is no post": [
    form("- Ada: book a room", "left out: it asks for something that is not a post"),
    form(
      "- We should all read these before they go up, and that means everybody. Soon",
      "left out: it looks like a remark, not like a post",
    ),
  ],
  "The same post twice": [
    form("- On engines (Ada)\n- On engines (Grace)", "On engines (ada, grace)", "asked: the same as on line 3: On engines"),
    form("- The 機械 story (Ada)\n- The 織機 story (Ada)", "The 機械 story (ada)", "The 織機 story (ada)"),
  ],
};

/** Whole pages: where a list may stand. */
export const PAGE_FORMS: Readonly<Record<string, readonly NoteForm[]>> = {
  "Under a heading about posts": [form("## ✍️ Blog posts for July\n\n- On engines (Ada)", "On engines (ada)")],
  "Under a line that serves as one": [
    form("**Blog posts**\n\n- On engines (Ada)", "On engines (ada)"),
    form("Blog posts:\n\n- On engines (Ada)", "On engines (ada)"),
  ],
  "Below a bullet": [form("## Agenda\n\n- Hosting\n- Blog posts\n  - On engines (Ada)", "On engines (ada)")],
  "Among action items": [
    form(
      "## Action items\n\n- Ada: write the post on engines\n- Grace: book a room\n- Ada - Looms",
      "Engines (ada)",
      "left out: it asks for something that is not a post",
      "asked: a post or not: Ada - Looms",
    ),
  ],
  "In paragraphs that begin in bold": [
    form(
      "## Blog posts\n\n**On engines** — Ada, by the end of July.\n\n**On looms** by Grace. Nearly done.",
      "On engines (ada), by the end of July",
      "On looms (grace)",
    ),
  ],
  "In a table": [
    form(
      "| Post | Author | Publish | Status |\n| --- | --- | --- | --- |\n| On engines | Ada & Grace | 12 July | draft |\n| On looms | TBD | | |\n| On mills | Ada | | done |",
      "On engines (ada, grace), 12 July",
      "On looms ()",
      "left out: it is said to be done",
      "asked: who writes On looms",
    ),
  ],
  "In a table whose headers say it in words of their own": [
    form(
      "| Topic | Pen | Target |\n| --- | --- | --- |\n| On engines | Ada | 12 July |\n| On looms | @grace | end of July |",
      "On engines (ada), 12 July",
      "On looms (grace), end of July",
    ),
  ],
  "In a sheet that was pasted": [form("Topic\tWho\tDue\nOn engines\tAda\t12 July", "On engines (ada), 12 July")],
  "In several lists": [
    form(
      "## Blog posts for May\n\n- On engines (Ada)\n\n## Blog posts for June\n\n- On looms (Grace)",
      "On engines (ada)",
      "On looms (grace)",
      "asked: which lists: Blog posts for May, Blog posts for June",
    ),
  ],
};

/** What the importer makes of a page, a line for each thing. */
export function notesRead(notes: string): string[] {
  const people = readDesk(NOTES_DESK).desk?.people ?? [];
  const found = importNotes(outlineNotes(notes), { people, answers: sortAnswers([]), sections: [], columns: new Map(), taken: [] });
  if (found.kind !== "imported") return ["no list"];
  return [
    ...found.posts.map(({ title, byline, day }) => `${title} (${byline.join(", ")})${day === null ? "" : `, ${day}`}`),
    ...found.leftOut.map(({ why }) => `left out: ${why}`),
    ...found.questions.map((question) => `asked: ${saidOf(question)}`),
  ];
}

function saidOf(question: ImportQuestion): string {
  const perhaps = "perhaps" in question && question.perhaps.length > 0 ? `, perhaps ${question.perhaps.join(", ")}` : "";
  switch (question.kind) {
    case "who":
      return `who is ${question.name}${perhaps}`;
    case "owner":
      return `who writes ${question.title}${perhaps}`;
    case "twice":
      return `the same as on line ${question.before}: ${question.title}`;
    case "list or note":
      return `a list or a note: ${question.text}`;
    case "post or not":
      return `a post or not: ${question.text}`;
    case "which lists":
      return `which lists: ${question.lists.map(({ heading }) => heading).join(", ")}`;
    case "columns":
      return `which columns: ${question.header.join(", ")}`;
  }
}

/** An entry as a page of its own. */
export const asPage = (entry: string): string => `## Blog posts\n\n${entry}\n`;
