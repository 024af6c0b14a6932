/** What counts as a command in a comment, and what does not. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { COMMANDS } from "../../../src/desk/commands/all-commands.js";
import { peopleNamed, peopleToAskAbout } from "../../../src/desk/commands/people-named.js";
import { readCommands } from "../../../src/desk/commands/read-commands.js";
import { readSpan } from "../../../src/desk/commands/snooze.js";

const words = (body: string) => readCommands(body).map(({ word, rest }) => (rest ? `${word} ${rest}` : word));

describe("reading commands", () => {
  it.each([
    ["at the start of a line", "/hold", ["hold"]],
    ["with a reason", "/hold until the release", ["hold until the release"]],
    ["several, one on a line", "Fine.\n/hold\n/cc @ann\n", ["hold", "cc @ann"]],
    ["with Windows line endings", "Fine.\r\n/hold\r\n", ["hold"]],
    ["in capital letters", "/HOLD", ["hold"]],
    ["after up to three spaces", "   /hold", ["hold"]],
    ["with no-break spaces", "\u00a0/cc\u00a0@ann", ["cc @ann"]],
    ["after a comment that is closed", "<!-- a --> b\n/hold", ["hold"]],
    ["with a comma behind it", "/uncc, I am away", ["uncc I am away"]],
    ["with an exclamation mark", "/Unhold!", ["unhold"]],
  ])("[CM1] %s", (_, body, expected) => {
    expect(words(body)).toEqual(expected);
  });

  it.each([
    ["in the middle of a line", "please /hold"],
    ["in a fenced block", "```\n/hold\n```"],
    ["in a fenced block that is never closed", "~~~ sh\n/hold"],
    ["in a longer fence", "````\n```\n/hold\n````"],
    ["in indented code", "    /hold"],
    ["in a quote", "> /hold"],
    ["in a quoted e-mail", "On Monday Ann wrote:\n> /hold\n>> /drop"],
    ["in an HTML comment", "<!-- \n/hold\n-->"],
    ["on a line that begins with an HTML comment", "<!-- x --> /hold"],
    ["as a path", "/hold/your/horses"],
    ["as the name of a file", "/fix.md\n/hold...on"],
    ["as another bot's command", "/lgtm\n/approve\n/assign @ann\n/close"],
  ])("[CM1] not %s", (_, body) => {
    expect(words(body)).toEqual([]);
  });

  it.each([
    ["/hlep", "help"],
    ["/snoze 2d", "snooze"],
    ["/stauts", "status"],
  ])("[CM3] takes %s for a slip of the finger", (body, meant) => {
    expect(readCommands(body)).toEqual([expect.objectContaining({ name: null, meant })]);
  });

  it("[CM3] leaves words alone that are near to nothing", () => {
    expect(words("/retest\n/merge\n/foo\n/etc")).toEqual([]);
  });

  it("[CM1] never throws and never reads more than twenty, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("/", "hold", " ", "\n", "`", "~", ">", "<!--", "-->", "@", "x") }), (body) => {
        expect(readCommands(body.repeat(3)).length).toBeLessThanOrEqual(20);
      }),
    );
  });

  it.each(["/hlep", "/xyzzy"])("[CM1] reads thousands of lines `%s` no further than it must", (line) => {
    const commands = readCommands(`${`${line}\n`.repeat(10_000)}/hold`);
    expect(commands.map(({ word }) => word)).toEqual(line === "/hlep" ? Array(20).fill("hlep") : []);
    expect(readCommands(`${`${line}\n`.repeat(15)}/hold`).at(-1)?.word).toBe("hold");
  });

  it("[CM1] reads a megabyte in one pass", () => {
    expect(readCommands(`${"<!-- ``` > ".repeat(100_000)}\n/hold`)).toEqual([]);
  });

  it("[CM5] carries its help: every command has a usage that it can read itself", () => {
    for (const { name, usage } of COMMANDS) expect(readCommands(usage)[0]?.name).toBe(name);
  });
});

describe("arguments", () => {
  it.each([
    ["2d", 48],
    ["36h", 36],
    ["1w", 168],
    ["3 days", 72],
    [" 1 day ", 24],
    ["2hrs", 2],
    ["1 hour", 1],
    ["2 hours", 2],
    ["1 week", 168],
    ["for  2 d", 48],
    ["30d", 720],
  ])("[CM6] %j is %d hours", (text, hours) => {
    expect(readSpan(text)).toBe(hours);
  });

  it.each(["", "2", "d", "0d", "31d", "-1d", "2 fortnights"])("[CM6] %j is no span", (text) => {
    expect(readSpan(text)).toBeNull();
  });

  it.each([
    ["2d, I am at a conference", 48],
    ["for 1 week", 168],
  ])("[CM6] %s is %d hours, and the rest is said besides", (text, hours) => {
    expect(readSpan(text)).toBe(hours);
  });
});

describe("people among words", () => {
  const known = {
    onDesk: (word: string) => ["ann", "will"].find((login) => login === word.toLowerCase()) ?? null,
    access: (login: string) => (login === "guest" ? "write" : login === "odd" ? "unknown" : "none"),
  } as const;
  const named = (text: string) => peopleNamed(text, known);

  it.each([
    ["@ann, ben", ["ann"], []],
    ["@ANN and Will, please!", ["ann", "will"], []],
    ["(@ann); @guest.", ["ann", "guest"], []],
    ["guest", ["guest"], []],
    ["someone who knows storage, please", [], []],
    ["quelqu'un qui connaît le désann", [], []],
    ["@nobodyhere", [], ["nobodyhere"]],
    ["@odd odd-one", ["odd"], []],
    ["write to ann@example.org or see example.org/ann", [], []],
    ["\u0060@ann\u0060 **@guest**", ["ann", "guest"], []],
    ["", [], []],
  ])("[CM27] %j names %j, and these strangers: %j", (text, logins, strangers) => {
    expect(named(text)).toMatchObject({ logins, strangers });
  });

  it("[CM27] are no teams and no bots, and nobody reads more than ten", () => {
    expect(named("@mirage/core @renovate[bot] @ünal")).toMatchObject({ logins: [], nobody: ["@mirage/core", "@renovate[bot]", "@ünal"] });
    expect(named(Array.from({ length: 40 }, (_, n) => `@odd${n}`).join(" ")).strangers).toHaveLength(10);
    expect(named(`${"a".repeat(200_000)} @ann`).logins).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["@Ann and ben-b, please", ["Ann"]],
    ["@ann @ANN @ben", ["ANN", "ben"]],
    ["ann, ben cat", ["ann", "ben", "cat"]],
    ["ann ben cat dan", []],
    ["someone who knows storage", []],
    ["désolé", []],
    ["ünal ann", []],
    ["@mirage/core", []],
    ["ann-- ben_", ["ann", "ben"]],
    ["a-n-n", ["a-n-n"]],
    ["", []],
    [Array.from({ length: 12 }, (_, n) => `@p${n}`).join(" "), Array.from({ length: 10 }, (_, n) => `p${n}`)],
  ])("[CM27] are looked up on GitHub where they are written as people, or where little else is said: %j", (text, logins) => {
    expect(peopleToAskAbout(text)).toEqual(logins);
  });

  it("[CM27] are ten at most of each kind, each once", () => {
    const many = (name: (n: number) => string) => Array.from({ length: 12 }, (_, n) => name(n)).join(" ");
    const open: Parameters<typeof peopleNamed>[1] = { onDesk: () => null, access: () => "write" };
    expect(
      peopleNamed(
        many((n) => `@p${n}`),
        open,
      ).logins,
    ).toHaveLength(10);
    expect(
      peopleNamed(
        many((n) => `@org/team${n}`),
        open,
      ).nobody,
    ).toHaveLength(10);
    expect(peopleNamed("@ann @Ann", open).logins).toEqual(["Ann"]);
  });

  it("[CM27] come first, but for a please, where somebody else is meant", () => {
    expect(
      ["@ann is ill", "please, @ann is ill", "will be away", "I am away, ask @ann", "désolé, @ann"].map((text) => named(text).first),
    ).toEqual([true, true, true, false, false]);
  });
});
