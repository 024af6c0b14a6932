/** The one door by which the app reaches the sandbox: a season, standing for visitors or replayed to its end. START HERE. */
export { replaySeason, type ReplayFormat } from "./replay/replay-season.js";
export { startSeason } from "./replay/start-season.js";
export { ownSeason } from "./season/own-season.js";
