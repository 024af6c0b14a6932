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
    .summary("tell when what is due: drafts, reviews, slots, deadlines")
    .description(
      `Tells week by week what is due when. From a checkout: the slots that ${DESK_FILE} leads to, whatever was announced since; from a running Presstime: the slots as they are.`,
    )
    .option("--format <format>", FORMATS.join(", "), "text")
    .option("--campaign <name>", "one campaign; all of them when left out")
    .option("--person <login>", "the drafts, reviews and slots of one person")
    .option("--at <time>", "as if it were then, such as 2014-07-01T09:00; the desk's zone where none is named. Of a checkout only")
    .option("--url <address>", "a running Presstime's plan, such as http://localhost:3000/api/OWNER/NAME/plan.json")
    .option("--from <file>", "a plan as JSON; - for standard input")
    .addHelpText("after", "\nExit codes: 0 told, 2 when it could not be told.")
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
    throw new Error("Unexpected call, expected a plan from one place; say --url ADDRESS or --from FILE, or neither for a checkout");
  if (options.at !== undefined)
    throw new Error("Unexpected `--at` with a plan that is made already, expected it for a checkout only; leave it out");
  if (options.url !== undefined && !/^https?:\/\//i.test(options.url))
    throw new Error(`Unexpected address ${quoted(options.url)}, expected one that starts with http:// or https://`);
  const read = readPlanFile(textOf(await io.read(source), MOST_BYTES));
  const scope = read.repository ? `${read.repository.owner}/${read.repository.name}` : "";
  return { ...read, at: read.at ?? now, scope };
}

function readTime(text: string, zone: Zone): Instant {
  const when = readWhen(text, zone);
  if (when.kind === "unreadable") throw new Error(`${when.why}; say --at such as 2014-07-01T09:00`);
  return when.at;
}

function readFormat(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (!format) throw new Error(`Unexpected format ${quoted(text)}, expected ${eitherOf(FORMATS)}`);
  return format;
}

function campaignNamed(name: string, { campaigns }: Found): Found["campaigns"][number] {
  const campaign = campaigns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (campaign) return campaign;
  if (campaigns.length === 0) throw new Error("Unexpected plan without campaigns, expected at least one; promise posts in the desk file");
  throw new Error(`Unexpected campaign ${quoted(name)}, expected ${eitherOf(campaigns.map((one) => one.name))}`);
}

/** By login, name or alias; a login that only a by-line knows will do. */
function personNamed(text: string, { people, posts }: Found): string {
  const person = findPerson(people, text);
  if (person) return person.login;
  const signed = posts.flatMap(({ byline, asked }) => [...byline, ...asked.map(({ login }) => login)]);
  const login = signed.find((one) => sameLogin(one, text.replace(/^@/, "")));
  if (login === undefined) throw new Error(`Unexpected person ${quoted(text)}, expected ${somebody(people)}`);
  return login;
}

function somebody(people: readonly Person[]): string {
  return people.length === 0 ? "somebody who signs or reviews a post" : eitherOf(people.map(({ login }) => login));
}
