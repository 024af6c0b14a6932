/** `.github/presstime.yml` of the season, in the three editions that the coordinator commits. */
import { POSTS, type PostFact } from "./facts.js";
import { CAMPAIGN, DEADLINE } from "./notes.js";
import { PEOPLE } from "./people.js";

/** Not before anything was due in 2014. */
const STARTS = "2014-07-08T09:00[Europe/London]";

/** What 2.0 was announced in: its deadline is behind that of the season. */
const RELEASE = "Mirage 2.0";

/** Working days before the deadline. */
const RESERVE = 2;

/** The first days that anybody wrote down for posts which moved later; of the others only the last ones are known. */
const FIRST_DAYS: ReadonlyMap<string, string> = new Map([
  ["introducing-xen-minios-arm", "2014-07-18T17:00[Europe/London]"],
  ["introducing-irmin", DEADLINE],
]);

/** 24 June: `plan` is what `presstime import` made of the notes, with the slugs that the posts are to keep. */
export function juneDesk(plan: string): string {
  const campaigns = plan.slice(plan.indexOf("campaigns:"));
  const timed = campaigns.replace(
    /^( *)deadline: .*$/m,
    (line, indent: string) => `${line}\n${indent}starts: "${STARTS}"\n${indent}buffer: ${RESERVE}`,
  );
  const dated = timed.replace(/^( *)- slug: (\S+)$/gm, (line, indent: string, slug: string) => {
    const first = FIRST_DAYS.get(slug);
    return first === undefined ? line : `${line}\n${indent}  slot: "${first}"`;
  });
  return `${head(["17:00"])}\n${dated}`;
}

/** The slug that a post of the list keeps: its permalink of 2014, or the list's own for what came to nothing or was put together. */
export function lastingSlug(listed: string): string {
  return POSTS.find(({ listedAs, slug }) => listedAs === listed && !slug.startsWith("ocaml-tls-api"))?.slug ?? listed;
}

/**
 * 1 July: the order and the days of the team's tracking issue, each post with the one who signs it. Noon is opened too: one slot a
 * day would not have been enough. What was put together and what was dropped is said on the board, and stays in the file.
 */
export function julyDesk(): string {
  return withPosts([...julyPosts(), promise("introducing-irmin", "Irmin"), promise("introducing-xen-minios-arm", "Minios/ARM")]);
}

/** 21 July: a slot is kept for the announcement of 2.0, of which there is no text yet. Its last instant is the talk's day. */
export function placeholderDesk(): string {
  return `${julyDesk()}  - name: ${RELEASE}
    deadline: "2014-07-24T09:00[America/Los_Angeles]"
    posts:
${promise("announcing-mirage-20-release", "Mirage 2.0")}
`;
}

function julyPosts(): readonly string[] {
  return [
    promise("introducing-ocaml-tls", "Overview of TLS"),
    promise("introducing-nocrypto", "TLS: nocrypto lib"),
    promise("introducing-x509", "TLS: x509 lib"),
    promise("introducing-asn1", "TLS: asn1 lib"),
    written("tls-api", "TLS: API", ["pqwy", "hannesm"], ["tls", "security"], "2014-07-14T17:00[Europe/London]"),
    written("tls-attacks-mitigations", "TLS: attacks and mitigations", ["hannesm", "pqwy"], ["tls", "security"], null),
    written("tls-mirage-integration", "TLS: Mirage integration", ["hannesm", "pqwy"], ["tls"], null),
    promise("modular-foreign-function-bindings", "Ctypes"),
    promise("update-on-vchan", "Vchan"),
    written("conduit", "Conduit", ["avsm"], ["networking"], "2014-07-17T17:00[Europe/London]"),
  ];
}

function withPosts(posts: readonly string[]): string {
  return `${head(["12:00", "17:00"])}
campaigns:
  - name: ${CAMPAIGN}
    deadline: "${DEADLINE}"
    starts: "${STARTS}"
    buffer: ${RESERVE}
    posts:
${posts.join("\n")}
`;
}

/** Of a post that came to be: signed as in 2014, on the first day that is known. */
function promise(slug: string, title: string): string {
  const { byline, beats, plannedDay } = factOf(slug);
  return written(slug, title, byline, beats, FIRST_DAYS.get(slug) ?? `${plannedDay ?? ""}T17:00[Europe/London]`);
}

function written(slug: string, title: string, byline: readonly string[], beats: readonly string[], slot: string | null): string {
  const when = slot === null ? "" : `, slot: "${slot}"`;
  return `      - { slug: ${slug}, title: "${title}", byline: [${byline.join(", ")}], beats: [${beats.join(", ")}]${when} }`;
}

function factOf(slug: string): PostFact {
  const found = POSTS.find((post) => post.slug === slug);
  if (!found) throw new Error(`Unexpected slug ${slug}, expected one of the season's`);
  return found;
}

function head(times: readonly string[]): string {
  const people = PEOPLE.map(({ login, name, aliases, zone, beats, capacity }) => {
    const fields = [
      `login: ${login}`,
      `name: ${name}`,
      ...(aliases.length > 0 ? [`aliases: [${aliases.join(", ")}]`] : []),
      ...(zone === "Europe/London" ? [] : [`zone: ${zone}`]),
      ...(beats.length > 0 ? [`beats: [${beats.map((beat) => (beat === "*" ? `"*"` : beat)).join(", ")}]`] : []),
      `capacity: ${capacity}`,
    ];
    return `  - { ${fields.join(", ")} }`;
  });
  const slots = ["Mon", "Tue", "Wed", "Thu", "Fri"].flatMap((day) => times.map((time) => `${day} ${time}`));
  return `zone: Europe/London
posts: ["posts/*.md"]
coordinators: [amirmc, avsm]
review: { approvals: 1, ask: 2 }
slots: [${slots.join(", ")}]
lead: { draft: 1, review: 0 }
reminders: { every: 5, hour: 9 }
merge: { at_slot: true }
people:
${people.join("\n")}
`;
}
