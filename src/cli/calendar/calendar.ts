/** `presstime calendar`: every instant that somebody has to keep, from a checkout, a plan's JSON or a running app. */
import type { Command } from "commander";
import { systemClock, type Clock } from "../../clock.js";
import { findPerson, sameLogin, type Person } from "../../desk/facts/person.js";
import { agendaOf, type Occasion } from "../../desk/outlook/agenda.js";
import { eitherOf, quoted } from "../../desk/text/quoted.js";
import { instant, readWhen, type Instant, type Zone } from "../../desk/time/zone.js";
import { writeFeed } from "../../web/feeds/calendar-feed.js";
import { postLink } from "../../web/layout/own-links.js";
import { processConsole, textOf, type Console } from "../console.js";
import { DESK_FILE } from "../lint/post-files.js";
import { readPlanFile } from "../notes/plan-file.js";
import { sayNoSuchCampaign } from "../no-such-campaign.js";
import { sayUnreadableTime } from "../unreadable-time.js";
import { calendarJson } from "./calendar-json.js";
import { calendarText } from "./calendar-text.js";
import { planOfCheckout, type CheckoutPlan } from "./checkout-plan.js";

const FORMATS = ["text", "json", "ics"] as const;
type Format = (typeof FORMATS)[number];

const ENDS = { told: 0, failed: 2 } as const;
const MOST_BYTES = 16 * 1024 * 1024;

interface Options {
  readonly format: string;
  readonly campaign?: string;
  readonly person?: string;
  readonly at?: string;
  readonly from?: string;
  readonly url?: string;
}

export function registerCalendar(
  program: Command,
  io: Console = processConsole(),
  root: string = process.cwd(),
  clock: Pick<Clock, "now"> = systemClock,
): void {
  program
    .command("calendar")
    .summary("list what is due and when: drafts, reviews, slots, deadlines")
    .description(
      `Lists what is due, week by week. In a checkout it calculates the slots from ${DESK_FILE} alone; it does not know the slots that Presstime has announced. With --url or --from it lists the slots of a running Presstime.`,
    )
    .option("--format <format>", FORMATS.join(", "), "text")
    .option("--campaign <name>", "list this campaign only; without this option, all campaigns")
    .option("--person <login>", "list the drafts, reviews and slots of this person only")
    .option(
      "--at <time>",
      "calculate for this time instead of now, such as 2014-07-01T09:00; without a zone, the desk's zone is used. Only in a checkout",
    )
    .option("--url <address>", "the address of a running Presstime's plan, such as http://localhost:3000/api/OWNER/NAME/plan.json")
    .option("--from <file>", "a JSON file with a plan, or `-` for standard input")
    .addHelpText("after", "\nExit codes: 0 the calendar was printed, 2 it could not be printed.")
    .action(async (options: Options) => {
      try {
        io.out(await calendarOf(options, io, root, clock));
        io.end(ENDS.told);
      } catch (error) {
        io.err(`${error instanceof Error ? error.message : String(error)}\n`);
        io.end(ENDS.failed);
      }
    });
}

async function calendarOf(options: Options, io: Console, root: string, clock: Pick<Clock, "now">): Promise<string> {
  const format = readFormat(options.format);
  const found = await planOf(options, io, root, clock);
  const zone = found.zone ?? "UTC";
  const campaigns = options.campaign === undefined ? found.campaigns : [campaignNamed(options.campaign, found)];
  const person = options.person === undefined ? null : personNamed(options.person, found);
  const occasions = agendaOf(found, { campaign: options.campaign ?? null, person });
  const told = person === null ? campaigns : campaigns.filter(({ name }) => occasions.some(({ campaign }) => campaign === name));
  const nameOf = (login: string) => found.people.find((one) => sameLogin(one.login, login))?.name ?? login;
  switch (format) {
    case "text":
      return calendarText({ campaigns: told, occasions, zone, nameOf });
    case "json":
      return calendarJson(found.at, zone, told, occasions);
    case "ics": {
      const name = person === null ? campaigns.map((one) => one.name).join(", ") : nameOf(person);
      const { scope, repository } = found;
      const linkOf = ({ post }: Occasion) => (repository && post ? postLink(repository, post) : null);
      return writeFeed({ name: name || scope, scope, zone, occasions, nameOf, linkOf });
    }
  }
}

type Found = CheckoutPlan;

async function planOf(options: Options, io: Console, root: string, clock: Pick<Clock, "now">): Promise<Found> {
  const now = instant(clock.now());
  const source = options.url ?? options.from;
  if (source === undefined) return planOfCheckout(root, io, (desk) => (options.at === undefined ? now : readTime(options.at, desk.zone)));
  if (options.url !== undefined && options.from !== undefined)
    throw new Error("`--url` and `--from` do not go together. Use one of them, or neither of them in a checkout.");
  if (options.at !== undefined) throw new Error("`--at` works only in a checkout. Leave it out when you use `--url` or `--from`.");
  if (options.url !== undefined && !/^https?:\/\//i.test(options.url))
    throw new Error(`${quoted(options.url)} is not a web address. Write one that starts with http:// or https://.`);
  const read = readPlanFile(textOf(await io.read(source), MOST_BYTES));
  const scope = read.repository ? `${read.repository.owner}/${read.repository.name}` : "";
  return { ...read, at: read.at ?? now, scope };
}

function readTime(text: string, zone: Zone): Instant {
  const when = readWhen(text, zone);
  if (when.kind === "unreadable") throw new Error(sayUnreadableTime("--at", when.why, "2014-07-01T09:00"));
  return when.at;
}

function readFormat(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (!format) throw new Error(`Presstime does not know the format ${quoted(text)}. Use ${eitherOf(FORMATS)}.`);
  return format;
}

function campaignNamed(name: string, { campaigns }: Found): Found["campaigns"][number] {
  const campaign = campaigns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!campaign) throw new Error(sayNoSuchCampaign(name, campaigns));
  return campaign;
}

/** By login, name or alias; a login that only a by-line knows will do. */
function personNamed(text: string, { people, posts }: Found): string {
  const person = findPerson(people, text);
  if (person) return person.login;
  const signed = posts.flatMap(({ byline, asked }) => [...byline, ...asked.map(({ login }) => login)]);
  const login = signed.find((one) => sameLogin(one, text.replace(/^@/, "")));
  if (login === undefined) throw new Error(`The plan does not know the person ${quoted(text)}. Write ${somebody(people)}.`);
  return login;
}

function somebody(people: readonly Person[]): string {
  return people.length === 0 ? "the login of an author or of a reviewer" : eitherOf(people.map(({ login }) => login));
}
