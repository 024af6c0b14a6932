/** `npm run docs`: writes the pages that are made from the schema and from the commands into `docs/`, or the folder named. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandReference } from "./command-reference.js";
import { configReference, deskJsonSchema } from "./config-reference.js";

const folder = process.argv[2] ?? "docs";
await writeFile(join(folder, "commands.md"), commandReference());
await writeFile(join(folder, "config.md"), configReference());
await writeFile(join(folder, "presstime.schema.json"), deskJsonSchema());
