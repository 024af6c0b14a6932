/** Takes apart by-lines that name several people in one text: each with a login where one stands beside them, and without what they are and for whom they work. */

interface Named {
  readonly name: string;
  /** GitHub's login beside the name, as `(@ann)` or in the address of a link; null when there is none. */
  readonly login: string | null;
  /** Offset of the name in the text it was taken from. */
  readonly at: number;
}

/** "The Rust and WebAssembly Working Group" signs as one. */
const GROUP = /^the\s.*\b(?:teams?|groups?|wg|project|council|community|foundation|committee|initiative|maintainers)$/i;
const MOST_NAMES = 20;
const LONGEST = 100;

/** `(@ann)`, `https://github.com/ann`; what follows a login ends it, and behind a further `/` it is a repository's owner. */
const LOGIN = /(?:github\.com\/|[\s(]@)([A-Za-z\d](?:-?[A-Za-z\d]){0,38})\/?(?=[)\]}>"',\s]|$)/i;

/** A link inside brackets whose words are no login: `([Google](https://github.com/google))` says for whom somebody works. */
const ORGANISATION = /\([^()[\]]*\[(?!@|git\s?hub\]|https?:)([^\][]*)\]\([^()]*?([^()/]*)\/?\)[^()]*\)/gi;

/** The login that an address or a text in brackets gives; null when it gives none. */
export function loginIn(text: string): string | null {
  return LOGIN.exec(text.slice(0, 300))?.[1] ?? null;
}

/** `A, B (Company) and C <c@example.org>`, in order; links, addresses, affiliations and days are left out. */
export function splitByline(text: string): readonly Named[] {
  const names: Named[] = [];
  // Blanked out in place, so that offsets stay true.
  const blank = (match: string) => " ".repeat(match.length);
  const shown = text
    .slice(0, 2_000)
    .replace(ORGANISATION, (match, words: string, last: string) => (words.trim().toLowerCase() === last.toLowerCase() && !/[A-Z]/.test(words) ? match : blank(match)));
  const plain = shown
    .replace(/\]\([^)\s]*\)|\]\[[^\]]*\]/g, blank)
    .replace(/<[^<>]*>|\([^()]*\)|\{[^{}]*\}/g, blank)
    .replace(/\s(?:on behalf of|for the)\s.*$/i, blank)
    .replace(/[*_\s](?:on|[|·•–—])\s[^,\d]{0,40}\d.*$/i, blank)
    .replace(/[[\]*]|(?<![\w])_|_(?![\w])/g, " ");
  const whole = plain.trim();
  const pieces = GROUP.test(whole) ? [{ piece: plain, at: 0, until: plain.length, joint: "" }] : people(cut(plain));
  for (const { piece, at, until } of pieces) {
    const name = piece.replace(ROLE, "").trim().replace(/^(?:by|and)\s+/i, "").replace(/[.,;:]+$/, (end) => (/\b(?:Jr|Sr|[A-Z])\.$/.test(piece.trim()) ? end : "")).replace(/\s+/g, " ").slice(0, LONGEST);
    const found = text.indexOf(name.split(" ")[0] ?? "", at);
    if (/[\p{L}\p{N}]/u.test(name)) names.push({ name, login: loginIn(shown.slice(at, until)), at: found === -1 ? at : found });
  }
  return names.slice(0, MOST_NAMES);
}

/** `Ann Lee at Google`, `Ann Lee – Engineer`: what somebody is, behind the name and no comma. */
const ROLE = /(?<=\S)\s+(?:(?:at|from|of|with)\s+(?=[\p{Lu}@])|[-–—|·•]\s).*$/u;

/** Without firms and titles: they follow a comma, and where each name has as many behind it that is what they are. */
function people(pieces: readonly Piece[]): readonly Piece[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && piece.joint.startsWith(",") && !/^and\s/i.test(piece.piece.trim())) last.push(piece);
    else groups.push([piece]);
  }
  const alike = groups.length > 1 && groups.every(({ length }) => length > 1 && length === groups[0]?.length);
  return groups.flatMap((group) => group.filter(({ piece }, n) => n === 0 || !(alike || isAffiliation(piece))));
}

interface Piece {
  /** What stands between it and the one before it. */
  readonly joint: string;
  readonly piece: string;
  readonly at: number;
  /** Where the next begins: what was left out after the name is before it. */
  readonly until: number;
}

function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let before = "";
  // A comma before "Jr." or "PhD" belongs to the name; "Sr Director" is none.
  for (const { 0: joint, index } of text.matchAll(/\s*(?:,(?!\s*(?:Jr|Sr|Ph\.?D|III?)\.?\s*(?:[,;&]|and\b|$))|;|\s&\s|\s\+\s|\sand\s(?=\s*\S)|\s\/\s)\s*/gi)) {
    pieces.push({ piece: text.slice(from, index), at: from, until: index + joint.length, joint: before });
    from = index + joint.length;
    before = joint.trim();
  }
  return [...pieces, { piece: text.slice(from), at: from, until: text.length, joint: before }];
}

const TITLE =
  /\b(?:engineer(?:ing)?|developers?|devrel|managers?|management|directors?|lead|architects?|advocates?|evangelists?|scientists?|researchers?|(?:co-?)?founders?|c[efimpst]o|s?vp|vice|presidents?|heads?|maintainers?|(?:co-?)?chairs?|professors?|students?|interns?|consultants?|analysts?|designers?|editors?|specialists?|staff|senior|sr\.?|principal|officers?|sre|contributors?|members?|fellows?|technical|technologist|administrators?|programmers?)\b/i;

const FIRM =
  /\b(?:inc|ltd|llc|gmbh|corp(?:oration)?|company|plc|labs?|laborator(?:y|ies)|technolog(?:y|ies)|software|solutions|systems|networks?|services|consulting|universit(?:y|é|ät)|institute|college|school|foundation|cloud|bank|group|ventures|studios?)\b\.?/i;

/** Names of one word that many sign with, and that are shaped like a person's. */
const KNOWN_FIRM =
  /^(?:adobe|airbnb|alibaba|amazon|amd|apple|arm|atlassian|baidu|box|bytedance|canonical|cisco|citrix|cloudflare|cockroach|confluent|coreos|couchbase|daocloud|databricks|datadog|dell|digitalocean|docker|ebay|elastic|ericsson|facebook|fastly|fujitsu|github|gitlab|goldman sachs|google|grafana|hashicorp|heptio|hitachi|huawei|intel|isovalent|jane street|jetbrains|kubermatic|linkedin|lyft|mesosphere|meta|microsoft|mirantis|mongodb|mozilla|netflix|nokia|nutanix|nvidia|openai|oracle|palantir|pinterest|pivotal|portworx|puppet|rackspace|rancher|red hat|redhat|salesforce|samsung|shopify|sony|spotify|square|stripe|sysdig|tarides|tencent|twitter|uber|vercel|vmware|weaveworks|yahoo|zalando|zte)$/i;

/** Whether what follows a name behind a comma says what its owner is, or for whom they work. */
function isAffiliation(text: string): boolean {
  const plain = text.trim().replace(/[.,;:]+$/, "");
  if (TITLE.test(plain) || FIRM.test(plain) || KNOWN_FIRM.test(plain)) return true;
  // `IBM`, `JD.com`, `@redhat`: no person signs so behind another's name.
  return /^(?:[A-Z][A-Z&]{1,6}|[\w-]+\.(?:com|org|io|net|dev))$/.test(plain) || /^(?:at|from|with|of|for)\s/i.test(plain);
}

/** A team signs too, but what an address of it names is an organisation, and no login of somebody's. */
export function isTeam(name: string): boolean {
  return /\b(?:teams?|groups?|wg|sig|project|council|community|foundation|committee|initiative|maintainers)\b/i.test(name);
}
