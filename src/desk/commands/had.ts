/** What was so when a comment was taken in, kept with the reply to it. */
import type { Instant } from "../time/zone.js";

/** By the command's line and the post's place in it (`0.1`): the slot it had. By `said`: when the commands were edited into it. */
export type Had = ReadonlyMap<string, Instant>;
