/** All endpoints, in the order in which they are tried. START HERE. */
import { apps, repositories } from "./apps.js";
import { assignees } from "./assignees.js";
import { checks } from "./checks.js";
import { compare } from "./compare.js";
import { contents } from "./contents.js";
import type { Endpoint } from "./endpoint.js";
import { git } from "./git.js";
import { hookDeliveries } from "./hook-deliveries.js";
import { issues } from "./issues.js";
import { labels } from "./labels.js";
import { meta } from "./meta.js";
import { people } from "./people.js";
import { pulls } from "./pulls.js";
import { reactions } from "./reactions.js";
import { reviews } from "./reviews.js";

export const endpoints: readonly Endpoint[] = [
  ...apps,
  ...repositories,
  ...contents,
  ...compare,
  ...git,
  ...pulls,
  ...reviews,
  ...issues,
  ...labels,
  ...assignees,
  ...reactions,
  ...checks,
  ...people,
  ...hookDeliveries,
  ...meta,
];
