/** The port to the workers that read untrusted text: posts and desks, with limits of size, time and memory. */
import type { LintSettings } from "./desk/lint-settings.js";
import type { DeskReading } from "./desk/read-desk.js";
import type { Reading } from "./desk/snapshot.js";

export interface Examiner {
  /** Names what produced a reading, so that cached ones are known to be of this rule set: `1+remark-lint@10.0.1…`. */
  readonly edition: string;
  /** Never rejects for what the text says: over a limit is a finding. `bytes` is the blob as Git holds it; the house style counts when nothing is set. */
  readPost(path: string, bytes: Uint8Array, settings?: LintSettings): Promise<Reading>;
  readDesk(text: string): Promise<DeskReading>;
  close(): Promise<void>;
}
