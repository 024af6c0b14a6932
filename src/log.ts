/** The log: one JSON line for each thing worth telling an operator, in which no secret survives. */
import { pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "./settings/settings.js";

export type { Logger };

const HIDDEN = "[hidden]";

/** What looks like a secret wherever it comes from: an error's request headers, a driver's message, a key that somebody mistyped. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|(?=")|$)/gs, HIDDEN],
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  [/\b(?:gh[pousr]_|github_pat_|v1\.(?=[0-9a-f]{40}))[A-Za-z0-9_]{20,}/g, HIDDEN],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, HIDDEN],
  // With a digit in it, so that "token installation" stays what it is.
  [/\b(bearer|token|basic) (?=[a-z.~+/=_-]*\d)[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/(\\?"(?:authorization|x-hub-signature(?:-256)?|cookie|set-cookie)\\?"\s*:\s*\\?")(?:[^"\\]|\\(?!"))+/gi, `$1${HIDDEN}`],
  // An address with a password in it: postgres://presstime:…@host/name.
  [/(:\/\/[^\s:/?#"@]{0,200}:)[^\s/?#"]{1,500}(?=@)/g, `$1${HIDDEN}`],
];

/** Shorter ones would blot out ordinary words. */
const SHORTEST_HIDDEN = 6;

/** Longer texts are cut, and lines with them: GitHub's errors can carry a delivery of 25 MB. */
const LONGEST_TEXT = 8_000;
const LONGEST_LINE = 64_000;

interface LogOptions {
  readonly level: LogLevel;
  /** Values that must never be written, however they are come by. */
  readonly secrets: readonly string[];
  /** Where the lines go; standard output when not given. */
  readonly destination?: DestinationStream;
}

/** A logger whose every line is searched for secrets as text, so that no nesting, wrapping or spelling of an error lets one through. */
export function createLog({ level, secrets, destination = standardOutput() }: LogOptions): Logger {
  const hide = hider(secrets);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: sayError, msg: cutIfText },
    },
    {
      write: (line: string) => {
        destination.write(hide(shortened(line)));
      },
    },
  );
}

/** A line that cannot be written, because the disk is full or nobody reads on, is lost; without a listener it would end the process. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true });
  output.on("error", () => undefined);
  return output;
}

/** A function that blots the given secrets, and whatever looks like one, out of a text. */
function hider(secrets: readonly string[]): (text: string) => string {
  const spellings = new Set(secrets.filter((secret) => secret.length >= SHORTEST_HIDDEN).flatMap(spellingsOf));
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
  return (text) => {
    const known = longestFirst.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    return SHAPES.reduce((rest, [shape, instead]) => rest.replace(shape, instead), known);
  };
}

/** The passwords in a database's address, as they are written there and as they are meant; none for a file. */
export function passwordsIn(databaseUrl: string): readonly string[] {
  if (!URL.canParse(databaseUrl)) return [];
  const { password, searchParams } = new URL(databaseUrl);
  // `?password=…` is an older way to write one: https://www.postgresql.org/docs/current/libpq-connect.html
  return [password, decoded(password), ...searchParams.getAll("password")].filter((one) => one !== "");
}

function spellingsOf(secret: string): string[] {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  // A string within a string of JSON within another, as when an error quotes a request whose body quotes one.
  const once = inJson(secret);
  const twice = inJson(once);
  const thrice = inJson(twice);
  return [secret, once, twice, thrice, encodeURIComponent(secret)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An error as the log shows it: what kind, what it says, where, and why. Its other fields are requests and deliveries: too long and too private. */
function sayError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return cut(String(error));
  const said = { type: error.name, message: cut(error.message), stack: cut(error.stack ?? "") };
  const code = "code" in error ? { code: error.code } : {};
  const answered = "status" in error ? { status: error.status } : {};
  if (depth >= 3) return { ...said, ...code, ...answered };
  const cause = error.cause === undefined ? {} : { cause: sayError(error.cause, depth + 1) };
  const errors = error instanceof AggregateError ? { errors: error.errors.slice(0, 10).map((one) => sayError(one, depth + 1)) } : {};
  return { ...said, ...code, ...answered, ...cause, ...errors };
}

function shortened(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const whole = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const texts = Object.entries(whole).map(([key, value]) => [key, cut(typeof value === "string" ? value : JSON.stringify(value))] as const);
  return `${JSON.stringify(Object.fromEntries(texts))}\n`;
}

function cutIfText(value: unknown): unknown {
  return typeof value === "string" ? cut(value) : value;
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length - LONGEST_TEXT} characters more)` : text;
}
