/** The walls: who may import what, and why. Each reason ends with what to do instead. Between rooms they are made of `rooms.ts`. */
import type { IForbiddenRuleType, IRegularForbiddenRuleType } from "dependency-cruiser";
import { ROOMS, type Room } from "./rooms.js";

interface Wall {
  readonly name: string;
  readonly why: string;
  readonly from: IRegularForbiddenRuleType["from"];
  readonly to: IRegularForbiddenRuleType["to"];
}

/** Libraries that the desk may use: all of them give the same answer to the same question, for ever. */
const PURE_LIBRARIES = [
  "zod",
  "yaml",
  "smol-toml",
  "strip-json-comments",
  "date-fns",
  "@date-fns/tz",
  "picomatch",
  "fastest-levenshtein",
  "unified",
  "vfile",
  "vfile-[a-z-]+",
  "satteri",
  "(?:remark|mdast|unist|micromark|unified|retext)-[a-z-]+",
  "(?:@types/nlcst|parse-english)",
  "franc-min",
  "(?:@types/)?(?:mdast|unist|picomatch)",
];

/** All of our own code that is not tests or benches. */
const OURS = "^(?:src|sandbox|scripts)/";

/** A library, and the only parts that may know that it is the one we use. */
function only(libraries: string, parts: string, why: string): Wall {
  return {
    name: `only ${parts.replace(/[\^$\\]/g, "")} uses ${libraries}`,
    why,
    from: { path: OURS, pathNot: parts },
    to: { path: `node_modules/(?:${libraries})/` },
  };
}

/** One room, and all of ours that it may import. */
function room([folder, { holds, knows }]: readonly [string, Room]): Wall {
  const own = `^${folder}/[^/]+$`;
  const allowed = Object.keys(knows).map((one) => (one.endsWith(".ts") ? `^${one.replaceAll(".", "\\.")}$` : `^${one}/[^/]+$`));
  return {
    name: `${folder} knows only those on its list`,
    why: `It holds ${holds}. Move what both need down, what joins them up; or add the arrow to test/architecture/rooms.ts with its reason.`,
    from: { path: own },
    to: { path: OURS, pathNot: [own, ...allowed] },
  };
}

export const WALLS: readonly Wall[] = [
  {
    name: "no cycles, types included",
    why: "Files that need each other cannot be read, or moved, one at a time. Move what both need down into a file of its own.",
    from: { path: OURS },
    to: { circular: true },
  },
  {
    name: "the desk judges and does not act",
    why: "A plan must follow from its snapshot alone, or a dry run lies and a replay differs. Read the fact in the shell and put it into the snapshot, or return what is to be done as an effect.",
    from: { path: "^src/desk/" },
    to: { path: ".", pathNot: ["^src/desk/", "^(?:node:)?crypto$", ...PURE_LIBRARIES.map((one) => `(?:^|node_modules/)${one}(?:/|$)`)] },
  },
  ...Object.entries(ROOMS).map(room),
  {
    name: "only the command and the replay know index.ts",
    why: "The wiring is on top: what it wires gets what it needs passed in.",
    from: { path: OURS, pathNot: "^(?:src/cli|sandbox/replay)/" },
    to: { path: "^src/index\\.ts$" },
  },
  {
    name: "the product does not know its tests",
    why: "What is published has no tests beside it. Move what both need into src/ or sandbox/.",
    from: { path: "^(?:src|sandbox)/" },
    to: { path: "^(?:test|bench|docs|scripts|\\.\\.)/" },
  },
  {
    name: "the product uses what it declares",
    why: "`npm ci --omit=dev` must be enough to run it. Declare the package under dependencies, and say why in the commit.",
    // Compiles the workers when they are run from source, in tests and benches; it is no part of dist/.
    from: { path: "^(?:src|sandbox)/", pathNot: "^src/examine/source-loader\\.mjs$" },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-optional"], dependencyTypesNot: ["type-only"] },
  },
  only(
    "probot|@octokit/(?!graphql-schema)[a-z-]+",
    "^(?:src/(?:github|server)|scripts/record)/",
    "GitHub's shapes end at the adapter. Translate them there.",
  ),
  only("kysely|pg|libsql", "^src/store/", "Two databases hide behind one port. Add to the ledger what you need of it."),
  only("hono|@hono/node-server", "^(?:src/(?:web|server)|sandbox)/", "Only what answers requests knows how requests are answered."),
  only("piscina", "^src/examine/", "Untrusted text is read in one kind of worker, with one set of limits. Use the Examiner."),
  only(
    "ical-generator",
    "^src/web/feeds/calendar-feed\\.ts$",
    "What feeds hold is the agenda's to say; only one file knows how iCalendar writes it.",
  ),
  only("commander", "^src/cli/", "Options are read once, at the door."),
  only("pino", "^src/log\\.ts$", "Every log line passes the one place that hides secrets. Use createLog, or take a Logger."),
];

/** As dependency-cruiser takes them. */
export const FORBIDDEN: IForbiddenRuleType[] = WALLS.map(({ name, why, from, to }) => ({
  name,
  comment: why,
  severity: "error",
  from,
  to,
}));
