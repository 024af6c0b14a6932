/** `npm run record -- OWNER/REPO FILE`: writes down how the real GitHub answers, for the sandbox to be held to. Reads only; token in `GITHUB_TOKEN`. */
import { writeFile } from "node:fs/promises";
import { Octokit } from "@octokit/rest";
import { record } from "./record.js";

const [repository = "", file = ""] = process.argv.slice(2);
const { GITHUB_TOKEN: token = "", GITHUB_API_URL: baseUrl = "https://api.github.com" } = process.env;
const [owner = "", name = ""] = repository.split("/");
if (owner === "" || name === "" || file === "" || token === "") {
  process.stderr.write(
    "Write `GITHUB_TOKEN=… npm run record -- OWNER/REPO sandbox/recorded/NAME.json`. The token needs to read the repository.\n",
  );
  process.exitCode = 2;
} else {
  const octokit = new Octokit({ auth: token, baseUrl });
  const recording = await record(octokit, owner, name, new Date().toISOString().slice(0, 10));
  await writeFile(file, `${JSON.stringify(recording, null, 2)}\n`);
  process.stdout.write(
    `${recording.exchanges.length} exchanges with ${recording.from} are in ${file}, without the token, names, texts and ids. Read it before you send it; then run \`npm test -- recorded\`.\n`,
  );
}
