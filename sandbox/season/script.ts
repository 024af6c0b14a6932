/** The script: what people did in 2014, by the hour where history tells it. Departures are listed in docs/season.md. */
import { readInstant, type Instant } from "../../src/desk/time/zone.js";
import { julyDesk, placeholderDesk } from "./desk-text.js";
import type { Edition } from "./drafts.js";
import { PULLS } from "./facts.js";
import type { SeasonMove } from "./move.js";
import type { SeasonStage } from "./stage.js";

/** When the season begins and ends on the sandbox's clock. */
export const BEGINS = readInstant("2014-06-24T14:00:00Z");
export const ENDS = readInstant("2014-07-25T12:00:00Z");

/** What a pull request's first text was, where it was not the whole. */
const FIRST_EDITIONS: ReadonlyMap<number, Edition> = new Map<number, Edition>([
  [150, "first"],
  [160, "first"],
  [165, "revised"],
  [169, "first"],
  [175, "first"],
  [180, "careless"],
  [182, "first"],
  [184, "first"],
  [187, "first"],
  [190, "first"],
]);

/** What their openers said with them: the days that these two were given with their texts, for #190 a Saturday. */
const SAID_AT_ONCE: ReadonlyMap<number, readonly string[]> = new Map([
  [189, ["/slot 2014-07-22T10:00"]],
  [190, ["/slot 2014-07-19T12:00", "/after introducing-irmin"]],
]);

/** `juneDesk` is the desk file that came out of the meeting. In order of time. */
export function script(stage: SeasonStage, juneDesk: string): readonly SeasonMove[] {
  const { repo } = stage;
  const move = (when: string, by: string, says: string, does: () => void): SeasonMove => ({ at: readInstant(when), by, says, does });
  const edits = (when: string, by: string, number: number, edition: Edition) =>
    move(when, by, `edits the post of #${number}`, () => {
      stage.pushes(by, number, edition);
    });
  const readies = (when: string, by: string, number: number, edition: Edition) =>
    move(when, by, `finishes #${number} and marks it ready`, () => {
      stage.pushes(by, number, edition);
      stage.person(by).marksReady(repo, number);
    });
  const says = (when: string, by: string, number: number, line: string) =>
    move(when, by, `says ${line} on #${number}`, () => {
      stage.person(by).comments(repo, number, line);
    });
  const onBoard = (when: string, by: string, line: string) =>
    move(when, by, `says ${line} on the board`, () => {
      stage.saysOnBoard(by, line);
    });
  const moves: readonly SeasonMove[] = [
    move("2014-06-24T15:00:00Z", "amirmc", "commits the plan of the meeting", () => {
      stage.commitsDesk(juneDesk, "Plan the posts of today's meeting");
    }),
    // Both were said of the list before the tracking issue gave days to what was left of it.
    onBoard("2014-07-01T09:30:00Z", "amirmc", "/drop tls-mirage-integration might not do this one"),
    onBoard("2014-07-01T09:35:00Z", "amirmc", "/merge-into tls-attacks-mitigations tls-api"),
    move("2014-07-01T10:00:00Z", "amirmc", "edits the plan", () => {
      stage.commitsDesk(julyDesk(), "Give each post its day and its owner");
    }),
    // What #151, #161 and #170 were in 2014: the edits of somebody else, upon the first pull request.
    edits("2014-07-08T12:20:00Z", "avsm", 150, "whole"),
    edits("2014-07-09T15:00:00Z", "avsm", 160, "whole"),
    move("2014-07-10T15:30:00Z", "pqwy", "approves #165", () => {
      stage.person("pqwy").reviews(repo, 165, { state: "APPROVED" });
    }),
    // Three minutes after the first one, as in 2014.
    move("2014-07-10T16:03:00Z", "avsm", "merges #165, his edits to the post that #164 brought", () => {
      stage.person("avsm").merges(repo, 165);
    }),
    edits("2014-07-11T03:03:00Z", "pqwy", 169, "whole"),
    onBoard("2014-07-14T01:00:00Z", "amirmc", "/rename tls-api ocaml-tls-api-internals-attacks-mitigation"),
    readies("2014-07-15T14:33:00Z", "yallop", 182, "whole"),
    onBoard("2014-07-16T09:00:00Z", "amirmc", "/drop conduit"),
    // The day that had been Conduit's.
    says("2014-07-16T09:05:00Z", "amirmc", 184, "/slot 2014-07-17T17:00"),
    readies("2014-07-16T12:03:10Z", "jonludlam", 180, "whole"),
    readies("2014-07-16T15:00:00Z", "yomimono", 184, "whole"),
    edits("2014-07-17T11:16:10Z", "avsm", 184, "revised"),
    // He wanted its writer's review of his edits before it went live, and said so in a commit.
    says("2014-07-17T11:17:00Z", "avsm", 184, "/hold"),
    says("2014-07-17T14:00:00Z", "yomimono", 184, "/unhold"),
    // What a89f84e was in 2014, "adjust date": the post of Monday fills the gap of Friday.
    says("2014-07-18T11:00:00Z", "avsm", 186, "/slot 2014-07-18T13:00"),
    move("2014-07-18T15:15:00Z", "amirmc", "closes #187", () => {
      stage.person("amirmc").closes(repo, 187);
    }),
    readies("2014-07-20T15:00:00Z", "djs55", 190, "whole"),
    // What #195 was in 2014: a pull request that only changed the date.
    says("2014-07-20T15:05:00Z", "djs55", 190, "/slot 2014-07-21T14:00"),
    move("2014-07-21T14:00:00Z", "amirmc", "keeps a slot for the announcement of 2.0", () => {
      stage.commitsDesk(placeholderDesk(), "Keep a slot for the announcement of 2.0");
    }),
  ];
  const openings = PULLS.map((fact): SeasonMove => {
    const { number, openedBy, openedAt, title } = fact;
    const said = SAID_AT_ONCE.get(number) ?? [];
    return {
      at: openedAt,
      by: openedBy,
      says: `opens #${number}: ${title}${said.length > 0 ? `, and says ${said.join(" and ")} there` : ""}`,
      does: () => {
        const edition = FIRST_EDITIONS.get(number) ?? "whole";
        stage.opens(number, edition, number === 165 ? { body: "updates #164", upon: 164 } : {});
        if (said.length > 0) stage.person(openedBy).comments(repo, number, said.join("\n"));
      },
    };
  });
  return [...moves, ...openings].sort((a, b) => byTime(a.at, b.at));
}

function byTime(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
