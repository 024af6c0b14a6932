/** Text with line ends as Unix writes them: GitHub's forms send CRLF, its API what it was sent. */
export function unixLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
