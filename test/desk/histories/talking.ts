/** What people do to each other's pull requests in a history: review, dismiss, merge by hand, command. */
import fc from "fast-check";
import { acts, anyone, anySlug, nth, onOpen, which, type Act } from "./acts.js";

/** One of those asked reviews it; nearly always kindly. */
const asked = acts(fc.record({ n: which, kind: fc.nat(9) }), ({ n, kind }): Act => (ground) => {
  const all = ground.world.facts().open.flatMap(({ number, requested }) => requested.map(({ login }) => ({ login, number })));
  const one = nth(all, n);
  if (!one) return null;
  const says = kind === 0 ? "requests changes" : kind === 1 ? "comments" : "approves";
  ground.reviews(one.login, one.number, says);
  return `${one.login}, who was asked, ${says} on #${one.number}`;
});

/** All those asked approve, a good day. */
const allAsked = acts(fc.constant(null), (): Act => (ground) => {
  const all = ground.world.facts().open.flatMap(({ number, requested }) => requested.map(({ login }) => ({ login, number })));
  for (const { login, number } of all) ground.reviews(login, number, "approves");
  return all.length > 0 ? all.map(({ login, number }) => `${login} approves #${number}`).join(", ") : null;
});

const anybody = acts(
  fc.record({
    who: anyone,
    n: which,
    says: fc.constantFrom("approves" as const, "approves" as const, "requests changes" as const, "comments" as const),
  }),
  ({ who, n, says }): Act =>
    onOpen(n, (pull, ground) => {
      // GitHub lets nobody review their own but with a comment.
      if (pull.openedBy?.login === who) return null;
      ground.reviews(who, pull.number, says);
      return `${who} ${says} on #${pull.number}`;
    }),
);

const dismisses = acts(which, (n): Act =>
  onOpen(n, (pull, ground) => {
    const review = pull.reviews.findLast(({ says, mark }) => mark === null && (says === "approves" || says === "requests changes"));
    if (!review) return null;
    ground.dismisses(pull.number, review.id);
    return `somebody dismisses the review of ${review.by?.login ?? "a ghost"} on #${pull.number}`;
  }),
);

const turns = acts(
  fc.record({
    n: which,
    what: fc.constantFrom(
      "ready",
      "ready",
      "draft",
      "close",
      "release",
      "main",
      "by hand",
      "barred",
      "failing",
      "passing",
      "in progress",
      "at last",
    ),
  }),
  ({ n, what }): Act =>
    onOpen(n, (pull, ground) => {
      const { number } = pull;
      switch (what) {
        case "ready":
        case "draft":
          if (pull.draft === (what === "draft")) return null;
          ground.world.becomes(number, { draft: what === "draft" });
          return `#${number} becomes ${what === "draft" ? "a draft again" : "ready"}`;
        case "close":
          ground.world.closes(number);
          return `somebody closes #${number}`;
        case "release":
        case "main":
          if (pull.base === what) return null;
          ground.world.becomes(number, { base: what });
          return `somebody retargets #${number} to ${what}`;
        case "by hand":
          if (pull.mergeable !== "yes" || pull.draft) return null;
          ground.merges(number);
          return `somebody merges #${number} by hand`;
        case "barred":
          ground.bars(number, "At least 3 approving reviews are required.");
          return `GitHub would not merge #${number} any more`;
        case "failing":
        case "passing":
          if (pull.checks === what) return null;
          if (what === "passing") ground.bars(number, null);
          ground.world.becomes(number, { checks: what });
          return `the checks of others on #${number} are ${what}`;
        case "in progress":
        case "at last":
          ground.world.becomes(number, { title: what === "in progress" ? "[WIP] A post" : "A post" });
          return `#${number} is called ${what === "in progress" ? "[WIP] A post" : "A post"}`;
      }
    }),
);

const COMMANDS = [
  "/hold",
  "/unhold",
  "/drop",
  "/snooze 1d",
  "/snooze 2w",
  "/uncc",
  "/uncc @ann",
  "/uncc please, I am away this week",
  "/decline no time",
  "/lgtm",
  "/cc someone who knows storage, please",
  "/cc @dan",
  "/cc @ben",
  "/cc @stranger",
  "/slot 2014-07-11T15:00",
  "/slot 2014-07-24T09:00",
  "/status",
  "/post two",
  "/hlep",
  "fine",
  "/slot next",
  "/slot swap two",
  "/slot friday 15:00",
  "/unslot",
  "/pin",
  "/pin 2014-07-16T11:00",
  "/unpin",
  "/after three",
  "/rename uno",
  "/split more",
  "/merge-into two",
  "/merge-into four",
  "/undo",
  "/dry-run /slot next",
] as const;

const says = acts(
  fc.record({
    who: fc.oneof(anyone, fc.constant("amir")),
    n: which,
    body: fc.constantFrom(...COMMANDS),
    where: fc.constantFrom("conversation", "conversation", "conversation", "review", "line", "description"),
  }),
  ({ who, n, body, where }): Act =>
    onOpen(n, ({ number, openedBy }, ground) => {
      if (where === "description" && openedBy?.login !== who) return null;
      ground.says(who, number, body, where);
      return `${who} says ${body} on #${number}${where === "conversation" ? "" : `, in ${where === "line" ? "a" : "the"} ${where}`}`;
    }),
);

const resolves = acts(which, (n): Act =>
  onOpen(n, ({ number }, ground) => (ground.resolves(number) ? `somebody turns the last conversation on a line of #${number}` : null)),
);

const saysOnBoard = acts(
  fc.record({
    who: fc.oneof(anyone, fc.constant("amir")),
    slug: anySlug,
    word: fc.constantFrom("hold", "drop", "unhold", "slot", "pin", "undo", "merge-into"),
  }),
  ({ who, slug, word }): Act =>
    (ground) => {
      const [board] = ground.world.facts().boards;
      if (!board) return null;
      const rest =
        word === "slot" || word === "pin"
          ? ` ${slug} 2014-07-15T09:00`
          : word === "merge-into"
            ? ` ${slug} four`
            : word === "undo"
              ? ""
              : ` ${slug}`;
      ground.says(who, board.number, `/${word}${rest}`);
      return `${who} says /${word}${rest} on the board`;
    },
);

export const talking = fc.oneof(
  { weight: 6, arbitrary: asked },
  { weight: 6, arbitrary: allAsked },
  { weight: 3, arbitrary: anybody },
  { weight: 1, arbitrary: dismisses },
  { weight: 3, arbitrary: turns },
  { weight: 3, arbitrary: says },
  { weight: 1, arbitrary: saysOnBoard },
  { weight: 1, arbitrary: resolves },
);
