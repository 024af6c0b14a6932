/** Where the page of a rule is read; `docs/rules/` is made from the rules by `npm run docs`. */
export function rulePage(id: string): string {
  return `https://github.com/presstime/presstime/blob/main/docs/rules/${id}.md`;
}
