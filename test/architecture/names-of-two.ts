/** Exported names that stand for two things, each with the reason why that misleads nobody. */
const GITHUB = "GitHub's word: what the snapshot or an effect holds of it, and the record that the stand-in GitHub keeps";

export const NAMES_OF_TWO: Readonly<Record<string, string>> = {
  Annotation: GITHUB,
  CheckAction: GITHUB,
  Comment: GITHUB,
  Commit: "Git's word: the commit that is wanted, and the object that it becomes in the stand-in's Git",
  Delivery: "GitHub's word: a webhook's delivery as it is received, and as the stand-in GitHub sends it",
  Review: GITHUB,
};
