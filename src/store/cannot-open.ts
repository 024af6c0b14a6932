/** What `openLedger` throws: its message is all that an operator needs to read, and never holds a password. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}

/** The database is not what it was when it was opened: nothing can be stored until somebody has done what the message says. */
export class Lost extends Error {
  override readonly name = "Lost";
}

/** What a thrown value says, for the message of a `CannotOpen`. */
export function whyOf(error: unknown): string {
  // Every address of a host that has several was tried; the message of all of them together is empty.
  if (error instanceof AggregateError) return error.errors.map(whyOf).join("; ");
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
