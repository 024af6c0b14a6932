/** `presstime lint`: says of files here what the app says of them on a pull request, and fixes what can be fixed. START HERE. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Finding } from "../../desk/facts/finding.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";
import type { FixingExaminer } from "../../examine/examiner.js";
import { readLinterVersion } from "../../examine/linter-version.js";
import { processConsole, type Console } from "../console.js";
import { configsBelow } from "./configs-below.js";
import { NO_CACHE, openLintCache } from "./lint-cache.js";
import { lintFiles, lintInput, type PostReader } from "./lint-posts.js";
import { FORMATS, sayReport, type Format } from "./lint-report.js";
import { lintSetup, type Setup } from "./lint-setup.js";
import { openSite } from "./lint-site.js";
import { DESK_FILE, filesBelow, postNameOf, postsBelow, repositoryRoot, type PostFile } from "./post-files.js";

/** As linters end: all well, something to mend, or used wrongly. */
const LINT_ENDS = { well: 0, findings: 1, failed: 2 } as const;

interface Options {
  readonly format: string;
  readonly fix?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: string;
  readonly desk?: string;
  readonly stdinFilename: string;
  readonly cache: boolean;
}

/** What reads texts: the workers, unless a test brings its own. */
type StartExaminer = () => Promise<FixingExaminer>;

const startWorkers: StartExaminer = async () =>
  (await import("../../examine/pool.js")).createExaminer({ threads: Math.max(1, Math.min(8, availableParallelism())), young: 24 });

export function lintCommand(
  program: Command,
  io: Console = processConsole(),
  from: string = process.cwd(),
  start: StartExaminer = startWorkers,
): void {
  program
    .command("lint")
    .summary("check posts as the app does")
    .description(
      `Checks posts with the same rules as the app. The rules come from ${DESK_FILE} and from the repository's own lint configuration. ` +
        "If you name no files, it checks all files that match `posts` in the desk file.",
    )
    .argument("[files...]", "Markdown files, folders or globs, or `-` for standard input")
    .option("--fix", "fix what can be fixed, in the files, and report the rest")
    .option("--format <format>", FORMATS.join(", "), "stylish")
    .option("--quiet", "report errors only")
    .option("--max-warnings <count>", "return exit code 1 if there are more warnings than this")
    .option("--desk <file>", `use this desk file instead of ${DESK_FILE}`)
    .option("--stdin-filename <path>", "treat standard input as a file with this path, relative to the current folder", "post.md")
    .option("--no-cache", "check all files again; do not read or write the cache")
    .addHelpText("after", "\nExit codes: 0 no errors, 1 errors or too many warnings, 2 used wrongly, so that nothing was checked.")
    .action(async (files: readonly string[], options: Options) => {
      const lazy = whenNeeded(start);
      try {
        io.end(await lint(files, options, io, from, lazy));
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(LINT_ENDS.failed);
      } finally {
        await lazy.close();
      }
    });
}

interface Workers {
  readonly get: StartExaminer;
  readonly close: () => Promise<void>;
}

/** A run that finds everything in the cache starts no worker. */
function whenNeeded(start: StartExaminer): Workers {
  let started: Promise<FixingExaminer> | null = null;
  return {
    get: () => (started ??= start()),
    close: async () => {
      const closing = started;
      started = null;
      await (await closing)?.close();
    },
  };
}

async function lint(
  files: readonly string[],
  options: Options,
  io: Console,
  from: string,
  { get: examiner, close }: Workers,
): Promise<number> {
  const format = readFormat(options.format);
  const most = readCount(options.maxWarnings);
  const root = await repositoryRoot(from);
  const cache = options.cache ? await openLintCache(root, readLinterVersion(), Date.now()) : NO_CACHE;
  const desk = options.desk === undefined ? undefined : resolve(from, options.desk);
  const setup = await lintSetup({ root, desk, cache, examiner, read: (path) => io.read(path) });
  const reader: PostReader = { io, settings: setup.settings, cache, examiner };
  const fix = options.fix ?? false;
  const piped = files.includes("-");
  const named = piped ? [] : await chosen(files, setup, root, from);
  const site = openSite(root, setup, reader, files.length === 0 ? named : null);
  const examined = piped
    ? [await lintInput(reader, files, postNameOf(root, resolve(from, options.stdinFilename)), fix)]
    : await lintFiles(reader, named, fix);
  const posts = await site.judge(examined);
  // What the workers hold makes room for the report.
  await close();
  await cache.save();

  const all = [...(setup.deskFindings.length > 0 ? [{ path: setup.deskPath, findings: setup.deskFindings }] : []), ...posts];
  const shown = options.quiet ? all.map(({ path, findings }) => ({ path, findings: findings.filter(isError) })) : all;
  const notes = options.quiet
    ? []
    : [
        ...setup.notes,
        ...(setup.honoured
          ? configsBelow(
              root,
              posts.map(({ path }) => path),
            )
          : []),
      ];
  const report = sayReport({ linted: shown, notes }, format, io.colours ?? false);
  // What was fixed goes where the output of a filter goes.
  if (piped && fix) io.err(report);
  else io.out(report);
  const findings = all.flatMap((one) => one.findings);
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  // What the end is for must be said, though the warnings themselves are not.
  if (warnings > most)
    io.err(
      `There ${warnings === 1 ? "is 1 warning" : `are ${warnings} warnings`}${options.quiet ? ", which --quiet does not show" : ""}; --max-warnings allows ${most}.\n`,
    );
  return findings.some(isError) || warnings > most ? LINT_ENDS.findings : LINT_ENDS.well;
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

async function chosen(files: readonly string[], { globs, deskFindings }: Setup, root: string, from: string): Promise<readonly PostFile[]> {
  if (files.length > 0) return filesBelow(root, files, from);
  const posts = await postsBelow(root, globs);
  if (posts.length === 0 && !deskFindings.some(isError))
    throw new Error(`No file here matches ${globs.join(" or ")}. Name files, or change \`posts\` in ${DESK_FILE}.`);
  return posts;
}

function readFormat(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (!format) throw new Error(`Presstime does not know the format ${quoted(text)}. Use ${eitherOf(FORMATS)}.`);
  return format;
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`\`--max-warnings\` needs a whole number, 0 or more, and ${quoted(text)} is not one.`);
  return Number(text);
}
