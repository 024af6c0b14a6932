/** The one door by which the app reaches the sandbox: the season of 2014, standing for visitors or replayed to its end. START HERE. */
export { replaySeason, type ReplayFormat } from "./replay/replay-season.js";
export { startSeason } from "./replay/start-season.js";
