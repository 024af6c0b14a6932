/** `presstime lint`: says of files here what the app says of them on a pull request. */
import type { Command } from "commander";
import { createExaminer } from "../examine/pool.js";
import type { Examiner } from "../examiner.js";
import { processConsole, type Console } from "./console.js";
import { DESK_FILE, filesBelow, postFiles, type Folder } from "./post-files.js";
import { FORMATS, sayReport, type Format, type Linted } from "./lint-report.js";

/** As linters end: all well, something to mend, or used wrongly. */
export const LINT_ENDS = { well: 0, findings: 1, failed: 2 } as const;

interface Options {
  readonly format: string;
  readonly maxWarnings?: string;
}

export function lintCommand(program: Command, io: Console = processConsole(), root: string = process.cwd()): void {
  program
    .command("lint")
    .summary("check posts as the app does")
    .description(`Checks posts exactly as the app does. Without files, those that the globs of ${DESK_FILE} call posts.`)
    .argument("[files...]", "Markdown files, or folders of them")
    .option("--format <format>", FORMATS.join(" or "), "stylish")
    .option("--max-warnings <count>", "end with 1 when there are more warnings than this")
    .addHelpText("after", "\nExit codes: 0 all well, 1 errors or too many warnings, 2 nothing could be checked.")
    .action(async (files: readonly string[], options: Options) => {
      const examiner = createExaminer();
      try {
        io.end(await lint(files, options, io, root, examiner));
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(LINT_ENDS.failed);
      } finally {
        await examiner.close();
      }
    });
}

async function lint(files: readonly string[], options: Options, io: Console, root: string, examiner: Examiner): Promise<number> {
  const format = readFormat(options.format);
  const most = readCount(options.maxWarnings);
  const { paths, findings } = await chosen({ root, examiner, read: (path) => io.read(path) }, files);
  const deskLinted: Linted[] = findings.length > 0 ? [{ path: DESK_FILE, findings }] : [];
  const posts = await Promise.all(
    paths.map(async ({ path, name }): Promise<Linted> => ({
      path: name,
      findings: (await examiner.readPost(name, await io.read(path))).findings,
    })),
  );
  const linted = [...deskLinted, ...posts];
  io.out(sayReport(linted, format));
  const count = (severity: string) => linted.flatMap((one) => one.findings).filter((finding) => finding.severity === severity).length;
  return count("error") > 0 || count("warning") > most ? LINT_ENDS.findings : LINT_ENDS.well;
}

async function chosen(folder: Folder, files: readonly string[]) {
  if (files.length > 0) return { paths: await filesBelow(folder.root, files), findings: [] };
  const { paths, findings, globs } = await postFiles(folder);
  if (paths.length === 0 && !findings.some(({ severity }) => severity === "error"))
    throw new Error(
      `Unexpected folder without posts, expected files that match ${globs.join(" or ")}; name files, or set \`posts\` in ${DESK_FILE}`,
    );
  return { paths, findings };
}

function readFormat(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (!format) throw new Error(`Unexpected format \`${text}\`, expected ${FORMATS.join(" or ")}`);
  return format;
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`Unexpected \`${text}\` after --max-warnings, expected a number from 0`);
  return Number(text);
}
