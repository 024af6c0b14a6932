/** Refusals: what is said of a command that changed nothing, and what to say instead. */
import type { Refused } from "../../commands/answer.js";
import type { JudgedPost } from "../../judged.js";
import { quoted } from "../../text/quoted.js";
import { atWallTime, sayDay, sayWhen, type Zone } from "../../time/zone.js";
import { sayCannotFix } from "../fixing.js";
import { listed } from "../phrases.js";
import { plainly } from "../plainly.js";
import { sayOutOfReach } from "./people.js";

interface RefusalFacts {
  readonly posts: ReadonlyMap<string, JudgedPost>;
  readonly zone: Zone;
}

export function sayRefusal(line: Exclude<Refused, { readonly kind: "not yours" }>, { posts, zone }: RefusalFacts): string {
  switch (line.kind) {
    case "unknown":
      return `I do not know the command ${quoted(`/${line.word}`, 40)}. Did you mean \`/${line.meant}\`? \`/help\` lists all commands.`;
    case "no such post":
      return `There is no post ${quoted(line.slug, 80)}. ${line.meant ? `Did you mean \`${line.meant}\`?` : "The board lists the slugs of all posts."}`;
    case "which post":
      return `\`/${line.command}\` needs to know which post. Write \`/${line.command} SLUG …\`, with one of ${listed(
        line.slugs.slice(0, 12).map((slug) => quoted(slug)),
        "or",
      )}.`;
    case "past":
      return `That slot is in the past: ${sayWhen(line.at, zone)}. Write a time in the future.`;
    case "unreadable":
      return `\`/${line.command}\`: ${line.why}.`;
    case "which moment":
      return sayChoices(line, zone);
    case "so already":
      return sayNothingNew(line, posts.get(line.slug) ?? null);
    case "overruled":
      return `\`/${line.command}\` has no effect, because you added it to an older comment and later comments have priority. Write it in a new comment.`;
    case "strangers":
      return sayOutOfReach({ strangers: line.logins, nobody: line.nobody }, line.command).join("\n\n");
    case "never asked":
      return `You are an author of ${listed(line.slugs.map((slug) => quoted(slug)))} or opened its pull request, so nobody asked you to review it. To cancel the request to somebody else, write the login first: \`/uncc @octocat\`.`;
    case "dropped":
      return `${quoted(line.slug)} was dropped, so this command has no effect. \`/unhold\` brings the post back.`;
    case "no pull request":
      return `\`/${line.command}\` works only on a pull request that adds a post. Write it there.`;
    case "not tied":
      return `This pull request adds ${listed(line.brought.map((slug) => quoted(slug)))}, not ${quoted(line.slug)}. Check these: \`path\` of these posts in the plan; a later \`/post\` in this conversation; whether ${quoted(line.slug)} is live already.`;
    case "approve in a review":
      return "To approve, press **Approve** in GitHub’s review (“Files changed”, then “Review changes”): I count that. A comment approves nothing.";
    case "before its post":
      return `\`${line.slug}\` is a translation of \`${line.original}\`: it goes live with that post${line.until ? `, on ${sayWhen(line.until, zone)},` : ""} or after it. \`/slot WHEN\` with a later time gives it a slot of its own.`;
    case "embargoed":
      return `${quoted(line.slug)} is under embargo and may not go live before ${sayWhen(line.until, zone)}. Choose a slot at or after that time.`;
    case "frozen": {
      const { from, to, why, pass } = line.freeze;
      const because = why === "" ? "" : ` (${plainly(why)})`;
      const by = pass.length > 0 ? ` Only ${listed(pass, "or")} may ask for a slot in this freeze.` : "";
      return `That slot is in the freeze from ${sayWhen(from, zone)} to ${sayWhen(to, zone)}${because}. Choose a slot outside the freeze.${by}`;
    }
    case "given":
      return `${listed(line.holders.slice(0, 5).map((slug) => quoted(slug)))} already ${line.holders.length === 1 ? "has" : "have"} the slot ${sayWhen(line.at, zone)}. Choose another slot.`;
    case "no slot yet":
      return `${quoted(line.slug)} had no slot yet when you wrote this. Write a time: \`/slot 2014-07-18T13:00\`.`;
    case "live":
      return `${quoted(line.slug)} is already live. This command works only for posts that are not live yet.`;
    case "circle":
      return `${listed(line.slugs.map((slug) => quoted(slug)))} would wait for each other (${[...line.slugs, ...line.slugs.slice(0, 1)].map((slug) => quoted(slug)).join(" after ")}), so I did not change the order.`;
    case "taken":
      return `Another post already has the slug ${quoted(line.slug, 80)}. Choose another slug.`;
    case "itself":
      return `You named the same post twice (${quoted(line.slug)}). Write the slug of another post.`;
    case "not promised":
      return `\`/${line.command}\` works only for posts in the plan, and ${quoted(line.slug)} is not in the plan. If ${quoted(line.slug)} is a planned post, write \`/post SLUG\` with the slug from the plan.`;
    case "too many amendments":
      return `Comments already contain ${line.most} changes to the plan, which is the maximum. Write some of these changes into the plan file; then try again.`;
    case "cannot fix":
      return sayCannotFix(line.why, line.suggested);
    case "nothing to undo":
      return "You have no other command in this conversation that I can cancel.";
  }
}

/** Of a comment that was edited, the later ones have their say. */
function sayNothingNew({ slug, edited }: Extract<Refused, { readonly kind: "so already" }>, post: JudgedPost | null): string {
  if (!edited) return `Nothing has changed: ${quoted(slug)} already is in that state.`;
  const now = post?.stopped
    ? ` ${quoted(slug)} is ${post.stage === "held" ? "on hold" : post.stage} now, by ${plainly(post.stopped.by, 60)}.`
    : "";
  return `You edited an older comment, and ${quoted(slug)} already was in that state then, so nothing has changed.${now} To change this, write the command in a new comment.`;
}

function sayChoices({ command, slug, moment }: Extract<Refused, { readonly kind: "which moment" }>, zone: Zone): string {
  const [which, ...others] = moment.choices.map(({ day, write }) => {
    const said = `\`/${command} ${slug === null ? "" : `${slug} `}${write}\``;
    const weekday = sayDay(atWallTime(day, "12:00", zone), zone);
    return moment.why === "several slots" ? said : `${weekday} (${said})`;
  });
  const choices = listed([which ?? "", ...others.slice(0, 11)], "or");
  switch (moment.why) {
    case "next":
      return `Which day do you mean: ${choices}?`;
    case "today":
      return `Do you mean today or next week? Write ${choices}.`;
    case "several slots":
      return `That day has several slots. Write ${choices}.`;
  }
}
