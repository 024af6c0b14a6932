/** Urgent calls: what nobody there can do, and whose slot is nearer than the next morning of those who could step in, is said at once. */
import { daysOff } from "../calendar/days-off.js";
import type { Dossier } from "../dossier.js";
import type { Reply } from "../effect.js";
import { sameLogin } from "../facts/person.js";
import type { Snapshot } from "../facts/snapshot.js";
import type { JudgedPost } from "../judged.js";
import { morningFrom, morningsOf } from "../reminders/mornings.js";
import { plus, type Instant } from "../time/zone.js";
import { writeUrgent } from "../words/going-live.js";
import { placeFor, turnSince } from "./reminders.js";

/** What is due is told at its slot anyway. `spoken` holds the marks of all that the app has written. */
export function wantUrgentCalls(
  pairs: readonly { readonly dossier: Dossier; readonly post: JudgedPost }[],
  snapshot: Snapshot,
  spoken: ReadonlySet<string>,
): readonly Reply[] {
  return pairs.flatMap(({ dossier, post }) => {
    const { slot, turn, stage, waitingFor, reasons } = post;
    const place = placeFor(dossier, post, snapshot);
    if (!slot || slot.at <= snapshot.at || turn !== "coordinator" || stage === "due" || !place || waitingFor.length === 0) return [];
    const mark = `urgent/${post.slug}/${slot.at}`;
    const isInTime = waitingFor.some((login) => {
      const morning = nextMorningOf(login, turnSince(login, dossier, post, snapshot), snapshot);
      return morning !== null && morning < slot.at;
    });
    if (isInTime || spoken.has(mark)) return [];
    const body = writeUrgent({ to: waitingFor, title: post.title, reason: reasons[0] ?? "", slot: slot.at, zone: snapshot.desk.zone });
    return [{ kind: "reply", issue: place.issue, mark, body }];
  });
}

function nextMorningOf(login: string, since: Instant, { desk }: Snapshot): Instant | null {
  const person = desk.people.find((one) => sameLogin(one.login, login)) ?? null;
  return morningFrom(plus(since, 1000), morningsOf(person?.zone ?? desk.zone, daysOff(person, desk), desk.reminders.hour));
}
