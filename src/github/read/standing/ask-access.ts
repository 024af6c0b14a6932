/** Asking GitHub who may write here: at most once a day for each person, and again when somebody speaks of whom it said no. START HERE. */
import type { Access } from "../../../desk/facts/snapshot.js";
import { sayLackOf } from "../../../desk/facts/missing-permission.js";
import { DAY, earliest, HOUR, MINUTE, plus, type Instant } from "../../../desk/time/zone.js";
import { failureOf } from "../../request-failure.js";
import { answeredInTheEnd } from "../answered-in-the-end.js";
import { ACCESS, type AccessRecord } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** Somebody, and the newest thing that they said, by its `remarkKey`; empty when that is nothing. */
interface Speaker {
  readonly login: string;
  readonly newest: string;
}

/** People asked about in one look: strangers are many on the way to somebody else's slot. */
const MOST_ASKED = 30;
/** Changes of one person's access that are remembered. */
const MOST_ANSWERS = 20;

/** By login in small letters. The first `speakers` come first, when these are more than may be asked about at once; of the others what is known from before counts. */
export async function askAccess(scope: ReadScope, speakers: readonly Speaker[]): Promise<ReadonlyMap<string, AccessRecord>> {
  const known = new Map(speakers.map((one) => [one.login.toLowerCase(), one]));
  const keyOf = (login: string) => `${scope.id}:${login}`;
  const kept = await scope.cache.find(ACCESS, [...known.keys()].map(keyOf));
  const records = new Map(
    [...known.keys()].flatMap((login) => {
      const record = kept.get(keyOf(login));
      return record ? [[login, record] as const] : [];
    }),
  );
  const due = [...known].filter(([login, { newest }]) => isDue(records.get(login), newest, scope.at));
  const answers = await Promise.allSettled(due.slice(0, MOST_ASKED).map(([login, speaker]) => ask(scope, speaker, records.get(login))));
  const told = new Map(answers.flatMap((answer, n) => (answer.status === "fulfilled" ? [[due[n]?.[0] ?? "", answer.value] as const] : [])));
  await scope.cache.keep(ACCESS, new Map([...told].map(([login, record]) => [keyOf(login), record])));
  const failed = answers.find((answer) => answer.status === "rejected");
  // A limit, or an outage that may be over by the next look: this one fails, and what was answered need not be asked again.
  if (failed) throw failed.reason;
  for (const [login, record] of told) records.set(login, record);
  for (const [login] of due.slice(MOST_ASKED))
    records.set(login, { ...(records.get(login) ?? NEVER_ASKED), againAt: plus(scope.at, MINUTE) });
  return records;
}

const NEVER_ASKED = { heard: "", answers: [], refused: null } as const;

/** When one remark came after another of the same person's, its key is the greater. An edited one was said when it was edited. */
export function remarkKey(at: Instant, id: number): string {
  return `${at} ${String(id).padStart(20, "0")}`;
}

/** What somebody may do now. */
export function accessNow(record: AccessRecord | undefined): Access {
  return record?.refused === null ? (record.answers.at(-1)?.access ?? "unknown") : "unknown";
}

/** What somebody could do when they said something: a member who leaves takes no decision back, and a stranger who joins makes none of an old refusal. */
export function accessThen(record: AccessRecord | undefined, key: string): Access {
  return record?.answers.find(({ heard }) => heard >= key)?.access ?? accessNow(record);
}

function isDue(record: AccessRecord | undefined, newest: string, at: Instant): boolean {
  if (!record || record.againAt <= at) return true;
  return accessNow(record) !== "write" && newest > record.heard;
}

/** https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user: `maintain` is told as `write`, `triage` as `read`. */
async function ask(scope: ReadScope, { login, newest }: Speaker, known: AccessRecord | undefined): Promise<AccessRecord> {
  const { client, owner, name, at } = scope;
  const heard = known && known.heard > newest ? known.heard : newest;
  const before = known?.answers ?? [];
  const answered = (access: "write" | "none"): AccessRecord => {
    const changed = before.at(-1)?.access !== access;
    const answers = [...(changed ? before : before.slice(0, -1)), { access, heard }];
    return { heard, answers: answers.slice(-MOST_ANSWERS), refused: null, againAt: plus(at, DAY) };
  };
  const refused = (why: string, again: number): AccessRecord => ({ heard, answers: before, refused: why, againAt: plus(at, again) });
  const told = await answeredInTheEnd(scope, `access of ${login}`, async () => {
    try {
      const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login });
      return answered(data.permission === "admin" || data.permission === "write" ? "write" : "none");
    } catch (error) {
      const failure = failureOf(error, new Date(at));
      if (failure.kind === "later") throw error;
      // There is no such person any more.
      if (failure.kind === "missing") return answered("none");
      return refused(failure.kind === "forbidden" ? sayLackOf("metadata: read") : failure.why, HOUR);
    }
  });
  return told ?? refused("GitHub does not answer", OUTAGE);
}

/** After an outage, which is over sooner than a refusal, it is asked again. */
const OUTAGE = 10 * MINUTE;

/** When somebody of them is to be asked about again. */
export function againAt(records: ReadonlyMap<string, AccessRecord>): Instant | null {
  return earliest([...records.values()].map((record) => record.againAt));
}
