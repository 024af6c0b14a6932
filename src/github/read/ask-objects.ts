/** Git objects by name, as many at a time as GitHub can answer in time. */
import { objectsDocument } from "./documents.js";
import { askInParts } from "./in-time.js";
import { askAbout, type ReadScope } from "./scope.js";
import type { AliasesShape, ObjectShape } from "./shapes.js";

interface WantedObject {
  /** As Git has it: an id, or `commit:path`. */
  readonly name: string;
  /** Whether its text is wanted, or its id alone. */
  readonly text: boolean;
}

/** In their order; null for what is not there. */
export async function askObjects(scope: ReadScope, wanted: readonly WantedObject[]): Promise<readonly (ObjectShape | null)[]> {
  const parts = await askInParts(scope, "objects", wanted.length, wanted, async (some) => {
    const { repository } = await askAbout<AliasesShape<ObjectShape>>(
      scope,
      objectsDocument(some.map(({ text }) => text)),
      Object.fromEntries(some.map(({ name }, n) => [`object${n}`, name])),
    );
    return some.map((_, n) => repository?.[`object${n}`] ?? null);
  });
  return parts.flat();
}
