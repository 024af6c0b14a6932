/** A time on the command line that cannot be read: how to write it, then why this one cannot be read. */
export function sayUnreadableTime(option: string, why: string, example: string): string {
  return `Presstime cannot read the time of \`${option}\`. Write it like \`${example}\`. (${why})`;
}
