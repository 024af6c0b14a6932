/** How the app's labels look: one colour a meaning, and a sentence. */

interface LabelLook {
  /** Six hexadecimal digits. */
  readonly color: string;
  /** At most 100 characters. */
  readonly description: string;
}

const LOOKS: Readonly<Record<string, LabelLook>> = {
  "status/draft": { color: "d4c5f9", description: "Being written" },
  "status/in-review": { color: "bfd4f2", description: "Being reviewed" },
  "status/approved": { color: "c2e0c6", description: "Reviewed and approved" },
  "status/scheduled": { color: "0e8a16", description: "Approved; its slot has come, and it goes live now" },
  "status/published": { color: "5319e7", description: "Live" },
  "waiting-on/author": { color: "fef2c0", description: "Waiting for its authors" },
  "waiting-on/review": { color: "fbca04", description: "Waiting for a reviewer" },
  "waiting-on/coordinator": { color: "f9d0c4", description: "Waiting for a coordinator" },
  "do-not-merge/hold": { color: "e11d21", description: "On hold: somebody wrote /hold" },
  "risk/at-risk": { color: "eb6420", description: "Its draft or its review is late" },
  "risk/late": { color: "b60205", description: "Past the deadline" },
  "risk/unreviewed": { color: "b60205", description: "Went live without a review; remove this label after somebody has read the post" },
  "risk/too-early": { color: "eb6420", description: "Went live too early; remove this label after a coordinator has decided what to do" },
  "presstime/board": { color: "006b75", description: "A campaign's board, kept by Presstime" },
};

/** Grey for a label that we know nothing of. */
export function lookOf(label: string): LabelLook {
  return LOOKS[label] ?? { color: "ededed", description: "" };
}
