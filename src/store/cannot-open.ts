/** What `openLedger` throws: its message is all that an operator needs to read, and never holds a password. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}

/** What a thrown value says, for the message of a `CannotOpen`. */
export function whyOf(error: unknown): string {
  // Every address of a host that has several was tried; the message of all of them together is empty.
  if (error instanceof AggregateError) return error.errors.map(whyOf).join("; ");
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
