/** All benches, in the order in which they run. */
import { calls } from "./calls.js";
import { deliveries } from "./deliveries.js";
import { judging } from "./judging.js";
import { lint } from "./lint.js";
import { lintDelivery } from "./lint-delivery.js";
import { lintBlog } from "./lint-blog.js";
import { lintFiles } from "./lint-files.js";
import { largeInstallation } from "./large-installation.js";
import type { Bench } from "./measure.js";
import { memory } from "./memory.js";
import { points } from "./points.js";
import { replay } from "./replay.js";
import { schedule } from "./schedule.js";
import { startUp } from "./start-up.js";
import { strangers } from "./strangers.js";
import { hostileFiles } from "./hostile-files.js";
import { trouble } from "./trouble.js";

export const BENCHES: readonly Bench[] = [
  deliveries,
  largeInstallation,
  strangers,
  calls,
  points,
  judging,
  schedule,
  lint,
  lintDelivery,
  lintFiles,
  lintBlog,
  trouble,
  hostileFiles,
  memory,
  startUp,
  replay,
];
