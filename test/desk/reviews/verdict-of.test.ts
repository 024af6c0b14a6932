/** What reviews amount to: whose counts, for which text, and what is said of those that do not. */
import { describe, expect, it } from "@jest/globals";
import type { Access, PullRequest, Review } from "../../../src/desk/facts/snapshot.js";
import { openReviewLoad } from "../../../src/desk/reviews/open-review-load.js";
import { countsAsPerson } from "../../../src/desk/facts/standing.js";
import { verdictOf, type VerdictRequest } from "../../../src/desk/reviews/verdict-of.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { person } from "../paper-world.js";

const desk: VerdictRequest = {
  byline: ["pqwy", "hannesm"],
  openedBy: "amirmc",
  app: "presstime[bot]",
  needed: 1,
  desk: { people: ["avsm", "yallop", "samoht", "talex5"].map((login) => person(login)), coordinators: ["amirmc"] },
};
let ids = 0;

function review(login: string | null, says: Review["says"], overrides: Partial<Review> = {}): Review {
  ids += 1;
  return {
    id: ids,
    by: login === null ? null : { login, bot: login.endsWith("[bot]") },
    at: readInstant(`2014-07-10T10:${String(ids % 60).padStart(2, "0")}:00Z`),
    says,
    head: "080a729",
    outdated: [],
    mark: null,
    body: "",
    ...overrides,
  };
}

const OLD = { outdated: ["posts/introducing-asn1.md"] };

describe("the verdict", () => {
  it("[RV7] is the latest of each person's; comments leave it standing", () => {
    const reviews = [
      review("avsm", "requests changes"),
      review("avsm", "approves"),
      review("avsm", "comments"),
      review("yallop", "comments"),
    ];
    expect(verdictOf(reviews, desk)).toEqual({
      approvedBy: ["avsm"],
      requestsChanges: [],
      answered: [],
      lapsed: [],
      commented: ["yallop"],
      discounted: [],
      changedSince: [],
      writers: [],
      passes: true,
    });
    expect(verdictOf([...reviews].reverse(), desk)).toEqual(verdictOf(reviews, desk));
  });

  it("[RV7] of two in one second the one that GitHub took later counts, whatever order they come in", () => {
    const at = readInstant("2014-07-10T10:00:00Z");
    const [first, second] = [review("avsm", "approves", { at, id: 71 }), review("avsm", "requests changes", { at, id: 72 })];
    for (const reviews of [
      [first, second],
      [second, first],
    ])
      expect(verdictOf(reviews, desk)).toMatchObject({ approvedBy: [], requestsChanges: ["avsm"] });
  });

  it("[RV8] takes for a bot whoever GitHub calls one, whatever its name is, and whoever is named like one", () => {
    const bots = [
      { login: "avsm", bot: true },
      { login: "helper[bot]", bot: false },
    ];
    expect(bots.map(countsAsPerson)).toEqual([false, false]);
    for (const by of bots)
      expect(verdictOf([review("avsm", "approves", { by })], desk)).toMatchObject({
        approvedBy: [],
        discounted: [{ why: `${by.login} is a bot` }],
      });
  });

  it("[RV8] does not count the byline, the opener, bots, the app, accounts that are gone, or what was dismissed; and says why", () => {
    const reviews = [
      review("Hannesm", "approves"),
      review("amirmc", "approves"),
      review("renovate[bot]", "approves"),
      review("presstime[bot]", "approves"),
      review(null, "approves"),
      review("avsm", "approves"),
      review("avsm", "dismissed"),
    ];
    const verdict = verdictOf(reviews, desk);
    expect(verdict.approvedBy).toEqual([]);
    expect(verdict.passes).toBe(false);
    expect(verdict.discounted).toEqual([
      { login: "Hannesm", why: "Hannesm is an author of the post" },
      { login: "amirmc", why: "amirmc opened the pull request" },
      { login: "renovate[bot]", why: "renovate[bot] is a bot" },
      { login: "presstime[bot]", why: "presstime[bot] is a bot" },
      { login: "ghost", why: "the GitHub account was deleted" },
      { login: "avsm", why: "it was dismissed" },
    ]);
  });

  it("[RV8] does not count strangers, whatever they say; a member's counts off the desk, and who is on it needs no access", () => {
    const by = (login: string, access?: Access) => ({ by: { login, bot: false, ...(access && { access }) } });
    const strangers = [
      review("mallory", "approves", by("mallory", "none")),
      review("trudy", "requests changes", by("trudy", "none")),
      review("eve", "requests changes", { ...by("eve", "none"), ...OLD }),
      review("nosy", "comments", by("nosy", "none")),
    ];
    const noSay = "has no write access to this repository and is not on the desk";
    expect(verdictOf(strangers, desk)).toMatchObject({
      approvedBy: [],
      requestsChanges: [],
      answered: [],
      lapsed: [],
      commented: [],
      discounted: ["mallory", "trudy", "eve"].map((login) => ({ login, why: `${login} ${noSay}` })),
      passes: false,
    });
    const members = [review("petra", "approves", by("petra", "write")), review("avsm", "approves", by("avsm", "none"))];
    expect(verdictOf([...strangers, ...members], desk)).toMatchObject({ approvedBy: ["petra", "avsm"], requestsChanges: [], passes: true });
  });

  it("[RV12] does not count whom GitHub would not tell of, or who was not asked about", () => {
    const unknown = review("petra", "approves", { by: { login: "petra", bot: false, access: "unknown" } });
    expect(verdictOf([unknown, review("zoe", "requests changes")], desk)).toMatchObject({
      approvedBy: [],
      requestsChanges: [],
      discounted: ["petra", "zoe"].map((login) => ({
        login,
        why: `GitHub did not say whether ${login} has write access to this repository`,
      })),
      passes: false,
    });
  });

  it("[RV9] of an older text does not count as approval, and its writer is worth asking again", () => {
    expect(verdictOf([review("avsm", "approves", OLD)], desk)).toMatchObject({
      approvedBy: [],
      lapsed: ["avsm"],
      discounted: [{ login: "avsm", why: "it is for an older text", changed: OLD.outdated }],
      changedSince: OLD.outdated,
      passes: false,
    });
    expect(verdictOf([review("hannesm", "approves", OLD)], desk).lapsed).toEqual([]);
  });

  it("[RV10] stays with who asked for changes until the text changes, and then the turn is theirs again", () => {
    const before = [review("yallop", "approves"), review("avsm", "requests changes")];
    expect(verdictOf(before, desk)).toMatchObject({ requestsChanges: ["avsm"], answered: [], passes: false });
    const after = [review("yallop", "approves"), review("avsm", "requests changes", OLD)];
    expect(verdictOf(after, desk)).toMatchObject({ approvedBy: ["yallop"], requestsChanges: [], answered: ["avsm"], passes: false });
    expect(verdictOf([...after, review("avsm", "approves")], desk)).toMatchObject({
      approvedBy: ["yallop", "avsm"],
      answered: [],
      passes: true,
    });
  });

  it("[RV9] of an older text that nobody can compare does not count either, and says nothing of what has changed", () => {
    const uncompared = { ...OLD, uncompared: true as const };
    expect(verdictOf([review("avsm", "approves", uncompared), review("yallop", "approves", OLD)], desk)).toMatchObject({
      approvedBy: [],
      lapsed: ["avsm", "yallop"],
      discounted: [
        { login: "avsm", why: "it is for an older commit, which GitHub cannot compare with the present one. Ask for a new approval" },
        { login: "yallop", why: "it is for an older text", changed: OLD.outdated },
      ],
      changedSince: [],
    });
    expect(verdictOf([review("avsm", "approves", uncompared)], desk).discounted[0]).not.toHaveProperty("changed");
  });

  it("[RV9] tells what has changed since those looked whose turn it is again, in order, and of nobody else", () => {
    const since = (...outdated: readonly string[]) => ({ outdated });
    const reviews = [
      review("avsm", "approves", since("posts/b.md", "posts/c.md")),
      review("yallop", "requests changes", since("posts/a.md", "posts/c.md")),
      review("hannesm", "approves", since("posts/d.md")),
      review("mallory", "requests changes", since("posts/e.md")),
      review("samoht", "dismissed", since("posts/f.md")),
    ];
    expect(verdictOf(reviews, desk)).toMatchObject({
      answered: ["yallop"],
      lapsed: ["avsm"],
      changedSince: ["posts/a.md", "posts/b.md", "posts/c.md"],
    });
    expect(verdictOf([review("avsm", "approves", since("posts/b.md", "posts/a.md"))], desk).changedSince).toEqual([
      "posts/a.md",
      "posts/b.md",
    ]);
  });

  it("[RV10] waits for each who asked for changes, whether these have come or not", () => {
    const both = [review("avsm", "requests changes"), review("yallop", "requests changes", OLD), review("samoht", "approves")];
    expect(verdictOf(both, desk)).toMatchObject({
      approvedBy: ["samoht"],
      requestsChanges: ["avsm"],
      answered: ["yallop"],
      lapsed: [],
      passes: false,
    });
  });

  it("[RV8] counts reviews of a pull request whose opener's account is gone", () => {
    expect(verdictOf([review("avsm", "approves")], { ...desk, openedBy: null }).approvedBy).toEqual(["avsm"]);
  });

  it("[RV8] comments of whoever's review does not count are no news", () => {
    expect(verdictOf([review("avsm", "dismissed"), review("AVSM", "comments")], desk)).toMatchObject({
      commented: [],
      discounted: [{ login: "avsm", why: "it was dismissed" }],
    });
  });

  it("[RV8] comments of the byline and of bots say nothing", () => {
    expect(verdictOf([review("pqwy", "comments"), review("ci[bot]", "comments")], desk)).toMatchObject({ commented: [], discounted: [] });
  });

  it("[RV7] passes with as many approvals as the desk needs", () => {
    const two = { ...desk, needed: 2 };
    expect(verdictOf([review("avsm", "approves"), review("AVSM", "approves")], two).passes).toBe(false);
    expect(verdictOf([review("avsm", "approves"), review("yallop", "approves")], two).passes).toBe(true);
  });
});

describe("counting", () => {
  it("[RV8] a person is neither a bot nor an account that is gone", () => {
    expect([countsAsPerson(null), countsAsPerson({ login: "x[bot]", bot: false }), countsAsPerson({ login: "avsm", bot: false })]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("[RV1] open requests are counted by person, whatever the case, on open pull requests only", () => {
    const asked = (standing: PullRequest["standing"], ...logins: readonly string[]): PullRequest => ({
      number: 1,
      title: "",
      body: "",
      openedBy: null,
      openedAt: readInstant("2014-07-01T00:00:00Z"),
      draft: false,
      standing,
      endedAt: null,
      base: "master",
      head: { sha: "", branch: "", repository: null, since: readInstant("2014-07-01T00:00:00Z") },
      labels: [],
      posts: [],
      desk: null,
      filesComplete: true,
      requested: logins.map((login) => ({ login, at: readInstant("2014-07-01T00:00:00Z") })),
      reviews: [],
      comments: [],
      mergeable: "yes",
      checks: null,
    });
    const pulls = [asked("open", "avsm", "Yallop"), asked("open", "AVSM", "avsm"), asked("merged", "avsm"), asked("closed", "djs55")];
    expect([...openReviewLoad(pulls)]).toEqual([
      ["avsm", 2],
      ["yallop", 1],
    ]);
  });
});
