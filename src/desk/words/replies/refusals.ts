/** Refusals: what is said of a command that changed nothing, and what to say instead. */
import type { Refused } from "../../commands/answer.js";
import { quoted } from "../../text/quoted.js";
import { atWallTime, sayDay, sayWhen, type Zone } from "../../time/zone.js";
import { sayCannotFix } from "../fixing.js";
import { listed } from "../phrases.js";
import { plainly } from "../plainly.js";

export function sayRefusal(line: Exclude<Refused, { readonly kind: "not yours" }>, zone: Zone): string {
  switch (line.kind) {
    case "unknown":
      return `Unexpected command ${quoted(`/${line.word}`, 40)}, expected one of mine: did you mean \`/${line.meant}\`? \`/help\` lists them all.`;
    case "no such post":
      return `Unexpected slug ${quoted(line.slug, 80)}, expected one of a post that is tracked${line.meant ? `: did you mean \`${line.meant}\`?` : "."}`;
    case "which post":
      return `\`/${line.command}\` needs to know which post: \`/${line.command} SLUG …\`, with one of ${listed(
        line.slugs.slice(0, 12).map((slug) => quoted(slug)),
        "or",
      )}.`;
    case "past":
      return `Unexpected slot in the past, ${sayWhen(line.at, zone)}, expected one to come.`;
    case "unreadable":
      return `\`/${line.command}\`: ${line.why}.`;
    case "which moment":
      return sayChoices(line, zone);
    case "embargoed":
      return `Unexpected slot within the embargo, expected one from ${sayWhen(line.until, zone)} on: ${quoted(line.slug)} may not go out before.`;
    case "frozen": {
      const { from, to, why, pass } = line.freeze;
      const because = why === "" ? "" : ` (${plainly(why)})`;
      const by = pass.length > 0 ? `, or one that ${listed(pass, "or")} asks for` : "";
      return `Unexpected slot in the freeze from ${sayWhen(from, zone)} to ${sayWhen(to, zone)}${because}, expected one outside it${by}.`;
    }
    case "given":
      return `Unexpected slot ${sayWhen(line.at, zone)}, which is that of ${listed(line.holders.slice(0, 5).map((slug) => quoted(slug)))}, expected a free one.`;
    case "no slot yet":
      return `${quoted(line.slug)} had no slot yet when this was said. Name one: \`/slot 2014-07-18T13:00\`.`;
    case "live":
      return `Unexpected command about ${quoted(line.slug)}, which is live, expected a post that is still to come.`;
    case "circle":
      return `Unexpected circle ${[...line.slugs, ...line.slugs.slice(0, 1)].map((slug) => quoted(slug)).join(" after ")}, expected an order in which one post can be first.`;
    case "taken":
      return `Unexpected slug ${quoted(line.slug, 80)}, which is a post's already, expected one that is free.`;
    case "itself":
      return `Unexpected ${quoted(line.slug)} for itself, expected the slug of another post.`;
    case "not promised":
      return `Unexpected \`/${line.command}\` for ${quoted(line.slug)}, which nobody promised, expected a post of the plan: \`/post SLUG\` says which one a pull request brings.`;
    case "too many amendments":
      return `Unexpected further change to the plan, expected at most ${line.most} in comments: write some of them into the plan file.`;
    case "cannot fix":
      return sayCannotFix(line.why);
    case "nothing to undo":
      return "There is no command of yours left here to take back.";
  }
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
