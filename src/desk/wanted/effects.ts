/** Everything wanted of the world, in the order in which it is to be brought about. START HERE to read this chapter. */
import type { Asking } from "../asking.js";
import { inBoardOrder } from "../campaigns.js";
import type { Answer } from "../decisions.js";
import { isOpen, type Dossier } from "../dossier.js";
import type { Effect } from "../effect.js";
import { grouped } from "../grouped.js";
import type { JudgedCampaign, JudgedPost } from "../judged.js";
import { isNoticed } from "../noticed.js";
import type { Snapshot } from "../snapshot.js";
import { wantAnnouncements } from "./announcements.js";
import { wantAnswer } from "./answers.js";
import { wantAsks } from "./asks.js";
import { wantBoard } from "./boards.js";
import { wantChecks } from "./checks.js";
import { wantLabels } from "./labels.js";
import { wantGo, wantMerges } from "./merges.js";
import { wantNotice, zonesOf } from "./notices.js";
import type { WantedReminders } from "./reminders.js";

export interface Judgements {
  readonly pairs: readonly { readonly dossier: Dossier; readonly asking: Asking | null; readonly post: JudgedPost }[];
  readonly campaigns: readonly JudgedCampaign[];
  readonly answers: readonly Answer[];
  readonly reminders: WantedReminders;
}

export function wantEffects({ pairs, campaigns, answers, reminders }: Judgements, snapshot: Snapshot): readonly Effect[] {
  const { desk } = snapshot;
  const posts = pairs.map(({ post }) => post);
  const bringers = grouped(
    pairs.flatMap(({ dossier, post }) => dossier.brought.map(({ pull }) => ({ pull, post }))),
    ({ pull }) => pull.number,
  );
  const touched = [...snapshot.closed, ...snapshot.open].map((pull) => ({
    pull,
    posts: [...new Set(bringers.get(pull.number)?.map(({ post }) => post) ?? [])],
  }));
  const open = touched.filter(({ pull }) => isOpen(pull));
  const merges = wantMerges(open, snapshot);
  // What goes live now is looked at again at once: labelling and describing it before would be undone a second later.
  const going = new Set(merges.map(({ pull }) => pull));
  const staying = touched.filter(
    ({ pull, posts: brought }) => brought.length > 0 && !going.has(pull.number) && (isOpen(pull) || isNoticed(pull)),
  );
  const spoken = new Set([...snapshot.open, ...snapshot.boards].flatMap(({ comments }) => comments.flatMap(({ mark }) => mark ?? [])));
  const replyFacts = {
    posts: new Map(posts.map((post) => [post.slug, post])),
    coordinators: desk.coordinators,
    zone: desk.zone,
    zones: zonesOf(posts.slice(0, 50), desk),
  };
  const home = desk.campaigns[0]?.name ?? null;
  const wanted: (Effect | null)[] = [
    ...wantAnnouncements(pairs),
    ...pairs.flatMap(({ dossier, asking }) => wantAsks(dossier, asking)),
    ...staying.map(({ pull, posts: brought }) => wantLabels(pull, brought)),
    ...staying.map(({ pull, posts: brought }) => wantNotice(pull, brought, snapshot)),
    ...open.flatMap(({ pull, posts: brought }) => wantChecks(pull, brought)),
    ...(going.size > 0 ? [] : campaigns.map((one) => wantBoard(one, inBoardOrder(one, posts, one.name === home), snapshot))),
    ...answers.flatMap((answer) => wantAnswer(answer, spoken, replyFacts)),
    ...reminders.effects,
    ...pairs.flatMap(({ dossier, post }) => wantGo(dossier, post, snapshot, spoken)),
    ...merges,
  ];
  return wanted.filter((effect) => effect !== null);
}
