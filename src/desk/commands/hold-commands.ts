/** Commands that stop posts and let them go on: `/hold`, `/unhold` and `/drop`. */
import type { Stop } from "./post-decisions.js";
import { decideFor, type GivenCommand, type Taken } from "./taken.js";

/** Characters of a reason that are kept. */
const LONGEST_REASON = 300;

/** `/unhold` takes both back: what was dropped is a post of the campaign again. */
export function takeHold(command: "hold" | "unhold" | "drop", slugs: readonly string[], given: GivenCommand): Taken {
  const { rest, speaker, comment } = given;
  const stop: Stop = { by: speaker.login, why: rest.slice(0, LONGEST_REASON), at: comment.at };
  switch (command) {
    case "hold":
      return decideFor(slugs, given, () => ({ held: stop }));
    case "unhold":
      return decideFor(slugs, given, () => ({ held: null, dropped: null }));
    case "drop":
      return decideFor(slugs, given, () => ({ dropped: stop }));
  }
}
