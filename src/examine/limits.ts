/** How long a worker may take over one text, and how much memory, before it is stopped. */

/** Milliseconds, so that people have an answer within five seconds. */
export const MOST_TIME = 4_000;

/** Megabytes of heap, while the longest post of ordinary words takes less than 100. */
export const MOST_MEMORY = 160;
