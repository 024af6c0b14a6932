/** A season replayed: run on a sandbox until an instant, and told as text, as JSON or as the table of docs/season.md. */
import { latest, type Instant } from "../../src/desk/time/zone.js";
import { createLog } from "../../src/log.js";
import { BEGINS, ENDS } from "../season/script.js";
import { runSeason } from "./run-season.js";
import { reportSeason, tellSeason } from "./season-report.js";
import { seasonTable } from "./season-table.js";

export type ReplayFormat = "text" | "json" | "table";

/** Runs the season until then, to its end for null, and tells it; the same each time. */
export async function replaySeason(until: Instant | null, format: ReplayFormat): Promise<string> {
  const running = await runSeason({ log: createLog({ level: "error", secrets: [] }) });
  try {
    await running.advanceTo(latest([BEGINS, until ?? ENDS]) ?? ENDS);
    if (format === "text") return await tellSeason(running);
    const report = await reportSeason(running);
    return `${format === "json" ? JSON.stringify(report, null, 2) : seasonTable(report)}\n`;
  } finally {
    await running.close();
  }
}
