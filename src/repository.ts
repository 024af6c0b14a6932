/** Which repository: the one thing a wake says. */
export interface Repository {
  /** GitHub's id, which survives renames and transfers. */
  readonly id: number;
  /** The App's installation that reaches it. */
  readonly installation: number;
  readonly owner: string;
  readonly name: string;
}
