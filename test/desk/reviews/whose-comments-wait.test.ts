/** Whose comments wait for an answer: told of ben and cat, who were asked at nine to review what ann signs. */
import { describe, expect, it } from "@jest/globals";
import type { Comment, LineThread, PullRequest, Review } from "../../../src/desk/facts/snapshot.js";
import { commentsWaiting } from "../../../src/desk/reviews/comments-waiting.js";
import { UNREVIEWED, type ReviewVerdict } from "../../../src/desk/reviews/verdict-of.js";
import { HOUR, plus, readInstant, type Instant } from "../../../src/desk/time/zone.js";
import { paperWorld } from "../paper-world.js";

const hours = (n: number): Instant => plus(readInstant("2014-07-07T09:00:00Z"), n * HOUR);
const world = paperWorld({ desk: {} });
const PULL: PullRequest = { ...world.pull(world.submits("ann", "irmin")), openedAt: hours(-24) };

const comment = (login: string | null, at: number, body: string, more: Partial<Comment> = {}): Comment => ({
  id: 900 + at,
  node: "",
  by: login === null ? null : { login, bot: false },
  at: hours(at),
  editedAt: null,
  body,
  mark: null,
  reactions: [],
  ...more,
});
/** At one o'clock and later, with the number that says when. */
const review = (login: string | null, at: number, more: Partial<Review> = {}): Review => ({
  id: at,
  by: login === null ? null : { login, bot: false },
  at: hours(at),
  says: "comments",
  head: PULL.head.sha,
  outdated: [],
  body: "Is it five?",
  mark: null,
  ...more,
});
const thread = (of: number, resolved: boolean, body = "Is it six?"): LineThread => ({
  path: "posts/irmin.md",
  resolved,
  comments: [comment("ben", of, body, { in: { kind: "line", thread: of, review: of } })],
});

interface Case extends Partial<PullRequest> {
  readonly verdict?: Partial<ReviewVerdict>;
  readonly byline?: readonly string[];
}
const waiting = ({ verdict = {}, byline = ["ann"], ...pull }: Case) => {
  const wereAsked = ["ben", "cat"].map((login) => ({ login, at: hours(0) }));
  return commentsWaiting({ ...PULL, wereAsked, requested: [], reviews: [review("ben", 1)], ...pull }, byline, {
    ...UNREVIEWED,
    ...verdict,
  });
};
const UNANSWERED = { unanswered: ["ben"], replied: [] };
const REPLIED = { unanswered: [], replied: ["ben"] };
const NONE = { unanswered: [], replied: [] };
type Row = readonly [string, Case, object];

describe("comments", () => {
  const rows: readonly Row[] = [
    ["wait of whoever was asked", {}, UNANSWERED],
    ["wait of whoever was asked, in any case", { reviews: [review("BEN", 1)] }, UNANSWERED],
    ["wait that were given in the moment of asking", { reviews: [review("ben", 0)] }, UNANSWERED],
    ["wait of each who was asked", { reviews: [review("ben", 1), review("cat", 2)] }, { unanswered: ["ben", "cat"], replied: [] }],
    ["wait whatever others say afterwards", { reviews: [review("ben", 1), review("dan", 2, { says: "approves" })] }, UNANSWERED],
    ["wait whatever an account said that is gone", { reviews: [review("ben", 1), review(null, 2, { says: "approves" })] }, UNANSWERED],
    ["wait that came after an approval", { reviews: [review("ben", 2), review("ben", 1, { says: "approves" })] }, UNANSWERED],
    ["wait when something else was dismissed", { reviews: [review("ben", 1), review("ben", 2, { says: "dismissed" })] }, UNANSWERED],
    ["wait while somebody else is asked", { requested: [{ login: "cat", at: hours(0) }] }, UNANSWERED],
    ["wait though others have approved", { verdict: { approvedBy: ["cat"], commented: ["ben"], lapsed: ["ben"] } }, UNANSWERED],
    ["do not wait of whoever was not asked", { reviews: [review("dan", 1)] }, NONE],
    ["do not wait where nobody was asked", { wereAsked: [] }, NONE],
    ["do not wait where nobody has reviewed", { reviews: [] }, NONE],
    ["do not wait that came before they were asked", { reviews: [review("ben", -1)] }, NONE],
    ["do not wait of whoever is asked again", { requested: [{ login: "Ben", at: hours(2) }] }, NONE],
    ["do not wait of whoever said more since", { reviews: [review("ben", 1), review("ben", 2, { says: "approves" })] }, NONE],
    ["do not wait of whoever approves", { verdict: { approvedBy: ["Ben"] } }, NONE],
    ["do not wait of whoever asks for changes", { verdict: { requestsChanges: ["ben"] } }, NONE],
    ["do not wait of whose changes have come", { verdict: { answered: ["ben"] } }, NONE],
    ["do not wait of whoever wrote the text", { verdict: { writers: ["ben"] } }, NONE],
    ["do not wait of whoever signs it", { byline: ["ben"] }, NONE],
    ["do not wait of whoever opened it", { openedBy: { login: "ben", bot: false } }, NONE],
    ["wait where the account is gone that opened it", { openedBy: null }, UNANSWERED],
  ];
  it.each(rows)("[RV36] %s", (_, given, expected) => {
    expect(waiting(given)).toEqual(expected);
  });

  it("[RV36] are nobody's of whom nobody knows who was asked", () => {
    expect(PULL).not.toHaveProperty("wereAsked");
    expect(commentsWaiting({ ...PULL, reviews: [review("ben", 1)] }, ["ann"], UNREVIEWED)).toEqual(NONE);
  });
});

describe("an answer to comments", () => {
  const says = (login: string | null, at: number, body: string, more: Partial<Comment> = {}): Case => ({
    comments: [comment(login, at, body, more)],
  });
  const rows: readonly Row[] = [
    ["is what whoever signs it says afterwards", says("Ann", 2, "It is five."), REPLIED],
    ["is what whoever opened it says", { ...says("zoe", 2, "It is five."), openedBy: { login: "zoe", bot: false } }, REPLIED],
    ["is what is said beside a command", says("ann", 2, "/snooze 2d\n\nIt is five."), REPLIED],
    ["is no command", says("ann", 2, "/snooze 2d\n \n  /pin"), UNANSWERED],
    ["is nothing that was said before", says("ann", -1, "It is ready."), UNANSWERED],
    ["is nothing that somebody else says", says("cat", 2, "I think so too."), UNANSWERED],
    ["is nothing that an account said which is gone", says(null, 2, "It is five."), UNANSWERED],
    ["is nothing that a bot says", says("ann", 2, "It is five.", { by: { login: "ann", bot: true } }), UNANSWERED],
    ["is no description, whenever it was written", says("ann", 2, "It is five.", { in: { kind: "description" } }), UNANSWERED],
    ["is what is said on a line", says("ann", 2, "It is five.", { in: { kind: "line", thread: 1, review: null } }), REPLIED],
    ["is a push", { reviews: [review("ben", 1, { head: "0123456" })] }, REPLIED],
    ["is no push where GitHub does not know the head", { reviews: [review("ben", 1, { head: null })] }, UNANSWERED],
    ["comes by itself where only commands were said", { reviews: [review("ben", 1, { body: "/lgtm" })] }, REPLIED],
    [
      "comes by itself where only commands were said on lines",
      { reviews: [review("ben", 1, { body: "" })], threads: [thread(1, false, "/lgtm")] },
      REPLIED,
    ],
    [
      "is asked for where more was said on a line",
      { reviews: [review("ben", 1, { body: "/lgtm" })], threads: [thread(1, false)] },
      UNANSWERED,
    ],
    [
      "comes by itself whatever was said on lines in another review",
      { reviews: [review("ben", 1, { body: "/lgtm" })], threads: [thread(2, false)] },
      REPLIED,
    ],
    ["is not known where nothing is known of lines", { reviews: [review("ben", 1, { body: " " })] }, UNANSWERED],
    ["is to have closed what was said on lines", { reviews: [review("ben", 1, { body: " " })], threads: [thread(1, true)] }, REPLIED],
    [
      "is not to have closed a part of it",
      { reviews: [review("ben", 1, { body: "" })], threads: [thread(1, true), thread(1, false)] },
      UNANSWERED,
    ],
    [
      "is to have closed it, whatever is open of another review",
      { reviews: [review("ben", 1, { body: "" })], threads: [thread(1, true), thread(2, false)] },
      REPLIED,
    ],
    [
      "is not to have closed what was said in another review",
      { reviews: [review("ben", 1, { body: "" })], threads: [thread(2, true)] },
      UNANSWERED,
    ],
    ["is not to have closed lines where there were words as well", { threads: [thread(1, true)] }, UNANSWERED],
    [
      "is to have closed a conversation in which others spoke too",
      {
        reviews: [review("ben", 1, { body: "" })],
        threads: [{ ...thread(1, true), comments: [comment("cat", 0, "Six?"), ...thread(1, true).comments] }],
      },
      REPLIED,
    ],
  ];
  it.each(rows)("[RV36] %s", (_, given, expected) => {
    expect(waiting({ comments: [], threads: [], ...given })).toEqual(expected);
  });

  it("[RV36] is one for those who spoke before it, and none for those who spoke after it", () => {
    const comments = [comment("ann", 2, "It is five.")];
    expect(waiting({ comments, reviews: [review("ben", 1), review("cat", 3)] })).toEqual({ unanswered: ["cat"], replied: ["ben"] });
  });

  it("[RV36] comes to nothing where nobody has said anything at all", () => {
    expect(PULL).not.toHaveProperty("threads");
    const pull = { ...PULL, wereAsked: [{ login: "ben", at: hours(0) }], reviews: [review("ben", 1, { body: "" })] };
    expect(commentsWaiting(pull, ["ann"], UNREVIEWED)).toEqual(UNANSWERED);
  });
});
