/** What `openLedger` throws: its message is all that an operator needs to read, and never holds a password. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}
