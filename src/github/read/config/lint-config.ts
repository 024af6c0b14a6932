/** The repository's own lint configuration, from the default branch: which files there are came with the overview, each is read once. */
import { askObjects } from "../ask-objects.js";
import type { Desk } from "../../../desk/facts/desk.js";
import { chooseConfigs, NO_CONFIG, type ConfigFile, type ConfigReading } from "../../../desk/lint/config/repository-config.js";
import type { Overview } from "../overview.js";
import { blobText } from "../posts/blob-text.js";
import { LINT_CONFIG } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** Costs a request when one of the files is another than before, and none otherwise. */
export async function lintConfig(
  scope: ReadScope,
  { repository: { root } }: Pick<Overview, "repository">,
  desk: Desk,
): Promise<ConfigReading> {
  if (desk.lint?.honourRepositoryConfig === false || root?.__typename !== "Tree") return NO_CONFIG;
  const blobs = new Map((root.entries ?? []).flatMap(({ type, name, oid }) => (type === "blob" ? [[name, oid] as const] : [])));
  const { read, notes } = chooseConfigs(blobs.keys());
  if (read.length === 0) return { rules: {}, notes };
  const key = [scope.examiner.linterVersion, ...read.map((name) => `${name}:${blobs.get(name) ?? ""}`)].join(",");
  const known = (await scope.cache.find(LINT_CONFIG, [key])).get(key);
  const reading = known ?? (await readBlobs(scope, read, blobs));
  if (!known) await scope.cache.keep(LINT_CONFIG, new Map([[key, reading]]));
  return { rules: reading.rules, notes: [...notes, ...reading.notes] };
}

async function readBlobs(scope: ReadScope, names: readonly string[], blobs: ReadonlyMap<string, string>): Promise<ConfigReading> {
  const objects = await askObjects(
    scope,
    names.map((name) => ({ name: blobs.get(name) ?? "", text: true })),
  );
  const files: ConfigFile[] = [];
  const notes: string[] = [];
  for (const [n, name] of names.entries()) {
    const object = objects[n];
    const text = object?.__typename === "Blob" ? blobText(object) : null;
    if (text === null) notes.push(`Presstime ignores \`${name}\`, because the file is too long or is not UTF-8 text.`);
    else files.push({ name, text });
  }
  const { rules, notes: more } = await scope.examiner.readConfigs(files);
  return { rules, notes: [...notes, ...more] };
}
