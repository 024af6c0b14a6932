/** GitHub Enterprise Server: which version it says it is, and the oldest that Presstime works with. */
import { instant, MINUTE, plus } from "../desk/time/zone.js";
import { Unavailable } from "./forge.js";
import type { AnswerHeaders } from "./request-failure.js";

/**
 * By the schemas that GitHub publishes of each version: of all that our documents ask for, `PullRequest.statusCheckRollup` is the youngest,
 * and 3.13 does not have it. https://docs.github.com/enterprise-server@3.14/graphql/reference/objects#pullrequest
 */
const OLDEST = { major: 3, minor: 14 } as const;

/** Throws `Unavailable` where the server is older. github.com and *.ghe.com name no version. */
export function refuseOldServer(headers: AnswerHeaders, now: Date): void {
  const version = String(headers["x-github-enterprise-version"] ?? "");
  const [, major, minor] = /(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || Number(major) > OLDEST.major || (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor)) return;
  throw new Unavailable(
    `GitHub Enterprise Server ${version.replace(/^.*@/, "")} is too old: Presstime works with version ${OLDEST.major}.${OLDEST.minor} and later. Update the server. Presstime then starts its work by itself.`,
    plus(instant(now), MINUTE),
    { by: "version" },
  );
}
