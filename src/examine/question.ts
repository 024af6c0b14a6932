/** What the pool asks its workers, and what they say while they work. */
import type { MessagePort } from "node:worker_threads";
import type { SiteFile } from "../desk/dates/read-site-config.js";
import type { LintSettings } from "../desk/facts/lint-settings.js";
import type { Reading } from "../desk/facts/snapshot.js";
import type { ConfigFile } from "../desk/lint/config/repository-config.js";

export type WorkerQuestion =
  | {
      readonly kind: "post" | "fix";
      readonly path: string;
      /** At most the beginning of the file. */ readonly bytes: Uint8Array;
      readonly size: number;
      readonly settings: LintSettings;
    }
  | { readonly kind: "desk"; readonly text: string }
  | { readonly kind: "configs"; readonly files: readonly ConfigFile[] }
  | { readonly kind: "site"; readonly folder: string; readonly files: readonly SiteFile[] }
  | { readonly kind: "holidays"; readonly codes: readonly string[]; readonly years: readonly number[] };

export interface Order {
  readonly question: WorkerQuestion;
  readonly news: MessagePort;
}

/** `begun` comes when everything is loaded and the work itself starts: only then does its time run; again with each round of fixes. */
export type WorkerNews = { readonly kind: "begun" } | { readonly kind: "early"; readonly reading: Reading };
