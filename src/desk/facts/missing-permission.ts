/** Permissions that the app lacks, in the words of `app.yml`: said in one way, so that it can be read back from what GitHub refused. */

/** `contents: write`, as it stands in `app.yml`. */
export function sayLackOf(permission: string): string {
  return `the app does not have the permission \`${permission}\`. Whoever runs Presstime adds it in the settings of the GitHub App; then an owner of this repository accepts it in GitHub's settings, under “Installed GitHub Apps”`;
}

function isLackOf(why: string, permission: string): boolean {
  // The first is how it was said before, and may still be remembered.
  return ["lacks", "does not have"].some((verb) => why.includes(`${verb} the permission \`${permission}\``));
}

/** What a merge may be refused for want of: until somebody grants it, people merge. */
export function lacksToMerge(why: string): boolean {
  return isLackOf(why, "contents: write") || isLackOf(why, "workflows: write");
}

/** What keeps the app from asking anybody, and is no refusal of the people. */
export function lacksToAsk(why: string): boolean {
  return isLackOf(why, "pull_requests: write");
}
