/** Everything that must hold when any text is linted and mended; for properties and for the fuzzer. */
import { isDeepStrictEqual } from "node:util";
import { mend } from "../../../src/desk/lint/apply-fixes.js";
import { readPost } from "../../../src/desk/posts/read-post.js";
import { examinePost } from "../../../src/examine/examine-post.js";
import { meaningOf } from "./meaning.js";
import { outside } from "./outside.js";

const PATH = "posts/2014-07-18-irmin.md";

function examine(text: string) {
  const bytes = new TextEncoder().encode(text);
  return examinePost({ path: PATH, bytes, size: bytes.length });
}

const mended = (text: string) => mend(text, (one) => Promise.resolve({ findings: examine(one).findings, body: 0 }));

/** What is wrong, in words; empty when all is well. Halves of characters are made whole, as no file in UTF-8 has any. */
export async function complaintsAbout(anything: string): Promise<readonly string[]> {
  const text = Buffer.from(anything).toString("utf8");
  const complaints: string[] = [];
  const { findings } = examine(text);
  for (const { rule, message, place, fix } of findings) {
    if (message.includes("in the linter")) complaints.push(`failed: ${message}`);
    if (outside(place, text)) complaints.push(`${rule} points outside the text: ${JSON.stringify(place)}`);
    if (fix && !(fix.from >= 0 && fix.from <= fix.to && fix.to <= text.length))
      complaints.push(`${rule} mends outside the text: ${JSON.stringify(fix)}`);
  }
  if (!findings.some(({ fix }) => fix)) return complaints;

  const after = await mended(text);
  if ((await mended(after)) !== after) complaints.push("mended again it is another text");
  const { body } = readPost(PATH, text);
  if (after.slice(0, body) !== text.slice(0, body)) complaints.push("front matter was changed");
  const [before, now] = [meaningOf(text.slice(body)), meaningOf(after.slice(body))];
  if (!isDeepStrictEqual(before, now)) {
    const rules = [...new Set(findings.flatMap(({ rule, fix }) => (fix ? [rule] : [])))];
    const [was, is] = [JSON.stringify(before), JSON.stringify(now)];
    const at = Array.from(was).findIndex((letter, n) => letter !== is[n]);
    const around = (one: string) => one.slice(Math.max(0, at - 60), at + 60);
    complaints.push(`mended by ${rules.join(" ")} it means something else: was ${around(was)} is ${around(is)}`);
  }
  return complaints;
}
