/** Where a post stands and whose move it is: the two words that everything else is said in. */

export type Stage = "promised" | "in progress" | "in review" | "sent back" | "approved" | "due" | "live" | "held" | "dropped";

export type Turn = "byline" | "reviewer" | "coordinator" | "nobody";

/** The stages in the order a post passes through them, those beside the path last. */
export const STAGES: readonly Stage[] = ["promised", "in progress", "in review", "sent back", "approved", "due", "live", "held", "dropped"];
