/** Whom GitHub does not let be assigned, as the ledger keeps it: that is no trouble, and not tried again. */

export function sayUnassignable(login: string, issue: number): string {
  return `GitHub does not let ${login} be assigned to #${issue}`;
}

export function isUnassignable(why: string | null): boolean {
  return why !== null && /^GitHub does not let \S+ be assigned to #\d+$/u.test(why);
}
