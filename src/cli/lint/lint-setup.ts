/** What posts here are linted by: the desk, and the repository's own lint configuration below it, as the app reads them. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Desk, SiteFolders, Team } from "../../desk/facts/desk.js";
import type { Finding } from "../../desk/facts/finding.js";
import { PLAIN_LINT, settingsByPath, type DeskLint, type LintSettings } from "../../desk/facts/lint-settings.js";
import type { Person } from "../../desk/facts/person.js";
import { chooseConfigs, MOST_CONFIG_BYTES, NO_CONFIG, type ConfigReading } from "../../desk/lint/config/repository-config.js";
import type { PostNames } from "../../desk/site/facts/other-post.js";
import type { Examiner } from "../../examine/examiner.js";
import { digestOfParts, type LintCache } from "./lint-cache.js";
import { DESK_FILE } from "./post-files.js";

export interface Setup extends DeskWords {
  readonly settings: (path: string) => LintSettings;
  /** Which files are posts. */
  readonly globs: readonly string[];
  /** Of the desk, as shown to people. */
  readonly deskPath: string;
  readonly deskFindings: readonly Finding[];
  /** Whether the repository's own configuration counts. */
  readonly honoured: boolean;
  /** What of the repository's own configuration is left out. */
  readonly notes: readonly string[];
}

/** What the desk tells of people, tags, promises and where the site lies. */
interface DeskWords {
  readonly people: readonly Person[];
  readonly teams?: readonly Team[];
  readonly siteFolders?: SiteFolders;
  readonly tags?: readonly string[];
  readonly promised: readonly PostNames[];
}

interface SetupFrom {
  readonly root: string;
  /** Instead of the root's own. */
  readonly desk?: string | undefined;
  readonly cache: LintCache;
  /** Started when first asked for. */
  readonly examiner: () => Promise<Pick<Examiner, "readDesk" | "readConfigs">>;
  readonly read: (path: string) => Promise<Uint8Array>;
}

/** Rejects when the desk that was named cannot be read; a broken one is told, and then nothing of it counts. */
export async function lintSetup(from: SetupFrom): Promise<Setup> {
  const { lint, globs, findings, words } = await deskHere(from);
  const config = lint.honourRepositoryConfig ? await configHere(from) : NO_CONFIG;
  return {
    ...words,
    settings: settingsByPath(lint, config.rules),
    globs,
    deskPath: from.desk ?? DESK_FILE,
    deskFindings: findings,
    honoured: lint.honourRepositoryConfig,
    notes: config.notes,
  };
}

interface DeskPart {
  readonly lint: DeskLint;
  readonly globs: readonly string[];
  readonly findings: readonly Finding[];
  readonly words: DeskWords;
}

async function deskHere({ root, desk, cache, examiner, read }: SetupFrom): Promise<DeskPart> {
  const path = desk ?? join(root, DESK_FILE);
  const there = desk !== undefined || ((await stat(path).catch(() => null))?.isFile() ?? false);
  const text = there ? new TextDecoder().decode(await read(path)) : null;
  const key = digestOfParts("desk", text === null ? "none" : `text ${text}`);
  const known = cache.find(key) as DeskPart | undefined;
  if (known) return known;
  const reading = text === null ? { desk: null, findings: [] } : await (await examiner()).readDesk(text);
  // The schema takes longer to load than a hundred cached posts to be told: so it is only where it must be.
  const globs = reading.desk?.posts ?? (await import("../../desk/config/schema.js")).deskSchema.parse({}).posts;
  const part: DeskPart = { lint: reading.desk?.lint ?? PLAIN_LINT, globs, findings: reading.findings, words: wordsOf(reading.desk) };
  cache.keep(key, part);
  return part;
}

function wordsOf(desk: Desk | null): DeskWords {
  const promised =
    desk?.campaigns.flatMap(({ posts }) =>
      posts.map(({ slug, also, series }) => ({ slug, also, ...(series !== undefined && { series }) })),
    ) ?? [];
  return {
    people: desk?.people ?? [],
    ...(desk?.teams && { teams: desk.teams }),
    ...(desk?.siteFolders && { siteFolders: desk.siteFolders }),
    promised,
    ...(desk?.lint?.tags && { tags: desk.lint.tags }),
  };
}

async function configHere({ root, cache, examiner, read }: SetupFrom): Promise<ConfigReading> {
  const inside = await readdir(root, { withFileTypes: true });
  const { read: names, notes } = chooseConfigs(inside.filter((one) => one.isFile()).map(({ name }) => name));
  if (names.length === 0) return { rules: {}, notes };
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      text: new TextDecoder().decode((await read(join(root, name))).subarray(0, MOST_CONFIG_BYTES + 1)),
    })),
  );
  const key = digestOfParts("configs", ...files.flatMap(({ name, text }) => [name, text]));
  const reading = (cache.find(key) as ConfigReading | undefined) ?? (await (await examiner()).readConfigs(files));
  if (cache.find(key) === undefined) cache.keep(key, reading);
  return { rules: reading.rules, notes: [...notes, ...reading.notes] };
}
