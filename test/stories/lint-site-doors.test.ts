/** What is said of a post in sight of its site: on a pull request, and by `presstime lint` in checkouts of its branch. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Command } from "commander";
import { lintCommand } from "../../src/cli/lint/lint.js";
import type { LintedFile } from "../../src/cli/lint/linted.js";
import { openWorld, type World } from "../world.js";
import { deskFile, IRMIN, CAMPAIGN } from "../world/desk-file.js";
import { examinerHere } from "../world/examiner-here.js";
import { git } from "../world/git.js";

const CONDUIT = { slug: "conduit", title: "Conduit", also: ["conduits"] };
const DESK = deskFile({
  campaigns: [{ ...CAMPAIGN, posts: [{ ...IRMIN, also: ["irmin"] }, CONDUIT] }],
  lint: {
    tags: ["storage", "networking"],
    paths: [{ files: ["posts/notes/**"], rules: { "links-exist": "error", "known-byline": "off" } }],
  },
});

/** The default branch. */
const LIVE = {
  ".github/presstime.yml": DESK,
  ".gitignore": "build/\n*.tmp.png\n",
  "README.md": "# Mirage\n",
  "CONTRIBUTING.md": "# How to help\n",
  "static/img/camel.png": "camel",
  "posts/vchan.md": "# Vchan\n\n## How it works\n\nWell.\n",
  "posts/store.md": "---\ntitle: The store\npermalink: /blog/store/\n---\n\nWords.\n",
  "posts/2013/xen.md": "# Xen\n\n## Why\n",
  "posts/2013/unikernels.md": "# Unikernels\n\n## Why\n",
  "posts/2013/before.md": "---\ntitle: Before\n---\n\nIt was [so](#so).\n\n## So\n",
  "posts/tls.md": "---\ntitle: TLS\nseries: OCaml TLS\npart: 1\n---\n\nWords.\n",
};

const BODY = `
![A plot](plot.png) and ![another](irmin/there.png), ![a camel](/img/camel.png) and ![no camel](/img/dromedary.png).
![Ignored](build/a.png) and ![kept](irmin/kept.tmp.png), [help](../CONTRIBUTING.md) and [no help](../HELP.md).

[Here](#here), [below](#below), [how](vchan.md#how-it-works), [more](/blog/vchan/#more) and [less](vchan#less).

[Xen](2013/xen.md), [why](/blog/unikernels#why), [who](/blog/unikernels#who), [the sibling](a-sibling.md#parts), [its whole](a-sibling#whole).

[Conduit](/blog/conduits#any), [moved](2014/after.md#so), [from](2013/before.md), [out](https://mirage.io/blog/vchan#x), [TLS](tls.md) and [a note](notes/day.md#x).

<!-- lint ignore links-exist -->

[gone](gone.md) is let be here.

[gone](gone.md) is not.

<!-- lint disable -->

[gone](gone.md) and #here.

<!-- lint enable -->

[up](../../../etc/passwd.txt), [template]({{ site.url }}/vchan.md#x), [feed](/atom.xml), [about](/about/), ![](new/plot.png)

## Here
`;

/** What the pull request makes of it: null takes a file away. */
const BRANCH: Readonly<Record<string, string | null>> = {
  "posts/introducing-irmin.md": `---\ntitle: Introducing Irmin\nauthor: Thomas Gazagnair, Dave Scott\ntags: [storage, netwroking]\n---\n${BODY}`,
  "posts/irmin/there.png": "there",
  "posts/irmin/kept.tmp.png": "kept though ignored",
  "new/new/plot.png": "a folder that is new at the root",
  "posts/a-sibling.md":
    "---\ntitle: A sibling\nslug: introducing-irmin\nauthor: Nobody at All\n---\n\nBack to [it](irmin#here), [or](introducing-irmin.md#there).\n\n## Parts\n",
  "posts/2014/shop.md": "---\ntitle: The shop\npermalink: blog/store\n---\n\nWords.\n",
  "posts/2014/store.md": "---\ntitle: The store\ntags: [Storage, shop]\n---\n\nWords.\n",
  "posts/notes/day.md": "---\ntitle: A day\nauthor: Nobody at All\n---\n\n![None](none.png) and [x](../vchan.md#y).\n",
  "posts/certificates.md": "---\ntitle: Certificates\nseries: ocaml-tls\npart: 2\n---\n\nWords.\n",
  "posts/vchan.md": "# Vchan\n\n## How it works\n\nWell. [Why](#why), [or](2013/unikernels.md#how).\n\n## More\n\nMore.\n",
  "posts/2013/xen.md": null,
  "posts/2013/before.md": null,
  "posts/2014/after.md": "---\ntitle: Before\n---\n\nIt was [so](#so).\n\n## So\n\nAnd [so](#on).\n",
};

let world: World;
let said: readonly string[] = [];
let folder = "";
const checkout = (name: string) => join(folder, name);
function write(where: string, files: Readonly<Record<string, string | null>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(where, path)), { recursive: true });
    if (text === null) rmSync(join(where, path));
    else writeFileSync(join(where, path), text);
  }
}

beforeAll(async () => {
  const { ".github/presstime.yml": desk, ...files } = LIVE;
  world = await openWorld({ desk, files });
  const number = world.submits("samoht", "introducing-irmin", { files: BRANCH });
  await world.settles();
  const levels: Readonly<Record<string, string>> = { failure: "error", warning: "warning", notice: "advice" };
  said = (world.check(number, "lint")?.annotations ?? []).map(
    ({ path, startLine, startColumn, endLine, endColumn, level, title, message }) =>
      [path, `${startLine}:${startColumn ?? ""}-${endLine}:${endColumn ?? ""}`, levels[level], title, message.split("\n")[0]].join(" "),
  );

  folder = mkdtempSync(join(tmpdir(), "site-doors-"));
  const origin = checkout("origin");
  mkdirSync(origin);
  git(origin, "init");
  write(origin, LIVE);
  git(origin, "add", "-A");
  git(origin, "commit", "-m", "live");
  git(origin, "checkout", "-b", "branch");
  write(origin, BRANCH);
  git(origin, "add", "-A", "--force");
  git(origin, "commit", "-m", "branch");
  git(origin, "checkout", "main");
  git(folder, "clone", "--branch", "branch", origin, checkout("full"));
  git(folder, "clone", "--depth", "1", "--no-single-branch", "--branch", "branch", `file://${origin}`, checkout("shallow"));
  git(folder, "clone", "--depth", "1", "--branch", "branch", `file://${origin}`, checkout("single"));
  // As before the first commit of it all: the new files are known to nobody.
  git(folder, "clone", origin, checkout("untracked"));
  write(checkout("untracked"), BRANCH);
  git(checkout("untracked"), "add", "--force", "posts/irmin/kept.tmp.png");
  cpSync(checkout("full"), checkout("plain"), { recursive: true, filter: (path) => !path.endsWith("/.git") });
  for (const one of ["full", "shallow", "single", "untracked", "plain"])
    write(checkout(one), { "build/a.png": "made here", "node_modules/.keep": "" });
}, 120_000);
afterAll(async () => {
  await world.closes();
  rmSync(folder, { recursive: true });
});

async function lint(where: string, ...words: readonly string[]): Promise<readonly string[]> {
  let out = "";
  const [input = ""] = words.flatMap((word, n) => (word === "--stdin-filename" ? [words[n + 1]] : []));
  const io = {
    read: (path: string) => Promise.resolve(new Uint8Array(readFileSync(path === "-" ? join(where, input) : path))),
    out: (text: string) => void (out += text),
    err: (text: string) => void (out += text),
    ask: null,
    end: () => undefined,
  };
  const program = new Command();
  lintCommand(program, io, where, () => Promise.resolve(examinerHere()));
  await program.parseAsync(["node", "presstime", "lint", ...words, "--format", "json"]);
  return (JSON.parse(out) as readonly LintedFile[]).flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, place: { line, column, endLine, endColumn } }) => {
      // As GitHub takes them.
      const where = line === endLine ? `${line}:${column}-${endLine}:${Math.max(column, endColumn - 1)}` : `${line}:-${endLine}:`;
      return [path, where, severity, rule, message].join(" ");
    }),
  );
}

const BROUGHT = Object.keys(BRANCH).filter((path) => path.endsWith(".md") && BRANCH[path] !== null);
const ofBrought = (findings: readonly string[]) => findings.filter((one) => BROUGHT.includes(one.split(" ")[0] ?? ""));
/** Only the app knows slots. */
const withoutSlots = () => said.filter((one) => !one.includes(" links-live "));
const sorted = (findings: readonly string[]) => [...findings].sort();

describe("the check and the command, in sight of the site", () => {
  it("[LC3] say the same of missing files, anchors, by-lines, tags, addresses and series, and heed the same comments", async () => {
    expect(sorted(ofBrought(await lint(checkout("full"))))).toEqual(sorted(withoutSlots()));
    expect(said.map((one) => one.split(" ").slice(3).join(" "))).toMatchInlineSnapshot(`
     [
       "links-exist Unexpected link to \`#on\`, expected the anchor of a heading in this post",
       "unique-address Unexpected address \`blog/store\`, expected one of its own: \`posts/store.md\` has it",
       "unique-address Unexpected slug \`store\`, expected one of its own: \`posts/2014/shop.md\` has it",
       "known-tags Unexpected tag \`shop\`, expected one that the site has already",
       "unique-address Unexpected slug \`introducing-irmin\`, expected one of its own: \`posts/introducing-irmin.md\` has it",
       "known-byline Unexpected name \`Nobody\` on the by-line of a promised post, expected one of the desk's people",
       "links-exist Unexpected link to \`#there\`, expected the anchor of a heading in \`introducing-irmin\`",
       "series-links Unexpected part of \`ocaml-tls\` without a link to \`tls\`, expected one to the part before it",
       "unique-address Unexpected slug \`introducing-irmin\`, expected one of its own: \`posts/a-sibling.md\` has it",
       "known-byline Unexpected name \`Thomas Gazagnair\` on the by-line, expected one of the desk's people; did you mean \`Thomas Gazagnaire\`?",
       "known-tags Unexpected tag \`netwroking\`, expected \`networking\`, or another that the site has already",
       "links-exist Unexpected image \`posts/plot.png\`, expected a file that is in the repository",
       "links-exist Unexpected image \`img/dromedary.png\`, expected a file that is in the repository",
       "links-exist Unexpected image \`posts/build/a.png\`, expected a file that is in the repository",
       "links-exist Unexpected link to \`HELP.md\`, expected a file that is in the repository",
       "links-exist Unexpected link to \`#below\`, expected the anchor of a heading in this post",
       "links-exist Unexpected link to \`#less\`, expected the anchor of a heading in \`vchan\`",
       "links-exist Unexpected link to \`posts/2013/xen.md\`, expected a file that is in the repository",
       "links-exist Unexpected link to \`#who\`, expected the anchor of a heading in \`unikernels\`",
       "links-exist Unexpected link to \`#whole\`, expected the anchor of a heading in \`introducing-irmin\`",
       "links-live Unexpected link to \`conduit\`, which goes live after this post, expected posts that are live by then",
       "links-exist Unexpected link to \`posts/2013/before.md\`, expected a file that is in the repository",
       "links-exist Unexpected link to \`#x\`, expected the anchor of a heading in \`day\`",
       "links-exist Unexpected link to \`posts/gone.md\`, expected a file that is in the repository",
       "image-alt Unexpected image without a description, expected what it shows between \`![\` and \`]\`",
       "links-exist Unexpected image \`posts/notes/none.png\`, expected a file that is in the repository",
       "links-exist Unexpected link to \`#y\`, expected the anchor of a heading in \`vchan\`",
       "links-exist Unexpected link to \`#why\`, expected the anchor of a heading in this post",
       "links-exist Unexpected link to \`#how\`, expected the anchor of a heading in \`unikernels\`",
     ]
    `);
  });

  it("[LC4] whether one file is named or all are linted, wherever from, and from standard input", async () => {
    const full = checkout("full");
    const alone = [];
    for (const path of BROUGHT) alone.push(...(await lint(full, path)));
    expect(sorted(alone)).toEqual(sorted(withoutSlots()));
    expect(sorted(ofBrought(await lint(join(full, "posts/2014"))))).toEqual(sorted(withoutSlots()));
    const irmin = withoutSlots().filter((one) => one.startsWith("posts/introducing-irmin.md"));
    expect(sorted(await lint(join(full, "posts/2013"), "../introducing-irmin.md"))).toEqual(sorted(irmin));
    expect(sorted(await lint(full, "-", "--stdin-filename", "posts/introducing-irmin.md"))).toEqual(sorted(irmin));
  });

  it.each(["shallow", "untracked"])("[LC4] in a checkout that is %s", async (name) => {
    expect(sorted(ofBrought(await lint(checkout(name))))).toEqual(sorted(withoutSlots()));
  });

  it("[LC4] where nobody knows the default branch, or Git, every post counts as live, and then what Git ignores as there", async () => {
    // Of a live post the name of its file is what others find it by: not what its permalink calls it.
    const known = withoutSlots().map((one) => one.replace("`posts/2014/shop.md` has it", "`posts/store.md` has it"));
    expect(sorted(ofBrought(await lint(checkout("single"))))).toEqual(sorted(known));
    const but = known.filter((one) => !one.includes("build/a.png"));
    expect(sorted(ofBrought(await lint(checkout("plain"))))).toEqual(sorted(but));
  });
});
