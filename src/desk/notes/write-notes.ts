/** The section for the next meeting's notes: what is late, what is on the way, what is live, and who has the ball. */
import { findPerson, sameLogin, type Person } from "../facts/person.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import { sayDay, sayWhen, type Zone } from "../time/zone.js";
import { sayCount } from "../words/count.js";
import { saysNobody } from "./names.js";
import { slugOfTitle } from "./promise-slug.js";
import { readField } from "./read-field.js";
import { readList } from "./read-list.js";
import { acquaint, whose, type Acquaintances } from "./whose.js";

/**
 * Markdown in the form that `presstime import` reads: `- Title (Names): how it stands.` Dropped posts are struck out, so that they
 * are not promised again, and posts that nobody promised are told in a sentence and not in the list. Ends in a line break.
 */
export function writeNotes(posts: readonly JudgedPost[], campaign: JudgedCampaign, people: readonly Person[], zone: Zone): string {
  const order = new Map(campaign.slugs.map((slug, index) => [slug, index]));
  const ours = posts
    .filter((post) => post.campaign === campaign.name)
    .toSorted((a, b) => (order.get(a.slug) ?? order.size) - (order.get(b.slug) ?? order.size));
  const promised = ours.filter((post) => post.promised);
  const going = promised.filter(({ stage }) => stage !== "live" && stage !== "dropped");
  const unpromised = posts.filter(
    (post) =>
      !post.promised &&
      !post.translates &&
      (post.campaign === campaign.name || post.campaign === null) &&
      post.stage !== "live" &&
      post.stage !== "dropped",
  );

  const known = acquaint(people, [], new Map());
  const lines = (some: readonly JudgedPost[]) => some.map((post) => bulletFor(post, known, zone)).join("\n");
  const groups: readonly (readonly [string, string])[] = [
    ["Late:", lines(going.filter(isLate))],
    ["In progress:", lines(going.filter((post) => !isLate(post)))],
    ["Live:", lines(promised.filter(({ stage }) => stage === "live"))],
    ["Dropped:", lines(promised.filter(({ stage }) => stage === "dropped"))],
  ];
  const blocks = [
    `#### Blog posts: ${literal(campaign.name)} ####`,
    summary(campaign, zone),
    ...groups.filter(([, bullets]) => bullets !== "").flat(),
    ...(unpromised.length > 0
      ? [`Also in progress, but not in the plan: ${unpromised.map(({ title }) => literal(title)).join("; ")}.`]
      : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function summary(campaign: JudgedCampaign, zone: Zone): string {
  return `${sayCount(campaign)}. The deadline is ${sayWhen(campaign.deadline, zone)}.`;
}

function isLate(post: JudgedPost): boolean {
  return post.slot !== null && post.slot.lateness !== "on time";
}

function bulletFor(post: JudgedPost, known: Acquaintances, zone: Zone): string {
  const title = oneLine(post.title) || post.slug;
  const names = post.byline.flatMap((one) => nameFor(one, known) ?? []);
  const head = headFor(title, names, known);
  const slug = slugOfTitle(title) === post.slug ? "" : ` \`${post.slug}\``;
  if (post.stage === "dropped") return `- ~~${head}${slug}~~`;
  return `- ${head}${slug}: ${noteFor(post, known, zone)}`;
}

/** Bold where the plain form would be read as something else: a title with brackets like a byline's, or a byline not like names. */
function headFor(title: string, names: readonly string[], known: Acquaintances): string {
  const byline = names.length > 0 ? names.join("/") : "nobody yet";
  const plain = `${title} (${byline})`;
  const bullet = { line: 1, text: `${plain}: live.`, lead: null, struck: false, ticked: false, onlyLinks: false, nested: [] };
  const { listed, doubts } = readList([bullet], "posts", known, { asList: new Map(), asPost: new Map() });
  const [back, ...more] = listed;
  const asked = doubts.length > 0 || (back?.perhaps.length ?? 0) > 0;
  const same = !asked && back?.title === title && more.length === 0 && back.slug === null && back.names.join("/") === names.join("/");
  return same ? `${literal(title)} (${literal(byline)})` : `**${literal(title)}** (${literal(byline)})`;
}

/**
 * The name when it leads back to the login, else the login. What is no login stays a name, without what would part it in two; null when
 * nothing of it is left, or it says that it is nobody.
 */
function nameFor(byline: string, known: Acquaintances): string | null {
  const person = findPerson(known.people, byline);
  if (person) {
    const name = oneLine(person.name);
    const back = whose(name, known);
    const alone = readField(name, known)?.names.join("/") === name && !/[()]/u.test(name);
    return alone && back.kind === "known" && sameLogin(back.login, person.login) ? name : `@${person.login}`;
  }
  const bare = oneLine(byline.replace(/[()/,;&+]/gu, " ").replace(/\band\b/giu, " "));
  return bare === "" || saysNobody(bare) ? null : bare;
}

/** Sentences, so that no comma in them can be taken for a list of posts. */
function noteFor(post: JudgedPost, known: Acquaintances, zone: Zone): string {
  if (post.stage === "live") return post.live?.at ? `live since ${sayDay(post.live.at, zone)}.` : "live.";
  const parts: string[] = [post.stage];
  if (post.stage === "held" && post.stopped) {
    const why = literal(post.stopped.why.replace(/[.\s]+$/u, ""));
    parts.push(`Held by ${literal(nameFor(post.stopped.by, known) ?? post.stopped.by)}${why ? `: ${why}` : ""}`);
  }
  if (post.slot) {
    if (isLate(post)) parts.push(LATE[post.slot.lateness]);
    parts.push(`Its slot is ${sayDay(post.slot.at, zone)}`);
  } else parts.push("It has no slot yet");
  if (post.turn !== "nobody") {
    const who = post.waitingFor.map((one) => literal(nameFor(one, known) ?? one)).join("/");
    parts.push(who ? `Waiting for ${who}` : `Waiting for the ${WAITED_FOR[post.turn]}`);
  }
  return `${parts.join(". ")}.`;
}

const WAITED_FOR: Readonly<Record<JudgedPost["turn"], string>> = {
  byline: "writer",
  reviewer: "reviewers",
  coordinator: "coordinator",
  nobody: "nobody",
};

const LATE = {
  "on time": "On time",
  "draft late": "Its draft is late",
  "review late": "Its review is late",
  "slot missed": "It missed a slot",
  "past the deadline": "It is past the deadline",
} as const;

/** One line. Only what Markdown would take for its own is escaped, so that people can still read the notes as plain text. */
function literal(text: string): string {
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
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
