/** Text that Markdown gives back as it was: what `presstime import` reads is what `presstime notes` wrote. */

/** One line. Only what Markdown would take for its own is escaped, so that people can still read the notes as plain text. */
export function literal(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_[\]<>~|]/gu, "\\$&")
      .replace(/&(?=[#\w])/gu, "\\&")
      // GFM's bare links take the backslashes that follow into the address.
      .replace(/:(?=\/\/)|(?<=\bwww)\.|(?<=[\w.+-])@/giu, "\\$&")
      .replace(/^([-+=#:]|\d+[.)])/u, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
  );
}

/** Without controls, and with single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
