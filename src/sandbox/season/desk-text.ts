/** `.github/presstime.yml` of the season, in the two editions that the coordinator commits. */
import { POSTS, type PostFact } from "./facts.js";
import { CAMPAIGN, DEADLINE } from "./notes.js";
import { PEOPLE } from "./people.js";

/** Not before anything was due in 2014. */
const STARTS = "2014-07-08T09:00[Europe/London]";

/** 24 June: `plan` is what `presstime import` made of the notes, with the slugs that the posts are to keep. */
export function juneDesk(plan: string): string {
  const campaigns = plan.slice(plan.indexOf("campaigns:"));
  return `${head(["17:00"])}\n${campaigns.replace(/^( *)deadline: .*$/m, (line, indent: string) => `${line}\n${indent}starts: "${STARTS}"`)}`;
}

/** The slug that a post of the list keeps for life: its permalink of 2014, or the list's own for what came to nothing or was joined. */
export function lastingSlug(listed: string): string {
  return POSTS.find(({ listedAs, slug }) => listedAs === listed && !slug.startsWith("ocaml-tls-api"))?.slug ?? listed;
}

/**
 * 1 July: the order and the days of the team's tracking issue, each post with the one who signs it, and two posts of the list
 * put together. Noon is opened too: one slot a day would not have been enough.
 */
export function julyDesk(): string {
  const posts = [
    promise("introducing-ocaml-tls", "Overview of TLS"),
    promise("introducing-nocrypto", "TLS: nocrypto lib"),
    promise("introducing-x509", "TLS: x509 lib"),
    promise("introducing-asn1", "TLS: asn1 lib"),
    promise("ocaml-tls-api-internals-attacks-mitigation", "TLS: API, attacks and mitigations", {
      also: ["tls-api", "tls-attacks-mitigations"],
    }),
    `      - { slug: tls-mirage-integration, title: "TLS: Mirage integration", byline: [hannesm, pqwy], beats: [tls] }`,
    promise("modular-foreign-function-bindings", "Ctypes"),
    promise("update-on-vchan", "Vchan"),
    `      - { slug: conduit, title: Conduit, byline: [avsm], beats: [networking], slot: "2014-07-17T17:00[Europe/London]" }`,
    promise("introducing-irmin", "Irmin", { time: "12:00" }),
    promise("introducing-xen-minios-arm", "Minios/ARM", { day: "2014-07-18" }),
  ];
  return `${head(["12:00", "17:00"])}
campaigns:
  - name: ${CAMPAIGN}
    deadline: "${DEADLINE}"
    starts: "${STARTS}"
    posts:
${posts.join("\n")}
`;
}

function promise(
  slug: string,
  title: string,
  more: { readonly also?: readonly string[]; readonly time?: string; readonly day?: string } = {},
): string {
  const { byline, beats, plannedDay } = factOf(slug);
  const also = more.also ? `, also: [${more.also.join(", ")}]` : "";
  const slot = `${more.day ?? plannedDay ?? ""}T${more.time ?? "17:00"}[Europe/London]`;
  return `      - { slug: ${slug}, title: "${title}"${also}, byline: [${byline.join(", ")}], beats: [${beats.join(", ")}], slot: "${slot}" }`;
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
coordinators: [amirmc]
review: { approvals: 1, ask: 2 }
slots: [${slots.join(", ")}]
lead: { draft: 1, review: 0 }
reminders: { every: 5, hour: 9 }
merge: { at_slot: true }
people:
${people.join("\n")}
`;
}
