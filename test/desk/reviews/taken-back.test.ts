/** Whom a command that was taken back concerned: who is asked again, and who is not needed any more. */
import { describe, expect, it } from "@jest/globals";
import { UNDECIDED } from "../../../src/desk/commands/post-decisions.js";
import type { Dossier } from "../../../src/desk/dossier.js";
import type { PastRequest } from "../../../src/desk/reviews/past-requests.js";
import { takenBack, toLetGo } from "../../../src/desk/reviews/taken-back.js";
import { HOUR, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";

const hours = (n: number): Instant => plus(readInstant("2014-07-07T09:00:00Z"), n * HOUR);
type Asked = readonly [login: string, at: number, takenBack?: number | null, why?: string];
const past = ([login, at, takenBackAt = null, why]: Asked): PastRequest => ({
  login,
  why: why ?? null,
  at: hours(at),
  takenBackAt: takenBackAt === null ? null : hours(takenBackAt),
});

interface Case {
  readonly asked: readonly Asked[];
  readonly uncc?: readonly string[];
  readonly cc?: readonly string[];
}
/** Somebody took ben off at two, and took that back at four. */
const about = ({ asked, uncc = [], cc = [] }: Case) => {
  const dossier = {
    unsaid: [{ named: [], off: ["ben"], at: hours(2), undoneAt: hours(4) }],
    decided: { ...UNDECIDED, uncc, cc: cc.map((login) => ({ login, by: "amir", at: hours(3) })) },
  };
  return takenBack(dossier as unknown as Dossier, asked.map(past));
};

describe("when it is taken back that ben was taken off", () => {
  const again: readonly (readonly [string, Case, readonly string[]])[] = [
    ["he is asked again", { asked: [["Ben", 1, 3]] }, ["Ben"]],
    ["he is asked again who was asked and taken off in one moment", { asked: [["ben", 2, 2]] }, ["ben"]],
    ["nobody is asked again who was not taken off by it", { asked: [["cat", 1, 3]] }, []],
    ["he is not asked again who was not asked until it was said", { asked: [["ben", 3, 3]] }, []],
    ["he is not asked again whose request stands", { asked: [["ben", 1]] }, []],
    ["he is not asked again whose request was taken back before", { asked: [["ben", 0, 1]] }, []],
    ["he is not asked again whom another command keeps off", { asked: [["ben", 1, 3]], uncc: ["BEN"] }, []],
  ];
  it.each(again)("[CM22] %s", (_, given, logins) => {
    expect(about(given).again).toEqual(logins);
  });

  const needless: readonly (readonly [string, Case, readonly string[]])[] = [
    ["whoever was asked meanwhile is not needed", { asked: [["cat", 3]] }, ["cat"]],
    ["whoever was asked at once is not needed", { asked: [["cat", 2]] }, ["cat"]],
    ["whoever was asked before is", { asked: [["cat", 1]] }, []],
    ["whoever is asked afterwards is", { asked: [["cat", 4]] }, []],
    ["whoever was named by hand is", { asked: [["cat", 3]], cc: ["Cat"] }, []],
    ["he himself is", { asked: [["BEN", 3]] }, []],
    ["nobody is who was refused anyway", { asked: [["cat", 3, null, "no collaborator"]] }, []],
  ];
  it.each(needless)("[CM22] %s", (_, given, logins) => {
    expect(about(given).needless).toEqual(logins);
  });
});

describe("when two commands are taken back", () => {
  it("[CM22] each concerns whoever was asked because of it", () => {
    const unsaid = [
      { named: [], off: ["ben"], at: hours(2), undoneAt: hours(4) },
      { named: [], off: ["dan"], at: hours(6), undoneAt: hours(8) },
    ];
    const asked: readonly Asked[] = [
      ["ben", 1, 2],
      ["dan", 1, 6],
      ["cat", 3],
      ["eve", 7],
      ["fay", 5],
    ];
    expect(takenBack({ unsaid, decided: UNDECIDED } as unknown as Dossier, asked.map(past))).toEqual({
      again: ["ben", "dan"],
      needless: ["cat", "eve"],
    });
  });
});

describe("of those who are not needed", () => {
  const rows: readonly (readonly [string, readonly string[], number, readonly string[]])[] = [
    ["all are let go where enough are asked", ["ann", "ben"], 0, ["ann", "ben"]],
    ["all are let go where more than enough are", ["ann", "ben"], -1, ["ann", "ben"]],
    ["the first stays where one is missing", ["Ann", "ben"], 1, ["ben"]],
    ["all stay where all are missing", ["ann", "ben"], 2, []],
    ["nobody stays who is not on the desk", ["zoe", "ben"], 1, ["zoe"]],
  ];
  it.each(rows)("[CM22] %s", (_, needless, missing, letGo) => {
    expect(toLetGo(needless, ["ann", "ben", "cat"], missing)).toEqual(letGo);
  });
});
