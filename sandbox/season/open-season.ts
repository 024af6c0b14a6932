/** The season of 2014 on a sandbox: its people act by the script and by their habits. START HERE. */
import { instant } from "../../src/desk/time/zone.js";
import type { Sandbox } from "../sandbox.js";
import { habitsOf } from "./habits.js";
import { soonestMove } from "./move.js";
import { personNamed } from "./people.js";
import type { Season } from "./play.js";
import { script } from "./script.js";
import { setStage } from "./stage.js";

export { BEGINS, ENDS } from "./script.js";

/** Shown on every page. */
export const SEASON_NOTICE =
  "A re-enactment of the MirageOS posts before OSCON 2014: the plan and the pull requests are public history, what people answer to Presstime is simulated, and the texts are stand-ins.";

/** `juneDesk` is the desk file that the season's first move commits. */
export function openSeason(github: Sandbox, juneDesk: string): Season {
  const stage = setStage(github);
  const left = [...script(stage, juneDesk)];
  return {
    repo: stage.repo,
    next() {
      const now = instant(github.clock.now());
      const open = [...stage.repo.threads.values()].filter((thread) => thread.open).map(({ number }) => github.issue(stage.repo, number));
      const move = soonestMove([left[0] ?? null, ...habitsOf(open, stage, github.app.bot.login)]);
      return move && move.at < now ? { ...move, at: now } : move;
    },
    act(move) {
      if (left[0]?.does === move.does) left.shift();
      move.does();
    },
    nameOf: (login) => personNamed(login).name,
  };
}
