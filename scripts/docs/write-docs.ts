/**
 * `npm run docs`: writes the pages that are made from the schema, the commands, the rules, the requests to GitHub and the replayed season into `docs/`, or the
 * folder named, and the picture of the house into CONTRIBUTING.md.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandReference } from "./command-reference.js";
import { configReference, deskJsonSchema } from "./config-reference.js";
import { withHouse } from "./house.js";
import { notesPage } from "./notes-page.js";
import { requestsPage } from "./requests-page.js";
import { rulePages } from "./rule-pages.js";
import { MORNINGS_PAGE, threeMornings } from "./season-mornings.js";

const folder = process.argv[2] ?? "docs";
await writeFile(join(folder, "commands.md"), commandReference());
await writeFile(join(folder, "config.md"), configReference());
await writeFile(join(folder, "notes.md"), notesPage());
await writeFile(join(folder, "requests.md"), requestsPage());
await writeFile(join(folder, "presstime.schema.json"), deskJsonSchema());
await mkdir(join(folder, "rules"), { recursive: true });
for (const [name, page] of rulePages()) await writeFile(join(folder, "rules", name), page);
await writeFile(join(folder, MORNINGS_PAGE), await threeMornings());
if (process.argv[2] === undefined) await writeFile("CONTRIBUTING.md", withHouse(await readFile("CONTRIBUTING.md", "utf8")));
