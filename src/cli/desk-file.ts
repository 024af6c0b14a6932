/** The desk file that a command was given: its desk, or every finding printed. */
import { readDesk } from "../desk/config/read-desk.js";
import type { Desk } from "../desk/facts/desk.js";
import { createHolidayBook } from "../examine/holiday-book.js";
import { textOf, type Console } from "./console.js";

const MOST_BYTES = 1024 * 1024;

/** Null when the desk has errors; they have then been said, as has every warning of a good one. Throws when it cannot be read at all. */
export async function deskFile(path: string, io: Console): Promise<Desk | null> {
  const { desk, findings } = readDesk(textOf(await io.read(path), MOST_BYTES), [], createHolidayBook());
  for (const { place, severity, message } of findings) io.err(`${path}:${place.line}:${place.column}: ${severity}: ${message}\n`);
  return desk;
}
