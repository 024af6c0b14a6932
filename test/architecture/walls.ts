/** The walls between the parts: who may import what, and why. Each comment ends with what to do instead. */
import type { IForbiddenRuleType, IRegularForbiddenRuleType } from "dependency-cruiser";

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
  "(?:remark|mdast|unist|micromark|unified|retext)-[a-z-]+",
  "(?:@types/nlcst|parse-english)",
  "(?:@types/)?(?:mdast|unist|picomatch)",
];

const CHAPTERS = "(posts|campaign|consistency|lint|publication|reviewers|schedule|site|reminders|words)";

/** A library, and the only parts that may know that it is the one we use. */
function only(libraries: string, parts: string, why: string): Wall {
  return {
    name: `only ${parts.replace(/[\^$\\]/g, "")} uses ${libraries}`,
    why,
    from: { path: "^src/", pathNot: parts },
    to: { path: `node_modules/(?:${libraries})/` },
  };
}

/** A part of the shell, and all that it may import of our own. */
function part(name: string, mayUse: readonly string[], why: string): Wall {
  return {
    name: `src/${name} knows only its own neighbours`,
    why,
    from: { path: `^src/${name}/` },
    to: { path: "^src/", pathNot: [`^src/${name}/`, ...mayUse.map((one) => `^src/${one}`)] },
  };
}

export const WALLS: readonly Wall[] = [
  {
    name: "no cycles, types included",
    why: "Files that need each other cannot be read, or moved, one at a time. Move what both need down into a file of its own.",
    from: { path: "^src/" },
    to: { circular: true },
  },
  {
    name: "the desk judges and does not act",
    why: "A plan must follow from its snapshot alone, or a dry run lies and a replay differs. Read the fact in the shell and put it into the snapshot, or make the deed an effect.",
    from: { path: "^src/desk/" },
    to: { path: ".", pathNot: ["^src/desk/", "^(?:node:)?crypto$", ...PURE_LIBRARIES.map((one) => `(?:^|node_modules/)${one}(?:/|$)`)] },
  },
  {
    name: "chapters do not know each other",
    why: "Each can then be read and changed alone. What two chapters need goes down into src/desk/; what joins them goes up into what the plan is made of.",
    from: { path: `^src/desk/${CHAPTERS}/` },
    to: { path: "^src/desk/[^/]+/", pathNot: "^src/desk/$1/" },
  },
  {
    name: "chapters do not know the plan",
    why: "The plan is made of chapters. Pass them what they need of it.",
    from: { path: `^src/desk/${CHAPTERS}/` },
    to: { path: "^src/desk/plan\\.ts$" },
  },
  part(
    "github",
    ["desk/", "clock\\.ts$", "examiner\\.ts$", "log\\.ts$", "repository\\.ts$", "store/ledger\\.ts$"],
    "The adapter knows GitHub and the desk's types, and the ledger by its port, for caches. What else it needs, index.ts passes in.",
  ),
  part(
    "store",
    ["desk/[^/]+\\.ts$", "repository\\.ts$"],
    "The ledger keeps what it is given. What it should know is passed in by those who keep things in it.",
  ),
  part(
    "server",
    ["desk/(?:person|press|zone)\\.ts$", "clock\\.ts$", "log\\.ts$", "repository\\.ts$", "settings\\.ts$", "store/ledger\\.ts$"],
    "A request is verified, written down and answered; nothing else happens in it. Do the rest in a reconcile.",
  ),
  part(
    "web",
    ["desk/", "clock\\.ts$", "repository\\.ts$", "view\\.ts$", "store/ledger\\.ts$"],
    "Pages show what the ledger holds, so that showing one asks GitHub nothing. Put what they need into the view.",
  ),
  part("examine", ["desk/", "examiner\\.ts$"], "Workers read untrusted text: they hold no secret and reach nothing. Pass them the text."),
  part(
    "sandbox",
    ["desk/(?:zone|person)\\.ts$", "clock\\.ts$", "web/"],
    "The sandbox stands in for GitHub: were it to share code with the adapter, the two would agree on mistakes. It may borrow the look of our pages.",
  ),
  {
    name: "only cli knows the sandbox",
    why: "Code that knows it is tested tests nothing. Give the product a port, and let the sandbox be behind it.",
    from: { path: "^src/", pathNot: "^src/(?:cli|sandbox)/" },
    to: { path: "^src/sandbox/" },
  },
  {
    name: "only cli knows index.ts",
    why: "The wiring is on top: what it wires gets what it needs passed in.",
    from: { path: "^src/", pathNot: "^src/cli/" },
    to: { path: "^src/index\\.ts$" },
  },
  {
    name: "nothing knows cli",
    why: "A command is a way in, not a part. Move what others need out of it.",
    from: { path: "^src/", pathNot: "^src/cli/" },
    to: { path: "^src/cli/" },
  },
  {
    name: "the product does not know its tests",
    why: "What is published has no tests beside it. Move what both need into src/.",
    from: { path: "^src/" },
    to: { path: "^(?:test|bench|docs|\\.\\.)/" },
  },
  {
    name: "the product uses what it declares",
    why: "`npm ci --omit=dev` must be enough to run it. Declare the package under dependencies, and say why in the commit.",
    // Compiles the workers when they are run from source, in tests and benches; it is no part of dist/.
    from: { path: "^src/", pathNot: "^src/examine/source-loader\\.mjs$" },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-optional"], dependencyTypesNot: ["type-only"] },
  },
  only("probot|@octokit/(?!graphql-schema)[a-z-]+", "^src/(?:github|server)/", "GitHub's shapes end at the adapter. Translate them there."),
  only("kysely|pg|libsql", "^src/store/", "Two databases hide behind one port. Add to the ledger what you need of it."),
  only("hono|@hono/node-server", "^src/(?:web|server|sandbox)/", "Only what answers requests knows how requests are answered."),
  only("piscina", "^src/examine/", "Untrusted text is read in one kind of worker, with one set of limits. Use the Examiner."),
  only(
    "ical-generator",
    "^src/web/calendar-feed\\.ts$",
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
