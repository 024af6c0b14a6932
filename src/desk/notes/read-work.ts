/** Whether an entry promises a post, and what the post is called: "write a post on engines" does, "book a room" does not. */

interface Work {
  readonly title: string;
  /** `perhaps` is taken for one until somebody says otherwise, `hardly` is not. */
  readonly isPost: "yes" | "perhaps" | "hardly" | "no";
}

/** What a list holds: posts, tasks of a meeting about posts, or tasks of any kind. */
export type ListKind = "posts" | "tasks about posts" | "tasks";

const MODAL =
  /^(?:(?:to|will|shall|should|could|may|might|must|ought|is|are|has|have|had|wants?|volunteers?|volunteered|offers?|offered|promises|promised|agreed|needs?|would|like|plans?|going|please|can|starts?|started|work(?:s|ing)? on)\s+)+(?=\S)/u;
const WRITES =
  /^(?:(?:finish(?:es)?|start|begin|continue|help)\s+)?(?:write|writes|writing|draft|drafts|drafting|author|authors|blog|blogs|blogging|pen)\s+(?:up\s+)?(?=\S)/iu;
const HANDLES =
  /^(?:finish|finishes|prepare|prepares|publish|publishes|own|owns|take|takes|took|do|does|complete|handle|handles|cover|covers|edit)\s+(?:on\s+)?(?=\S)/iu;
const QUOTED = /"([^"]{2,200})"|“([^“”]{2,200})”|„([^„“”]{2,200})[“”]|«([^«»]{2,200})»/u;
const ARTICLE = "(?:(?:an?|the|his|her|their|our|my|one|first|second|third|next|last|short|quick|new|follow-?up|guest|some)\\s+){0,4}";
const POST_ON = new RegExp(
  `^${ARTICLE}(?:blog\\s?)?(?:posts?|articles?|blogs?)\\s*(?:(?:on|about|for|describing|announcing|explaining|covering|introducing)\\s+(?:the\\s+)?|[:–—-]\\s*)(\\S.*)$`,
  "isu",
);
const ITS_POST = new RegExp(`^${ARTICLE}(\\S.{0,200}?)\\s+(?:blog\\s?)?(?:posts?|articles?)$`, "isu");
const SPEAKS_OF_POST = /\b(?:blog(?:s|ging|post)?|blogposts?|posts?|articles?)\b/iu;
const ERRANDS =
  "ask|book|send|e-?mail|ping|contact|remind|organi[sz]e|schedule|order|buy|invite|call|chase|nudge|confirm|arrange|circulate|talk|look|follow|reach|sort|set|check|fix|update|review|merge|create|open|close|file|move|add|remove|investigate|discuss|find|share|announce|tweet|decide|rebase|upload|register|submit|tag|cut|deploy|renew|reply|respond|meet|prepare|present|upgrade|migrate|coordinate|make|get|give|try|run|test|think|help|push|bump|clean|collect|compile|document|define|design|implement|improve|report|verify|work|attend|join|host|print|pay|tell|speak|bring|figure|raise|track|triage|assign|plan";
const DETERMINER =
  "(?:an?|the|this|that|these|those|his|her|their|our|my|your|its|some|all|up|out|to|with|into|off|over|about|for|in|at|from|on|if|whether|\\S+\\s+(?:to|about|for|with|from|if)|@\\S+)";
const ERRAND = new RegExp(`^(?:${ERRANDS})(?:\\s|$)`, "u");
const ERRAND_IN_CAPITALS = new RegExp(`^(?:${ERRANDS})\\s+${DETERMINER}(?:\\s|$)`, "iu");
const TITLE_WORD =
  /^(?:an?|the|on|how|why|what|when|where|from|towards?|in|inside|behind|my|our|your|one|two|three|some|all|no|not|is|are|does|do)\s/u;
const IMPERATIVE = new RegExp(`^\\p{Ll}+\\s+${DETERMINER}\\s`, "u");

/** `text` is the entry without its owners; `ownerFirst` when they stood before it, as in an action: "Ada: …". */
export function readWork(text: string, kind: ListKind, ownerFirst: boolean): Work {
  const said = text.replace(/[.\s]+$/u, "").trim();
  const whole = quotedIn(said);
  if (whole?.text === said) return { title: whole.title, isPost: "yes" };
  const isAction = ownerFirst || kind !== "posts" || /^to\s/u.test(said);
  const bare = isAction ? said.replace(MODAL, "") : said;
  const lower = /^\p{Ll}/u.test(bare);
  const writes = isAction || lower || SPEAKS_OF_POST.test(bare) ? WRITES.exec(bare) : null;
  const verb = writes ?? (isAction ? HANDLES.exec(bare) : null);
  if (verb) return readObject(bare.slice(verb[0].length), writes !== null, /^blog/iu.test(verb[0]), kind) ?? { title: said, isPost: "no" };
  const about = POST_ON.exec(bare);
  if (about) return { title: capital(unquoted(about[1] ?? "")), isPost: "yes" };
  const its = kind !== "posts" ? ITS_POST.exec(bare) : null;
  if (ERRAND.test(bare) && (isAction || IMPERATIVE.test(bare))) return { title: said, isPost: "no" };
  if (its) return { title: capital(its[1] ?? ""), isPost: "yes" };
  if (ERRAND_IN_CAPITALS.test(bare)) return { title: said, isPost: kind === "posts" ? "perhaps" : "no" };
  const title = kind === "posts" && !ownerFirst ? text.trim() : capital(bare);
  if (lower && isAction && IMPERATIVE.test(bare) && !TITLE_WORD.test(bare))
    return { title, isPost: kind === "tasks" ? "hardly" : "perhaps" };
  return { title, isPost: kind === "tasks" ? "hardly" : "yes" };
}

/** Whether somebody is told to do something: what looks like a name before it is one. */
export function beginsWork(text: string): boolean {
  const bare = text.replace(MODAL, "");
  return /^\p{Ll}/u.test(bare) && (WRITES.test(bare) || ERRAND.test(bare));
}

/** What is written: null when it is no post. */
function readObject(object: string, writes: boolean, blogs: boolean, kind: ListKind): Work | null {
  const quoted = quotedIn(object);
  if (quoted) return { title: quoted.title, isPost: "yes" };
  const about = POST_ON.exec(object)?.[1] ?? ITS_POST.exec(object)?.[1];
  if (about !== undefined) return { title: capital(unquoted(about)), isPost: "yes" };
  const on = /^(?:on|about)\s+(?:the\s+)?(\S.*)$/isu.exec(object)?.[1];
  if (on !== undefined && writes) return { title: capital(on), isPost: blogs || kind === "posts" ? "yes" : "perhaps" };
  if (SPEAKS_OF_POST.test(object)) return { title: capital(object), isPost: "perhaps" };
  if (!writes && /^\p{Ll}/u.test(object)) return null;
  return { title: capital(object), isPost: kind === "tasks" ? "hardly" : "perhaps" };
}

function unquoted(text: string): string {
  const quoted = quotedIn(text);
  return quoted && text.startsWith(quoted.text) ? quoted.title : text;
}

function quotedIn(text: string): { readonly text: string; readonly title: string } | null {
  const [whole, ...inside] = QUOTED.exec(text) ?? [];
  const title = inside.find(Boolean)?.trim();
  return title === undefined || title === "" ? null : { text: whole ?? "", title };
}

/** "asn1" and "iOS" stay as they are: only a word of small letters gets its capital. */
export function capital(title: string): string {
  return /^\p{Ll}+(?:\s|$)/u.test(title) ? title.slice(0, 1).toUpperCase() + title.slice(1) : title;
}
