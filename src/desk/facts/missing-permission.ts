/** Permissions that the app lacks, in the words of `app.yml`: said in one way, so that it can be read back from what GitHub refused. */

/** `contents: write`, as it stands in `app.yml`. */
export function sayLackOf(permission: string): string {
  return `the app lacks the permission \`${permission}\`: grant it in the App's settings, and accept it here`;
}

export function isLackOf(why: string, permission: string): boolean {
  return why.includes(`lacks the permission \`${permission}\``);
}
