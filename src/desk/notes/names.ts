/** Names in meeting notes: which words are one, and whether "Thomas L" may be Thomas Leonard. */

const PARTICLE = "(?:de|del|della|der|den|van|von|da|di|le|la|al|el|bin|ibn|ten|ter)";
const NAME = new RegExp(
  `^(?:\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’.-]*|\\p{Lo}[\\p{Lo}\\p{M}・·]*)(?: (?:${PARTICLE}|\\p{Lu}\\.?|\\p{Lu}[\\p{L}'’.-]*|\\p{Lo}+)){0,4}$`,
  "u",
);
/** With one of these, words with capitals are a title and nobody's name. */
const IN_TITLES =
  /(?:^|[\s-])(?:a|an|the|of|for|in|on|with|to|from|how|why|what|when|your|our|my|new|part|post|posts|blog|update|updates|status|notes|news|intro|introduction|introducing|guide|overview|release|draft|review|team|roadmap|announcement|tutorial|recap|preview|faq)(?:$|[\s-])/iu;
/** "Jeremy Y." and "Dr. No" do not. */
const ENDS_SENTENCE = /\p{L}{3}\.(?:\s|$)/u;
const LOGIN = /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}$/;
const NOBODY =
  /^(?:(?:nobody|no ?one)(?: yet)?|some(?:one|body)|any(?:one|body)|t\.?b\.?[cda]\.?|unassigned|unclaimed|unowned|open|none|n\/a|(?:who|owner|author)?\?+|[-–—_…]+|(?:needs?|wants?|looking for|seeking) (?:an? )?(?:owner|author|writer|volunteer)s?|(?:owner|author|writer|volunteer)s? (?:needed|wanted)|help wanted)$/iu;

/** The parts of "Hannes/David", "Anil, Amir and Dave" or "@hannesm & @pqwy". */
export function namesIn(text: string): string[] {
  return text
    .split(/\s*[/,;&+\n]\s*|\s+(?:and|with|plus|w\/)\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function saysNobody(text: string): boolean {
  return NOBODY.test(text.trim());
}

/** Two capitals and no small letter ("TLS") is an abbreviation, and a small first letter ("draft") a word. */
export function looksLikeName(text: string): boolean {
  return isLogin(text) || (NAME.test(text) && !IN_TITLES.test(text) && !ENDS_SENTENCE.test(text));
}

/** Written as a login: `@avsm`. */
export function isLogin(text: string): boolean {
  return LOGIN.test(text);
}

/** Whether `short` may stand for `full`: the same first name with an initial, or one of its words alone. */
export function mayBe(short: string, full: string): boolean {
  const [first = "", ...rest] = wordsOfName(short);
  const [given = "", ...others] = wordsOfName(full);
  if (first === "") return false;
  if (rest.length === 0) return first === given || others.includes(first);
  return first === given && rest.every((part) => others.some((other) => other.startsWith(part)));
}

/** In small letters, without full stops. */
export function wordsOfName(name: string): string[] {
  return name
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s.]+/u)
    .filter((word) => word !== "");
}
