/** All commands, in the order of the help. */
import { after } from "./after.js";
import { cc } from "./cc.js";
import { drop } from "./drop.js";
import { dryRun } from "./dry-run.js";
import { fix } from "./fix.js";
import { help } from "./help.js";
import { hold } from "./hold.js";
import { mergeInto } from "./merge-into.js";
import { pin } from "./pin.js";
import { promisedPost } from "./post.js";
import { rename } from "./rename.js";
import { slot } from "./slot.js";
import { snooze } from "./snooze.js";
import { split } from "./split.js";
import { status } from "./status.js";
import { uncc } from "./uncc.js";
import { undo } from "./undo.js";
import { unhold } from "./unhold.js";
import { unpin } from "./unpin.js";
import { unslot } from "./unslot.js";

export const COMMANDS = [
  help,
  status,
  promisedPost,
  cc,
  uncc,
  hold,
  unhold,
  slot,
  unslot,
  pin,
  unpin,
  after,
  drop,
  split,
  mergeInto,
  rename,
  snooze,
  fix,
  undo,
  dryRun,
] as const;
