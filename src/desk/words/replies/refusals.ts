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
      return `I know no post ${quoted(line.slug, 80)}${line.meant ? `: did you mean \`${line.meant}\`?` : "."}`;
    case "which post":
      return `\`/${line.command}\` needs to know which post. Write \`/${line.command} SLUG …\`, with one of ${listed(
        line.slugs.slice(0, 12).map((slug) => quoted(slug)),
        "or",
      )}.`;
    case "past":
      return `That slot is in the past: ${sayWhen(line.at, zone)}. Name one that is still to come.`;
    case "unreadable":
      return `\`/${line.command}\`: ${line.why}.`;
    case "which moment":
      return sayChoices(line, zone);
    case "so already":
      return sayNothingNew(line, posts.get(line.slug) ?? null);
    case "overruled":
      return `\`/${line.command}\` changes nothing here: this comment was edited, and what later comments say wins. Say it in a new comment.`;
    case "strangers":
      return sayOutOfReach({ strangers: line.logins, nobody: line.nobody }, line.command).join("\n\n");
    case "never asked":
      return `You sign ${listed(line.slugs.map((slug) => quoted(slug)))} or opened it, and are never asked to review it. To take back somebody else’s request, begin with the login: \`/uncc @octocat\`.`;
    case "dropped":
      return `${quoted(line.slug)} was dropped, and nothing is done about it. \`/unhold\` brings it back.`;
    case "no pull request":
      return `\`/${line.command}\` works only on a pull request that brings a post. Say it there.`;
    case "not tied":
      return `This pull request brings ${listed(line.brought.map((slug) => quoted(slug)))}, and does not bring ${quoted(line.slug)}: the plan names another file for one of them, a later \`/post\` wins, or that post is live already.`;
    case "approve in a review":
      return "To approve, press **Approve** in GitHub’s review (“Files changed”, then “Review changes”): I count that. A comment approves nothing.";
    case "before its post":
      return `\`${line.slug}\` is a translation of \`${line.original}\`: it goes live with that post${line.until ? `, on ${sayWhen(line.until, zone)},` : ""} or after it. \`/slot WHEN\` with a later time gives it a slot of its own.`;
    case "embargoed":
      return `${quoted(line.slug)} is under embargo and may not go out before ${sayWhen(line.until, zone)}. Name a slot from then on.`;
    case "frozen": {
      const { from, to, why, pass } = line.freeze;
      const because = why === "" ? "" : ` (${plainly(why)})`;
      const by = pass.length > 0 ? ` Only ${listed(pass, "or")} may ask for a slot within it.` : "";
      return `That slot is in the freeze from ${sayWhen(from, zone)} to ${sayWhen(to, zone)}${because}. Name one outside it.${by}`;
    }
    case "given":
      return `You ask for ${sayWhen(line.at, zone)}, which is that of ${listed(line.holders.slice(0, 5).map((slug) => quoted(slug)))}. Name a free slot.`;
    case "no slot yet":
      return `${quoted(line.slug)} had no slot yet when this was said. Name one: \`/slot 2014-07-18T13:00\`.`;
    case "live":
      return `${quoted(line.slug)} is live, and this command is for posts that are still to come.`;
    case "circle":
      return `That makes a circle: ${[...line.slugs, ...line.slugs.slice(0, 1)].map((slug) => quoted(slug)).join(" after ")}. One post must be first.`;
    case "taken":
      return `The slug ${quoted(line.slug, 80)} is a post's already. Choose one that is free.`;
    case "itself":
      return `That would be ${quoted(line.slug)} and itself. Name another post.`;
    case "not promised":
      return `\`/${line.command}\` is for posts of the plan, and not for ${quoted(line.slug)}, which nobody promised. \`/post SLUG\` says which promised post a pull request brings.`;
    case "too many amendments":
      return `Comments hold ${line.most} changes to the plan already, and no more. Write some of them into the plan file.`;
    case "cannot fix":
      return sayCannotFix(line.why);
    case "nothing to undo":
      return "There is no command of yours left here to take back.";
  }
}

/** Of a comment that was edited, the later ones have their say. */
function sayNothingNew({ slug, edited }: Extract<Refused, { readonly kind: "so already" }>, post: JudgedPost | null): string {
  if (!edited) return `${quoted(slug)}: that is so already, and nothing has changed.`;
  const now = post?.stopped ? ` ${quoted(slug)} is ${post.stage} now, by ${plainly(post.stopped.by, 60)}.` : "";
  return `${quoted(slug)}: that was so already when this comment was written first, and nothing has changed.${now} What later comments say wins: to change what is so now, say it in a new comment.`;
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
      return `Which one do you mean: ${choices}?`;
    case "today":
      return `That can be today or in a week: ${choices}?`;
    case "several slots":
      return `That day has several slots: ${choices}?`;
  }
}
