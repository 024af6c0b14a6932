/** Reads a desk file: YAML to a Desk, or everything that is wrong with it at once, each with its line. */
import type { Desk } from "./desk.js";
import type { Finding } from "./finding.js";

/** `desk` is null when a finding is an error. */
export interface DeskReading {
  readonly desk: Desk | null;
  readonly findings: readonly Finding[];
}
