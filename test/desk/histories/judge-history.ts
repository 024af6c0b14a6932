/** The judge of a history: every promise that holds whatever people do, judged on one play of it, by the ground and not by the product's own reckoning. */
import type { Announce, Effect, Merge, Reply } from "../../../src/desk/effect.js";
import { spokenOn } from "../../../src/desk/facts/spoken.js";
import { between, dayOf, HOUR, latest, MINUTE, plus, type Instant } from "../../../src/desk/time/zone.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import { plan, type Plan } from "../../../src/desk/plan.js";
import { silences } from "../liveness.js";
import type { Complaint } from "./complaint.js";
import type { Ground } from "./ground.js";
import { play, type History } from "./history.js";
import { seenOn } from "./judge-cover.js";
import { textOf } from "./texts.js";

export interface Verdict {
  readonly complaints: readonly Complaint[];
  readonly story: readonly string[];
  readonly merged: number;
  readonly moved: number;
}

export function judgeHistory(history: History): Verdict {
  const complaints: Complaint[] = [];
  let ground: Ground | undefined;
  let merged = 0;
  let moved = 0;
  let rests = 0;
  /** When the process was up again. */
  let awake: Instant | null = null;
  /** Announced moves to a later slot, by slug, since anybody did anything. */
  let moves = new Map<string, number>();

  const here = (): Ground => {
    if (!ground) throw new Error("Unexpected judgement before the history began");
    return ground;
  };
  const facts = () => here().world.facts();
  const complain = (promise: string, kind: string, says: string) => {
    complaints.push({ promise, kind, says, at: here().world.at() });
  };

  const judgeGoing = (effect: Pick<Merge, "pull" | "head" | "slugs">, how: string) => {
    if (!ground) return;
    const { world } = ground;
    const { desk, memory, at } = facts();
    const pull = world.pull(effect.pull);
    const { unseen, waiting } = seenOn(ground, effect.pull, effect.head, effect.slugs);
    if (unseen.length > 0) complain("ST3", `${how} what nobody who counts has seen`, `#${effect.pull}: ${unseen.join(", ")}`);
    if (waiting.length > 0) complain("RV10", `${how} over a request for changes`, `#${effect.pull}: ${waiting.join(", ")}`);
    if (pull.draft) complain("ST3", `${how} a draft`, `#${effect.pull}`);
    if (pull.standing !== "open" || pull.base !== "main" || pull.head.sha !== effect.head)
      complain("ST4", `${how} what is not to be merged`, `#${effect.pull}: ${pull.standing}, to ${pull.base}`);
    for (const slug of effect.slugs) {
      const last = memory.announced[slug]?.at(-1);
      if (last && last.slot > at) complain("ST4", `${how} before the slot that was announced`, `${slug}: ${last.slot}`);
      const frozen = desk.calendar.freezes.find(({ from, to }) => from <= at && at < to);
      if (frozen && !(last?.by && frozen.pass.includes(last.by) && last.slot >= frozen.from))
        complain("PB1", `${how} in a freeze`, `${slug}: until ${frozen.to}`);
      const promise = desk.campaigns.flatMap(({ posts }) => posts).find((one) => one.slug === slug);
      if (promise?.notBefore && promise.notBefore > at) complain("PB3", `${how} within its embargo`, `${slug}: until ${promise.notBefore}`);
      if (!promise) {
        const text = pull.posts.map(({ path }) => textOf(ground?.headOf(effect.pull, effect.head)?.difference.get(path)?.content ?? ""));
        const date = text.find((one) => one?.slug === slug)?.date;
        // A command goes before what the text says.
        const isPlaced = last?.by && spokenOn(pull).some(({ body }) => /^\/(?:pin|slot) /m.test(body));
        if (date && date > dayOf(at, desk.zone) && !isPlaced)
          complain("ST4", `${how} before the day that its text states`, `${slug}: ${date}`);
      }
    }
  };

  const judgeGoCall = (effect: Reply) => {
    const [, slug = "", sha = ""] = effect.mark.split("/");
    const pull = facts().open.find(({ number }) => number === effect.issue);
    if (!pull?.head.sha.startsWith(sha)) complain("PB11", "tells of another head that it may go", `#${effect.issue}: ${sha}`);
    else judgeGoing({ pull: pull.number, head: pull.head.sha, slugs: [slug] }, "tells that it may go, with");
  };

  const judgeAnnouncement = (effect: Announce, { posts, campaigns }: Plan) => {
    const post = posts.find(({ slug }) => slug === effect.slug);
    if (effect.was) moved += 1;
    if (!post?.slot) return;
    const { at } = facts();
    const deadline = campaigns.find(({ name }) => name === post.campaign)?.deadline ?? null;
    const isLate = deadline !== null && (deadline <= at || deadline < effect.slot);
    if (post.stage === "promised" && isLate && post.slot.draftBy < at && effect.by === null)
      complain("PL7", "announces a draft due in the past", `${effect.slug}: ${effect.slot}, draft by ${post.slot.draftBy}`);
    if (!effect.was || effect.by !== null || effect.slot < effect.was) return;
    const count = (moves.get(effect.slug) ?? 0) + 1;
    moves.set(effect.slug, count);
    if (count > 2) complain("SL8", "moves a third time though nobody did anything", `${effect.slug}: ${effect.slot}, ${effect.why}`);
  };

  const atRest = (share: number) => {
    const now = facts();
    const { effects, lookAgainAt } = plan(now);
    if (effects.length > 0) complain("PL1", "is not at rest after a look", effects.map(({ kind }) => kind).join());
    const end = lookAgainAt ?? plus(now.at, 240 * HOUR);
    const instants = [plus(now.at, Math.floor(share * (between(now.at, end) - 1000))), plus(end, -MINUTE)];
    for (const at of instants.filter((one) => one > now.at)) {
      const later = plan({ ...now, at }).effects;
      if (later.length > 0)
        complain(
          "PL1",
          "wants something before the instant that it asked for",
          `${later.map(({ kind }) => kind).join()} at ${at}, not ${end}`,
        );
    }
  };

  const story = play(history, {
    begins(begun) {
      ground = begun;
    },
    before(effect: Effect, wanted: Plan) {
      if (effect.kind === "merge") judgeGoing(effect, "merges");
      if (effect.kind === "announce") judgeAnnouncement(effect, wanted);
      if (effect.kind === "reply" && effect.mark.startsWith("go/")) judgeGoCall(effect);
      if (effect.kind === "remind") {
        const live = effect.about.filter((slug) => wanted.posts.find((post) => post.slug === slug)?.stage === "live");
        if (live.length > 0) complain("RM3", "reminds of what is live", live.join(", "));
      }
    },
    after(effect) {
      // Whoever is asked anew has their own time.
      if (effect.kind === "ask") moves = new Map();
      if (effect.kind === "merge" && ground?.world.pull(effect.pull).standing === "merged") merged += 1;
    },
    acts() {
      moves = new Map();
    },
    rests(plan) {
      if (!ground) return;
      rests += 1;
      if (rests % 24 === 9) atRest((rests % 7) / 7);
      judgeState(ground, plan, complain);
      const deskSince = latest([ground.deskSince(), awake]) ?? plan.at;
      for (const { kind, slug, why } of silences({ facts: facts(), posts: plan.posts, deskSince })) {
        if (kind === "past its slot" && isOfLaterSet(slug, plan, facts().desk)) continue;
        complain(kind === "past its slot" ? "LV1" : "LV2", `leaves a post ${kind}`, `${slug}: ${why}`);
      }
    },
    wakes() {
      awake = facts().at;
    },
    ends() {
      atRest(0.5);
      judgeRecord(ground!, complain);
    },
  });
  return { complaints, story, merged, moved };
}

/** Of posts that go together all go at the slot of the last. */
function isOfLaterSet(slug: string, { posts, at }: Plan, desk: Desk): boolean {
  const name = posts.find((post) => post.slug === slug)?.campaign;
  const together = desk.campaigns.some((one) => one.name === name && one.together);
  return together && posts.some(({ campaign, slot }) => campaign === name && slot !== null && plus(slot.at, HOUR) > at);
}

type Complain = (promise: string, kind: string, says: string) => void;

/** What must be so at any time. */
function judgeState(ground: Ground, { posts }: Plan, complain: Complain): void {
  for (const { slug, stage, live, approvals, leading } of posts) {
    if (stage === "live" && live?.path && !ground.main.has(live.path))
      complain("ST20", "calls live what is not on the default branch", `${slug}: ${live.path}`);
    if (leading === null) continue;
    const pull = ground.world.pull(leading);
    const strange = approvals.by.filter((login) => !pull.reviews.some(({ by, says }) => by?.login === login && says === "approves"));
    if (strange.length > 0) complain("ST18", "shows approvals that nobody gave", `${slug}: ${strange.join()}`);
  }
}

/** What the record must show in the end. */
function judgeRecord(ground: Ground, complain: Complain): void {
  const facts = ground.world.facts();
  const { open, closed, boards, desk, memory, published } = facts;
  for (const { number, comments } of [...open, ...closed])
    if (comments.filter(({ mark }) => mark === "notice").length > 1) complain("WD3", "keeps two notices", `#${number}`);

  const zoneOf = (login: string) => desk.people.find((one) => one.login === login)?.zone ?? "Europe/London";
  const days = [...open, ...closed, ...boards].flatMap(({ comments }) =>
    comments.flatMap(({ mark, at }) => {
      const who = mark?.startsWith("remind/") ? (mark.split("/")[1] ?? "") : null;
      return who === null ? [] : [`${who} on ${dayOf(at, zoneOf(who))}`];
    }),
  );
  const twice = days.find((day, index) => days.indexOf(day) !== index);
  if (twice) complain("RM3", "reminds somebody twice on one day", twice);

  for (const [slug, told] of Object.entries(memory.announced))
    for (const [index, { slot, why }] of told.entries()) {
      if (index === 0) continue;
      if (slot === told[index - 1]?.slot) complain("SL7", "announces a slot twice", `${slug}: ${slot}`);
      if (!/\S{2}/.test(why) || /^This is the (?:next|first) free slot/.test(why))
        complain("SL7", "moves without a reason of its own", `${slug}: ${why}`);
    }

  const turned = { ...facts, open: open.toReversed(), closed: closed.toReversed(), published: published.toReversed() };
  const judged = ({ posts, effects }: Plan) =>
    JSON.stringify([posts.map(({ slug, stage, turn, slot }) => `${slug} ${stage} ${turn} ${slot?.at ?? ""}`).sort(), effects]);
  if (judged(plan(turned)) !== judged(plan(facts))) complain("PL2", "judges otherwise when read in another order", "at the end");
}
