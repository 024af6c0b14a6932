/** Names in meeting notes: which words are one, and whether "Thomas L" may be Thomas Leonard. */

const PARTICLE = "(?:de|del|della|der|den|van|von|da|di|le|la|al|el|bin|ibn|ten|ter)";
const NAME = new RegExp(
  `^(?:\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’.-]*|\\p{Lo}[\\p{Lo}\\p{M}・·]*)(?: (?:${PARTICLE}|\\p{Lu}\\.?|\\p{Lu}[\\p{L}'’.-]*|\\p{Lo}+)){0,4}$`,
  "u",
);
const NOBODY = /^(?:nobody(?: yet)?|no ?one|tb[cd]|unassigned|unclaimed|open|\?+)$/iu;

/** The parts of "Hannes/David", "Anil, Amir and Dave" or "@hannesm & @pqwy". */
export function namesIn(text: string): string[] {
  return text
    .split(/\s*[/,;&+]\s*|\s+and\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function saysNobody(text: string): boolean {
  return NOBODY.test(text.trim());
}

/** Two capitals and no small letter ("TLS") is an abbreviation, and a small first letter ("draft") a word. */
export function looksLikeName(text: string): boolean {
  return NAME.test(text) || /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(text);
}

/** Whether `short` may stand for `full`: the same first name with an initial, or one of its words alone. */
export function mayBe(short: string, full: string): boolean {
  const [first = "", ...rest] = words(short);
  const [given = "", ...others] = words(full);
  if (first === "") return false;
  if (rest.length === 0) return first === given || others.includes(first);
  return first === given && rest.every((part) => others.some((other) => other.startsWith(part)));
}

function words(name: string): string[] {
  return name
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s.]+/u)
    .filter((word) => word !== "");
}
