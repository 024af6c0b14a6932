/** The section for the next meeting's notes: what is late, what is on the way, what is live, and who has the ball. */
import { findPerson, sameLogin, type Person } from "../facts/person.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import { sayDay, sayWhen, type Zone } from "../time/zone.js";
import { sayCount } from "../words/count.js";
import { literal, oneLine } from "./literal.js";
import { namesIn, saysNobody } from "./names.js";
import { slugOfTitle } from "./promise-slug.js";
import { readBullet } from "./read-bullet.js";
import { whose } from "./whose.js";

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

  const lines = (some: readonly JudgedPost[]) => some.map((post) => bulletFor(post, people, zone)).join("\n");
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

function bulletFor(post: JudgedPost, people: readonly Person[], zone: Zone): string {
  const title = oneLine(post.title) || post.slug;
  const names = post.byline.map((one) => nameFor(one, people));
  const head = headFor(title, names, people);
  const slug = slugOfTitle(title) === post.slug ? "" : ` \`${post.slug}\``;
  if (post.stage === "dropped") return `- ~~${head}${slug}~~`;
  return `- ${head}${slug}: ${noteFor(post, people, zone)}`;
}

/** Bold where the plain form would be read as something else: a title with brackets like a byline's, or a byline not like names. */
function headFor(title: string, names: readonly string[], people: readonly Person[]): string {
  const byline = names.length > 0 ? names.join("/") : "nobody yet";
  const plain = `${title} (${byline})`;
  const bullet = { line: 1, text: `${plain}: live.`, lead: null, struck: false, onlyLinks: false, nested: [] };
  const [back, ...more] = readBullet(bullet, { people, attendees: [] }, null).listed;
  const same = back?.title === title && more.length === 0 && back.slug === null && back.names.join("/") === names.join("/");
  return same ? `${literal(title)} (${literal(byline)})` : `**${literal(title)}** (${literal(byline)})`;
}

/** The name when it leads back to the login, else the login. What is no login stays a name, without what would part it in two. */
function nameFor(byline: string, people: readonly Person[]): string {
  const person = findPerson(people, byline);
  if (person) {
    const name = oneLine(person.name);
    const back = whose(name, { people, attendees: [] });
    const whole = namesIn(name)[0] === name && !/[()]/u.test(name) && !saysNobody(name);
    return whole && back.kind === "known" && sameLogin(back.login, person.login) ? name : `@${person.login}`;
  }
  const bare = oneLine(byline.replace(/[()/,;&+]/gu, " ").replace(/\band\b/giu, " "));
  return bare === "" || saysNobody(bare) ? "somebody" : bare;
}

/** Sentences, so that no comma in them can be taken for a list of posts. */
function noteFor(post: JudgedPost, people: readonly Person[], zone: Zone): string {
  if (post.stage === "live") return post.live?.at ? `live since ${sayDay(post.live.at, zone)}.` : "live.";
  const parts: string[] = [post.stage];
  if (post.stage === "held" && post.stopped) {
    const why = literal(post.stopped.why.replace(/[.\s]+$/u, ""));
    parts.push(`Held by ${literal(nameFor(post.stopped.by, people))}${why ? `: ${why}` : ""}`);
  }
  if (post.slot) {
    if (isLate(post)) parts.push(LATE[post.slot.lateness]);
    parts.push(`Its slot is ${sayDay(post.slot.at, zone)}`);
  } else parts.push("It has no slot yet");
  if (post.turn !== "nobody") {
    const who = post.waitingFor.map((one) => literal(nameFor(one, people))).join("/");
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
