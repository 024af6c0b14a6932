/** Habits: what people answer to Presstime, told from what stands on the pull requests. Simulated, and without invented words. */
import { readInstant, type Instant } from "../../src/desk/time/zone.js";
import type { ThreadEntry, WholeThread } from "../whole-thread.js";
import type { SeasonMove } from "./move.js";
import { morningAfter, officeHoursAfter } from "./office-hours.js";
import { personNamed } from "./people.js";
import type { SeasonStage } from "./stage.js";

/** Pull requests whose history shows that their writers answered reviewers, and who of them does here. */
const ANSWERED_BY: ReadonlyMap<number, string> = new Map([[175, "hannesm"]]);

/** Office hours from being asked for changes to having made them. */
const TO_CHANGE = 1;

/** What the people of these threads would do next, each by their own pace; `app` is the App's login. In no order. */
export function habitsOf(threads: readonly WholeThread[], stage: SeasonStage, app: string): readonly SeasonMove[] {
  const open = threads.filter(({ pull, standing }) => pull !== null && standing === "open");
  return open.flatMap((thread) => [...reviews(thread, threads, stage, app), ...changes(thread, stage)]);
}

/** Whoever is asked reviews: the first time for changes where history shows some, else to approve. */
function reviews(thread: WholeThread, threads: readonly WholeThread[], stage: SeasonStage, app: string): readonly SeasonMove[] {
  if (thread.pull?.draft) return [];
  return (thread.pull?.requested ?? []).flatMap((login): readonly SeasonMove[] => {
    const asked = thread.conversation.findLast((turn) => turn.kind === "asked" && turn.who === login);
    const at = asked && answersAt(login, readInstant(asked.at), threads, app);
    if (!at) return [];
    const { number } = thread;
    const first = !thread.conversation.some(({ kind }) => kind === "reviewed");
    return first && ANSWERED_BY.has(number)
      ? [
          {
            at,
            by: login,
            says: `asks for changes to #${number}`,
            does: () => stage.person(login).reviews(stage.repo, number, { state: "CHANGES_REQUESTED", body: "See the comments." }),
          },
        ]
      : [
          {
            at,
            by: login,
            says: `approves #${number}`,
            does: () => stage.person(login).reviews(stage.repo, number, { state: "APPROVED" }),
          },
        ];
  });
}

/** By their pace; one who waits to be reminded, on the morning after. Null while nothing moves them. */
function answersAt(login: string, asked: Instant, threads: readonly WholeThread[], app: string): Instant | null {
  const { pace, zone } = personNamed(login);
  if (pace !== null) return officeHoursAfter(asked, pace, zone);
  const reminded = threads
    .flatMap(({ conversation }) => conversation)
    .find((turn) => turn.at >= asked && isSaidBy(app, turn) && turn.body.includes(`@${login}`) && turn.body.includes("presstime remind/"));
  return reminded ? morningAfter(readInstant(reminded.at), zone) : null;
}

/** Whoever is asked for changes makes them. */
function changes(thread: WholeThread, stage: SeasonStage): readonly SeasonMove[] {
  const { number } = thread;
  const by = ANSWERED_BY.get(number);
  const last = thread.conversation.findLast((turn) => turn.kind === "reviewed" && turn.state === "CHANGES_REQUESTED");
  if (!by || last?.kind !== "reviewed" || !last.ofHead) return [];
  return [
    {
      at: officeHoursAfter(readInstant(last.at), TO_CHANGE, personNamed(by).zone),
      by,
      says: `changes the post of #${number}`,
      does: () => {
        stage.pushes(by, number, "whole");
      },
    },
  ];
}

function isSaidBy(app: string, turn: ThreadEntry): turn is Extract<ThreadEntry, { readonly kind: "commented" }> {
  return turn.kind === "commented" && turn.by === app;
}
