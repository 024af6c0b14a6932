/** The port to the workers that read untrusted text: posts and desks, with limits of size, time and memory. */
import type { DeskReading } from "../desk/config/read-desk.js";
import type { SiteFile } from "../desk/dates/read-site-config.js";
import type { HolidayDays } from "../desk/facts/holidays.js";
import type { LintSettings } from "../desk/facts/lint-settings.js";
import type { SiteConfig } from "../desk/facts/site-config.js";
import type { Reading } from "../desk/facts/snapshot.js";
import type { ConfigFile, ConfigReading } from "../desk/lint/config/repository-config.js";
import type { FixedPost } from "./fix-post.js";

export interface Examiner {
  /** Names what produced a reading, so that cached ones are known to be of this rule set: `1+remark-lint@10.0.1…`. */
  readonly linterVersion: string;
  /** Never rejects for what the text says: over a limit is a finding. `bytes` is the blob as Git holds it; the house style counts when nothing is set. */
  readPost(path: string, bytes: Uint8Array, settings?: LintSettings): Promise<Reading>;
  readDesk(text: string): Promise<DeskReading>;
  /** What the repository's own lint configuration says; files in the order of `chooseConfigs`. */
  readConfigs(files: readonly ConfigFile[]): Promise<ConfigReading>;
  /** What the configuration of the site in that folder says; nothing when it takes too long. */
  readSite(folder: string, files: readonly SiteFile[]): Promise<readonly SiteConfig[]>;
  /** The holidays of countries and regions by their codes; none at all when it takes too long. */
  readHolidays(codes: readonly string[], years: readonly number[]): Promise<HolidayDays>;
  close(): Promise<void>;
}

/** Whoever has the files themselves may have them fixed. */
export interface FixingExaminer extends Examiner {
  /** As `readPost`, of the text after its fixes: what nobody could fix in time stays as it was. */
  fixPost(path: string, bytes: Uint8Array, settings?: LintSettings): Promise<FixedPost>;
}
