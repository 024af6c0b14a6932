/**
 * The rooms of the house: what each folder holds, and whom its files may know, each with the reason. `walls.ts` makes walls of it.
 *
 * What two rooms need goes down into a room below both; what joins them goes up. A key is a folder, for the files that lie right in it,
 * or one file: a port, or the one thing that is needed of a room. A new arrow belongs here with its reason, or the code elsewhere.
 */

export interface Room {
  /** One line: what a newcomer finds in it. */
  readonly holds: string;
  readonly knows: Readonly<Record<string, string>>;
  /** The file to read first; it says START HERE. */
  readonly start?: string;
  /** Why it has more files than others: they are all of one shape. */
  readonly long?: string;
}

const FACTS = "what is known of posts, pull requests and people";
const FINDINGS = "findings and their places";
const TIME = "instants, days and zones";
const TEXT = "foreign words inside ours";
const MEANT = "the word that a mistyped one is nearest to, and foreign words inside ours";
const CLOCK = "the shell's clock, given to it";
const LOG = "what an operator reads";
const WHICH = "which repository";
const NEWS = "what is so though reads do not show it yet";
const LEDGER = "the ledger, by its port";
const SLIPS = "slips, as they show";

/** What judges. `src/desk` itself is the spine: plan, dossier, judge, judged, stage and effect, in the order in which it runs. */
const DESK: Readonly<Record<string, Room>> = {
  "src/desk": {
    start: "plan.ts",
    holds: "the spine: a snapshot becomes dossiers, these are judged, and a plan comes of it",
    knows: {
      "src/desk/calendar": "whose days a slot is worked back in",
      "src/desk/commands": "what people decided, folded from their comments",
      "src/desk/comments": "the part that somebody has in a post",
      "src/desk/dates": "when what is said of a post's dates changes",
      "src/desk/facts": FACTS,
      "src/desk/going-live": "whether a post may go live, and what was done already",
      "src/desk/outlook": "how a campaign stands against its deadline",
      "src/desk/reviews": "what reviews amount to, and who is to be asked",
      "src/desk/schedule": "slots, and what is late",
      "src/desk/time": TIME,
      "src/desk/tracking": "which pull request brings which post, and the slots that were announced",
      "src/desk/wanted": "what is wanted of GitHub",
      "src/desk/words": "what is missing, and conflicts, in sentences",
    },
  },
  "src/desk/facts": {
    holds: "what is known: the snapshot, the desk's settings, people, posts, findings; and what follows from one of them alone",
    knows: { "src/desk/time": TIME },
    long: "each file is one kind of fact, or one plain question to it",
  },
  "src/desk/time": { holds: "instants, days and zones, and reading times as people write them", knows: {} },
  "src/desk/text": { holds: "grouping, quoting and nearest words: what knows nothing of posts", knows: {} },
  "src/desk/calendar": {
    holds: "working days, days off, freezes, each person's diary, and the slots of the desk's calendar",
    knows: { "src/desk/facts": "the desk's calendar, holidays and people", "src/desk/time": TIME },
  },
  "src/desk/config": {
    start: "read-desk.ts",
    holds: "reading the desk file `.github/presstime.yml`: its schema, its shape, and the desk that it makes",
    knows: {
      "src/desk/config/rules": "what must be true of the parts taken together",
      "src/desk/config/yaml": "the file as it was written, with its places",
      "src/desk/facts": "the desk that comes of it",
      "src/desk/text": MEANT,
      "src/desk/time": TIME,
    },
  },
  "src/desk/config/rules": {
    holds: "one check a file of what a good desk file must fulfil beyond its shape",
    knows: {
      "src/desk/calendar": "the slots that a calendar leaves",
      "src/desk/config/yaml": "what was written where",
      "src/desk/facts": "holidays, rules that there are, findings",
      "src/desk/text": MEANT,
      "src/desk/time": TIME,
    },
  },
  "src/desk/config/yaml": {
    holds: "the desk file as YAML: its limits, its raw values and where each stands",
    knows: { "src/desk/facts": FINDINGS, "src/desk/text": TEXT, "src/desk/time": TIME },
  },
  "src/desk/posts": {
    start: "read-post.ts",
    holds: "reading a post: title, byline, dates, slug, series, and which files are posts",
    knows: {
      "src/desk/facts": "the post that comes of it",
      "src/desk/posts/front-matter": "its fields, whatever form they are written in",
      "src/desk/time": TIME,
    },
  },
  "src/desk/posts/front-matter": {
    holds: "front matter as YAML, as TOML or before a body marker: fields with their places",
    knows: { "src/desk/facts": FINDINGS, "src/desk/text": "the page of a rule" },
  },
  "src/desk/lint": {
    start: "lint-post.ts",
    holds: "linting one post: the house style, which of its rules are in force (settings by path: `facts/lint-settings.ts`)",
    knows: {
      "src/desk/facts": "findings, settings, and where a post leads",
      "src/desk/lint/prose": "rules about English",
      "src/desk/lint/rule-kinds": "what a rule is",
      "src/desk/lint/rules": "the rules themselves",
      "src/desk/lint/tree": "the post's Markdown as rules see it",
    },
  },
  "src/desk/lint/rules": {
    holds: "one rule a file; the comment on top is its page and its tests",
    knows: {
      "src/desk/facts": FINDINGS,
      "src/desk/lint/rule-kinds": "what it is made with",
      "src/desk/lint/tree": "what it is shown of a post",
      "src/desk/text": "whether a word is a typo of another",
    },
    long: "each file is one rule",
  },
  "src/desk/lint/prose": {
    holds: "rules about English prose: spelling, wording, articles, repeated words",
    knows: { "src/desk/lint/rule-kinds": "what they are made with", "src/desk/lint/tree": "what they are shown of a post" },
  },
  "src/desk/lint/rule-kinds": {
    holds: "how a rule is made: of our own, borrowed from remark-lint, or of the reader's complaints",
    knows: { "src/desk/facts": FINDINGS, "src/desk/lint/tree": "what a rule is shown of a post", "src/desk/text": "the page of a rule" },
  },
  "src/desk/lint/tree": {
    holds: "a post's source and tree as rules see it, the walk over it, and comments that silence rules",
    knows: { "src/desk/facts": "places, links and anchors", "src/desk/posts": "its front matter, read once for all rules" },
  },
  "src/desk/lint/limits": {
    start: "limits.ts",
    holds: "what is never parsed: sizes, nesting, encodings; and how many findings are shown",
    knows: { "src/desk/facts": FINDINGS, "src/desk/text": "the page of the limits" },
  },
  "src/desk/lint/config": {
    holds: "the repository's own `.remarkrc` and `.markdownlint` files, read as data",
    knows: {
      "src/desk/config/yaml": "what a file may weigh before anything parses it",
      "src/desk/facts": "settings of rules",
      "src/desk/lint": "which rules there are",
      "src/desk/text": TEXT,
    },
  },
  "src/desk/site": {
    start: "site-findings.ts",
    holds: "linting a post in sight of its site, on a pull request and in a checkout; and when each post is published",
    knows: {
      "src/desk": "dossiers, for posts that are still to come",
      "src/desk/facts": FACTS,
      "src/desk/site/facts": "what rules are told of the site",
      "src/desk/site/rules": "the rules",
      "src/desk/text": "the page of a rule",
      "src/desk/time": TIME,
    },
  },
  "src/desk/site/facts": {
    holds: "what rules are told of a site: other posts, and where links and paths lead",
    knows: { "src/desk/facts": "outlines of posts, links and places", "src/desk/time": TIME },
  },
  "src/desk/site/rules": {
    holds: "one rule a file of those that look beyond the post",
    knows: {
      "src/desk/facts": "findings, links, series and people",
      "src/desk/site/facts": "what they are told of the site",
      "src/desk/text": MEANT,
    },
  },
  "src/desk/comments": {
    start: "spoken-words.ts",
    holds: "which lines of a comment are said to the app, how their words are written, and who may say what",
    knows: { "src/desk/facts": "people of the desk" },
  },
  "src/desk/commands": {
    start: "fold-commands.ts",
    holds:
      "the commands, one a file: grammar, who may, what it does, help (`command-rule.ts`); and all that was said, folded into decisions and answers",
    knows: {
      "src/desk/calendar": "the slots of a day that somebody names",
      "src/desk/comments": "what was said, and whether the speaker may",
      "src/desk/facts": FACTS,
      "src/desk/text": MEANT,
      "src/desk/time": "times as people write them",
      "src/desk/tracking": "the plan as it was amended, and what each conversation is about",
    },
    long: "each command is a file",
  },
  "src/desk/tracking": {
    start: "tie-pull-requests.ts",
    holds: "which pull request brings which post, the plan as people amended it, announced slots and slips",
    knows: {
      "src/desk": "judged posts, whose slips it tells",
      "src/desk/comments": "`/post`, and who may say it",
      "src/desk/facts": FACTS,
      "src/desk/text": "grouping",
      "src/desk/time": TIME,
    },
  },
  "src/desk/reviews": {
    start: "review-post.ts",
    holds: "what reviews amount to, who is asked and why, and whose request is taken back",
    knows: {
      "src/desk": "dossiers, and the form in which the asked are told",
      "src/desk/calendar": "whether somebody works tomorrow",
      "src/desk/facts": "people, their absences, and reviews",
      "src/desk/time": TIME,
    },
  },
  "src/desk/schedule": {
    start: "assign-slots.ts",
    holds: "who gets which slot and why, \u201cdraft by\u201d and \u201creview by\u201d, lateness, and what makes a campaign late",
    knows: {
      "src/desk": "the words for being late",
      "src/desk/calendar": "slots, and the days that people work",
      "src/desk/facts": "the desk's calendar, campaigns and lead times",
      "src/desk/reviews": "posts with what their reviews amount to",
      "src/desk/schedule/solve": "the best way to place them",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
    },
  },
  "src/desk/schedule/solve": {
    start: "place-best.ts",
    holds: "the search behind it: placing posts at the least cost, and proving that it is the least",
    knows: {
      "src/desk/calendar": "which slots there are",
      "src/desk/facts": "the order of the plan, and who signs what",
      "src/desk/time": TIME,
    },
    long: "one search: its problem, its costs and its steps, which are of no use apart",
  },
  "src/desk/outlook": {
    start: "conflicts.ts",
    holds: "a campaign before its deadline: conflicts and their remedies, the buffer, what lies ahead, the agenda",
    knows: {
      "src/desk": "judged posts and campaigns",
      "src/desk/calendar": "slots and closed days to come",
      "src/desk/facts": "campaigns, freezes and people",
      "src/desk/schedule": "how late all would be, and what makes them so",
      "src/desk/time": TIME,
    },
  },
  "src/desk/dates": {
    start: "date-check.ts",
    holds: "whether the day, flags and address that a post states fit its slot, and how they are fixed",
    knows: {
      "src/desk": "dossiers and their slots; edits",
      "src/desk/facts": "what the post states, and the pull request that brings it",
      "src/desk/time": TIME,
    },
  },
  "src/desk/fixes": {
    start: "fix-request.ts",
    holds: "fixes as edits: suggestions, \u201cFix all\u201d and `/fix`, and who asked for them",
    knows: {
      "src/desk": "edits, and whose posts a pull request brings",
      "src/desk/commands": "`/fix` among the commands that wait for an answer",
      "src/desk/comments": "who may ask for fixes",
      "src/desk/facts": "fixes of a text, and the pull request that brings it",
      "src/desk/lint": "which fixes of one text go together",
    },
  },
  "src/desk/going-live": {
    start: "clearances.ts",
    holds:
      "what happens at the slot: whether a post may go, alone or with its set, whose move it is when not, and what was done or refused already",
    knows: {
      "src/desk": "dossiers, effects that were done already, what may be missing",
      "src/desk/calendar": "freezes, and who may pass them",
      "src/desk/commands": "the words that ended a hold",
      "src/desk/dates": "dates that would hide the post",
      "src/desk/facts": FACTS,
      "src/desk/reviews": "posts with what their reviews amount to",
      "src/desk/site": "errors in sight of the site",
      "src/desk/time": TIME,
    },
  },
  "src/desk/reminders": {
    start: "owed-reminders.ts",
    holds: "what is owed by whom, the pace at which they are reminded, and their mornings",
    knows: { "src/desk/calendar": "the days that people work", "src/desk/facts": "who they are", "src/desk/time": TIME },
  },
  "src/desk/notes": {
    long: "the steps from a page to promises, one a file: a room for some of them would know all the others",
    start: "import-notes.ts",
    holds: "meeting notes in and out: the list of promises, and the section for the next meeting",
    knows: {
      "src/desk": "judged posts, for the next meeting",
      "src/desk/facts": "who people are",
      "src/desk/time": TIME,
      "src/desk/words": "how many are live, as everywhere",
    },
  },
  "src/desk/wanted": {
    long: "a kind of effect a file",
    start: "effects.ts",
    holds: "the effects wanted of GitHub: notices, checks, labels, requests, reminders, replies, commits, merges",
    knows: {
      "src/desk": "what was judged, and effects",
      "src/desk/calendar": "days off, and working days before a date",
      "src/desk/commands": "answers that are owed, their marks, and dry runs",
      "src/desk/dates": "dates to be set or suggested",
      "src/desk/facts": FACTS,
      "src/desk/fixes": "fixes to be suggested or committed",
      "src/desk/going-live": "what goes live, and what coordinators are told of it",
      "src/desk/reminders": "what is owed",
      "src/desk/reviews": "whom to ask",
      "src/desk/site": "findings in sight of the site",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
      "src/desk/tracking": "announced slots, and pull requests that carry a notice",
      "src/desk/words": "what is said",
      "src/desk/words/checks": "what checks say",
      "src/desk/words/replies": "what replies say",
    },
  },
  "src/desk/words": {
    long: "a comment, or a part of one, a file, and the phrases that all of them share",
    holds: "every word that people read in comments: notices, boards, reminders, commit messages",
    knows: {
      "src/desk": "what was judged",
      "src/desk/facts": "findings, fixes, and pull requests",
      "src/desk/fixes": "suggestions, and the button",
      "src/desk/outlook": "conflicts, remedies and occasions",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
      "src/desk/tracking": SLIPS,
    },
  },
  "src/desk/words/checks": {
    holds: "what each check says",
    knows: {
      "src/desk": "verdicts as checks hold them",
      "src/desk/dates": "what does not fit the slot",
      "src/desk/facts": "findings, fixes, and which lines were changed",
      "src/desk/text": "grouping, and foreign words inside ours",
      "src/desk/time": TIME,
      "src/desk/words": "phrases that are said elsewhere too",
    },
  },
  "src/desk/words/replies": {
    holds: "what is answered to each command, and each refusal",
    knows: {
      "src/desk": "stages, and posts as they were judged",
      "src/desk/commands": "how each command was taken, and all of them for `/help`",
      "src/desk/comments": "who may",
      "src/desk/facts/person.ts": "logins, in whatever case they are written",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
      "src/desk/words": "phrases that are said elsewhere too",
    },
  },
};

/** What reads, remembers, acts and shows. `src` itself holds the wiring, the loop, and the clock, the log, the view and the repository that all may be given. */
const SHELL: Readonly<Record<string, Room>> = {
  src: {
    start: "index.ts",
    holds: "the wiring and the loop: which webhook wakes whom, one look at a repository; the clock, the log and the view",
    knows: {
      "src/desk": "the plan and its effects",
      "src/desk/facts": FACTS,
      "src/desk/fixes/remembered-clicks.ts": "clicks on buttons, whose people are asked about",
      "src/desk/lint": "the house style, for anyone's remark",
      "src/desk/time": TIME,
      "src/desk/words": "what was done, in words for the log of happenings",
      "src/examine": "the workers",
      "src/github": "the adapter",
      "src/queue": "the wake queue and the sweep",
      "src/server": "the server",
      "src/settings": "what an operator set",
      "src/store": "the ledger",
      "src/web": "the pages",
    },
  },
  "src/settings": {
    start: "settings.ts",
    holds: "what an operator may set: the variables, and reading them",
    knows: {},
  },
  "src/queue": {
    start: "work-queue.ts",
    holds: "the wake queue at work: what is looked at when, cooling down after failures and limits, the sweep, lost deliveries",
    knows: {
      "src/clock.ts": CLOCK,
      "src/desk/time": TIME,
      "src/github/forge.ts": "GitHub, by its port",
      "src/log.ts": LOG,
      "src/repository.ts": WHICH,
      "src/store/ledger.ts": LEDGER,
    },
  },
  "src/examine": {
    start: "examine-post.ts",
    holds: "reading untrusted texts in workers that can be stopped: limits, the pool, the linter's version",
    knows: {
      "src/desk/config": "desk files",
      "src/desk/dates": "the site's own configuration",
      "src/desk/facts": "readings, findings, settings and holidays",
      "src/desk/fixes": "fixes of a text",
      "src/desk/lint": "the linter",
      "src/desk/lint/config": "the repository's own configuration",
      "src/desk/lint/limits": "limits that need no parser",
      "src/desk/lint/prose": "the dictionary",
      "src/desk/posts": "posts",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
    },
  },
  "src/github": {
    start: "forge.ts",
    holds: "the adapter to GitHub behind its port: the client, marks, and what each failed request means, limits and 429 too",
    long: "what reading and applying share: the client, its limits, its failures and its marks",
    knows: {
      "src/news.ts": NEWS,
      "src/clock.ts": CLOCK,
      "src/desk": "effects",
      "src/desk/facts": "snapshots",
      "src/desk/fixes/remembered-clicks.ts": "clicks on buttons, whose people are asked about",
      "src/desk/time": TIME,
      "src/examine/examiner.ts": "the workers, by their port",
      "src/github/apply": "bringing effects about",
      "src/github/read": "reading facts",
      "src/log.ts": LOG,
      "src/repository.ts": WHICH,
      "src/store/ledger.ts": "the ledger, by its port, for caches",
    },
  },
  "src/github/apply": {
    start: "apply-effects.ts",
    holds: "bringing effects about, one kind a file; what may have been done before a crash is looked up first",
    knows: {
      "src/github/read/known": "what people had said when it was read",
      "src/news.ts": NEWS,
      "src/desk": "effects",
      "src/desk/facts": "how a missing permission is told",
      "src/desk/fixes": "edits of a text",
      "src/desk/time": TIME,
      "src/github": "the client, marks and failures",
      "src/github/read": "what the last reading found, and documents for looking up what may have been done",
      "src/github/read/posts": "the bytes of a file",
      "src/github/read/translate": "line ends as we write them",
      "src/repository.ts": WHICH,
    },
    long: "a kind of effect a file, and the few that all of them share",
  },
  "src/github/read": {
    start: "read-facts.ts",
    holds: "reading a repository: the overview in one request, and then only what it leaves open",
    long: "what a look asks, and how, is known to all the rooms below",
    knows: {
      "src/github/read/known": "what is so though a reading does not show it, and whether it is older than another",
      "src/news.ts": NEWS,
      "src/desk/effect.ts": "edits that are foreseen",
      "src/desk/config": "desk files that were read",
      "src/desk/facts": "snapshots",
      "src/desk/fixes/remembered-clicks.ts": "clicks on buttons, whose people are asked about",
      "src/desk/lint/config": "configuration that was read",
      "src/desk/posts": "which files are posts",
      "src/desk/time": TIME,
      "src/examine/examiner.ts": "the workers, by their port",
      "src/github": "the client and failures",
      "src/github/read/config": "the desk in force",
      "src/github/read/covered": "what reviews cover, and whose commits there are",
      "src/github/read/posts": "texts",
      "src/github/read/pulls": "files and remarks of pull requests",
      "src/github/read/standing": "who may write here",
      "src/github/read/translate": "GitHub's shapes to ours",
      "src/repository.ts": WHICH,
      "src/store/ledger.ts": "the ledger, by its port, for caches",
    },
  },
  "src/github/read/config": {
    holds: "the desk in force, desks that pull requests propose, configuration of lint and of sites, holidays",
    knows: {
      "src/desk/calendar": "which holidays matter",
      "src/desk/config": "desk files that were read",
      "src/desk/dates": "which files are a site's own configuration",
      "src/desk/facts": "the desk",
      "src/desk/lint/config": "which files are configuration",
      "src/desk/posts": "in which folders sites lie",
      "src/desk/time": TIME,
      "src/github/read": "the overview, changed files, the cache and the scope of a reading",
      "src/github/read/posts": "the text of a file",
      "src/github/read/standing": "whether whoever changed the desk file may write here",
    },
  },
  "src/github/read/covered": {
    start: "covered-in.ts",
    holds: "what reviews cover of a pull request, and whose commits it is made of: heads compared, pushes, what the app would set",
    knows: {
      "src/desk/facts": "reviews and commits",
      "src/desk/fixes": "edits of a text",
      "src/desk/time": TIME,
      "src/github/read": "the cache and the scope of a reading",
      "src/github/read/posts": "which text stands where, and what it says",
    },
  },
  "src/github/read/known": {
    start: "with-news.ts",
    holds: "a reading together with what is so though it does not show it: news, and what an earlier one saw",
    knows: {
      "src/desk/facts": "whether two logins are one",
      "src/desk/text": "news by its thread",
      "src/desk/time": TIME,
      "src/github": "what a reading does not show",
      "src/github/read": "GraphQL's shapes, the overview and the cache",
      "src/github/read/translate": "line ends as we compare them",
      "src/news.ts": NEWS,
    },
  },
  "src/github/read/posts": {
    holds: "the texts of posts, which of them are published, and which paths are there",
    knows: {
      "src/desk/facts": "posts and paths",
      "src/desk/posts": "which files are posts",
      "src/desk/site/facts": "which files and posts a link can mean",
      "src/desk/time": TIME,
      "src/github/read": "the overview, changed files, the cache and the scope of a reading",
    },
  },
  "src/github/read/pulls": {
    holds: "pull requests beyond the overview: their files, ended ones, older remarks, since when a head is",
    knows: {
      "src/news.ts": NEWS,
      "src/desk/facts": "changed lines, campaigns",
      "src/desk/time": TIME,
      "src/github/read": "the cache and the scope of a reading",
    },
  },
  "src/github/read/standing": {
    start: "ask-access.ts",
    holds: "who may write here, of those whose word depends on it: asked once a person and day",
    knows: {
      "src/desk/commands": "which comments hold commands, and whom they name",
      "src/desk/facts": "people, reviews and comments, and whose word depends on what",
      "src/desk/fixes": "clicks on buttons",
      "src/desk/time": TIME,
      "src/github": "failures",
      "src/github/read": "the cache and the scope of a reading",
    },
  },
  "src/github/read/translate": {
    holds: "GraphQL's shapes to the snapshot's",
    knows: {
      "src/desk/comments": "which lines of a description are neither code nor quotes",
      "src/desk/facts": "the snapshot",
      "src/desk/time": TIME,
      "src/github": "marks",
      "src/github/read": "GraphQL's shapes",
      "src/github/read/posts": "texts that were found",
    },
  },
  "src/store": {
    start: "ledger.ts",
    holds: "the ledger behind its port: wakes, deliveries, effects begun and ended, announcements, news, caches; SQLite and PostgreSQL",
    long: "a table a file, and the few that all of them share",
    knows: {
      "src/news.ts": NEWS,
      "src/desk/facts/snapshot.ts": "what is remembered of effects and announcements",
      "src/desk/fixes/remembered-clicks.ts": "a click, kept with its delivery",
      "src/desk/time": TIME,
      "src/repository.ts": WHICH,
      "src/store/migrations": "the tables through time",
    },
  },
  "src/store/migrations": { holds: "the tables through time, one step a file", knows: { "src/store/address.ts": "which database it is" } },
  "src/server": {
    start: "webhook-endpoint.ts",
    holds: "the HTTP server: deliveries verified, written down and answered; health; an end that loses nothing",
    knows: {
      "src/server/told": "what a delivery alone tells, or tells first",
      "src/news.ts": NEWS,
      "src/clock.ts": CLOCK,
      "src/desk/facts/person.ts": "whether two logins are one",
      "src/desk/fixes/remembered-clicks.ts": "a click, which GitHub tells but once",
      "src/desk/time": TIME,
      "src/log.ts": LOG,
      "src/repository.ts": WHICH,
      "src/settings": "what an operator set",
      "src/store/ledger.ts": LEDGER,
    },
  },
  "src/server/told": {
    holds: "what a delivery alone tells, or tells before reads show it, one kind a file",
    knows: {
      "src/desk/facts/ledger-key.ts": "by what the ledger knows a check that is asked for anew",
      "src/desk/fixes/remembered-clicks.ts": "a click, which GitHub tells but once",
      "src/news.ts": NEWS,
      "src/server": "a delivery's body",
      "src/store/ledger.ts": LEDGER,
    },
  },
  "src/web": {
    start: "web-pages.ts",
    holds: "the coordinator's pages: which address shows what, and one post's page",
    knows: {
      "src/clock.ts": CLOCK,
      "src/desk": "posts as they were judged",
      "src/desk/facts": "who people are",
      "src/desk/time": TIME,
      "src/desk/tracking": SLIPS,
      "src/desk/words": "how slips are said",
      "src/repository.ts": WHICH,
      "src/store/ledger.ts": LEDGER,
      "src/view.ts": "what the last look found",
      "src/web/feeds": "feeds",
      "src/web/layout": "what all pages look like",
      "src/web/layout/style": "their style",
      "src/web/season": "the season's page",
    },
  },
  "src/web/season": {
    start: "season-page.ts",
    holds: "the season's page: next moves, campaigns, their strip of days, the table of posts",
    knows: {
      "src/desk": "posts and campaigns as they were judged",
      "src/desk/facts": "findings about the desk file",
      "src/desk/time": TIME,
      "src/desk/tracking": SLIPS,
      "src/desk/words": "what lies ahead, in words",
      "src/store/ledger.ts": "happenings",
      "src/view.ts": "what the last look found",
      "src/web": "names of people, and how posts are said",
      "src/web/feeds": "which feeds there are",
      "src/web/layout": "what all pages look like",
    },
  },
  "src/web/feeds": {
    holds: "calendar feeds for campaigns and people",
    knows: {
      "src/desk/facts": "who people are",
      "src/desk/outlook": "the agenda",
      "src/desk/time": TIME,
      "src/desk/words": "occasions in words",
      "src/view.ts": "what the last look found",
      "src/web": "names of people",
      "src/web/layout": "plain text and links",
    },
  },
  "src/web/layout": {
    holds: "what all pages share, the sandbox's too: the layout, markup, Markdown of others, times, headers, the clock bar",
    knows: { "src/desk": "where a post can be read", "src/desk/facts": "repositories, for addresses", "src/desk/time": TIME },
  },
  "src/web/layout/style": { holds: "the style sheet that all pages share", knows: {} },
  "src/cli": {
    start: "presstime.ts",
    holds: "the command `presstime`: a file or a room for each command, and what a command may do to the world",
    knows: {
      "sandbox/entry.ts": "the season, by the sandbox's one door",
      src: "the app and its log",
      "src/cli/calendar": "`presstime calendar`",
      "src/cli/lint": "`presstime lint`",
      "src/cli/notes": "`presstime import` and `presstime notes`",
      "src/desk/config": "desk files",
      "src/desk/facts": "the desk that a file says",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
      "src/examine": "the holidays of the world",
      "src/server": "ending on a signal",
      "src/settings": "what an operator set",
    },
  },
  "src/cli/calendar": {
    holds: "`presstime calendar`: as text, JSON or iCalendar",
    knows: {
      "src/cli": "the console and the desk file",
      "src/cli/lint": "which files are posts",
      "src/cli/notes": "a plan's JSON",
      "src/clock.ts": CLOCK,
      "src/desk": "the plan",
      "src/desk/calendar": "which holidays matter",
      "src/desk/facts": "people, holidays, and a snapshot made of a checkout",
      "src/desk/outlook": "the agenda",
      "src/desk/posts": "reading posts",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
      "src/desk/tracking": SLIPS,
      "src/desk/words": "the agenda in words",
      "src/examine": "the holidays of the world",
      "src/web/feeds": "iCalendar",
      "src/web/layout": "plain text and links",
    },
  },
  "src/cli/lint": {
    start: "lint.ts",
    holds: "`presstime lint`: which files, by which settings, the cache, and each format of the report",
    knows: {
      "src/cli": "the console",
      "src/desk/config": "the defaults of a desk file",
      "src/desk/facts": "findings, settings, paths and the desk",
      "src/desk/lint": "putting fixes into a text",
      "src/desk/text": TEXT,
      "src/desk/lint/config": "the repository's own configuration",
      "src/desk/posts": "which files are posts",
      "src/desk/site": "what is said in sight of a checkout",
      "src/desk/site/facts": "what is kept of a text, and which files a link can mean",
      "src/examine": "the workers",
    },
  },
  "src/cli/notes": {
    holds: "`presstime import` and `presstime notes`",
    knows: {
      "src/cli": "the console and the desk file",
      "src/desk": "judged posts and campaigns, and the stages",
      "src/desk/facts": "people, and announced slots of a plan",
      "src/desk/notes": "reading and writing notes",
      "src/desk/text": TEXT,
      "src/desk/time": TIME,
    },
  },
};

const STATE = "what GitHub knows";
const GIT = "Git's objects";
const SHAPES = "how REST shows things";

/**
 * The stand-in GitHub, and the season of 2014 on it. Were it to share code with the adapter, the two would agree on mistakes: it knows
 * the shell's clock, how times are read, what a person of the desk is, and the look of our pages; only `replay`, which runs the whole app,
 * knows the app.
 */
const SANDBOX: Readonly<Record<string, Room>> = {
  sandbox: {
    start: "entry.ts",
    holds: "a GitHub of our own: its door `entry.ts`, its port, its users, its clock, its server",
    knows: {
      "sandbox/git": GIT,
      "sandbox/graphql": "GraphQL",
      "sandbox/http": "who asks, and how often",
      "sandbox/operations": "what users do",
      "sandbox/replay": "a season that runs",
      "sandbox/season": "a season of one's own",
      "sandbox/rest": "REST",
      "sandbox/state": STATE,
      "sandbox/webhooks": "what the App is told",
      "src/clock.ts": CLOCK,
    },
  },
  "sandbox/state": {
    start: "world.ts",
    holds: "everything that the stand-in GitHub knows, and the faults that tests switch on",
    knows: { "sandbox/git": GIT, "src/clock.ts": CLOCK },
    long: "a kind of record a file, and the few that all of them share",
  },
  "sandbox/git": { holds: "Git itself: objects with their real ids, trees, differences, merges", knows: {} },
  "sandbox/shapes": {
    holds: "how REST and webhooks show each thing",
    knows: { "sandbox/git": GIT, "sandbox/state": STATE },
  },
  "sandbox/operations": {
    holds: "what can be done: pushing, opening, reviewing, merging, each with the webhooks that follow",
    knows: { "sandbox/git": GIT, "sandbox/shapes": SHAPES, "sandbox/state": STATE },
  },
  "sandbox/webhooks": {
    holds: "webhooks: written, signed, delivered, lost, sent again",
    knows: { "sandbox/shapes": SHAPES, "sandbox/state": STATE },
  },
  "sandbox/http": {
    holds: "who is asking, what they may do, how often, and the log of requests",
    knows: { "sandbox/state": STATE, "src/clock.ts": CLOCK },
  },
  "sandbox/rest": {
    start: "endpoints.ts",
    holds: "the endpoints of REST, one area a file",
    knows: {
      "sandbox/git": GIT,
      "sandbox/http": "who asks",
      "sandbox/operations": "what can be done",
      "sandbox/shapes": SHAPES,
      "sandbox/state": STATE,
      "sandbox/webhooks": "deliveries",
    },
    long: "an area of GitHub's API a file, and the few that all of them share",
  },
  "sandbox/graphql": {
    start: "answer.ts",
    holds: "GraphQL by GitHub's own schema, one type a file",
    knows: {
      "sandbox/git": GIT,
      "sandbox/http": "who asks, and what it costs them",
      "sandbox/operations": "what can be done",
      "sandbox/rest": "the form of an answer",
      "sandbox/shapes": SHAPES,
      "sandbox/state": STATE,
    },
    long: "a type of GitHub's schema a file, and the few that all of them share",
  },
  "sandbox/pages": {
    start: "sandbox-pages.ts",
    holds: "what a visitor sees of the stand-in GitHub: conversations, checks, files",
    knows: {
      "sandbox/git": GIT,
      "sandbox/operations": "suggestions and conversations",
      "sandbox/state": STATE,
      "src/desk/time": TIME,
      "src/web/layout": "the look of our pages",
      "src/web/layout/style": "their style",
    },
  },
  "sandbox/season": {
    start: "open-season.ts",
    holds: "what is played: the season of 2014 with its facts, people, their script and their habits; and a season of one's own",
    knows: {
      sandbox: "the stand-in GitHub",
      "sandbox/state": STATE,
      "src/desk/facts": "a desk and its people",
      "src/desk/time": TIME,
    },
  },
  "sandbox/replay": {
    start: "run-season.ts",
    holds: "a season run with the whole app: standing for visitors, replayed, reported",
    knows: {
      sandbox: "the stand-in GitHub and its clock",
      "sandbox/pages": "its pages",
      "sandbox/season": "the season",
      src: "the app",
      "src/desk": "posts as they were judged",
      "src/desk/notes": "the import of the notes of 24 June",
      "src/desk/time": TIME,
      "src/desk/tracking": SLIPS,
      "src/desk/words": "how slips are said",
      "src/server": "a server for the pages",
      "src/settings": "what an operator set",
      "src/store": "a ledger",
      "src/web": "the app's pages",
      "src/web/layout": "the buttons of the clock",
    },
  },
};

const SCRIPTS: Readonly<Record<string, Room>> = {
  "scripts/record": { holds: "`npm run record`: how a real GitHub answers, without secrets and names", knows: {} },
  "scripts/docs": {
    holds: "what writes `docs/`: made of the code where it can be",
    knows: {
      "src/desk/notes": "what the importer reads of each form",
      "sandbox/replay": "the season, for its page",
      "sandbox/season": "what the season is said to be",
      "src/desk/commands": "the list of commands",
      "src/desk/config": "the schema of the desk file",
      "src/desk/facts": FINDINGS,
      "src/desk/lint": "the rules",
      "src/desk/lint/limits": "the limits",
      "src/desk/lint/rule-kinds": "what a rule tells of itself",
      "src/desk/posts": "limits of reading",
      "src/desk/posts/front-matter": "limits of reading",
      "src/desk/site": "the rules that look beyond a post",
      "src/desk/time": TIME,
      "src/desk/words": "how slips are said",
      "src/desk/words/replies": "who may say what, in words",
      "src/examine": "limits of the workers, and findings about them",
      "src/github": "the requests of REST that it sends",
      "src/github/apply": "mutations, and what is read before them",
      "src/github/read": "documents, and what their objects need",
      "src/log.ts": LOG,
      "src/view.ts": "what the last look found",
      "src/web": "names of people",
      "src/web/season": "next moves",
    },
  },
};

export const ROOMS: Readonly<Record<string, Room>> = { ...DESK, ...SHELL, ...SANDBOX, ...SCRIPTS };
