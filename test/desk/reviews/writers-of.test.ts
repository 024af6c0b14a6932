/** Whose word counts of a text, by who wrote what of it since it was last approved. */
import { describe, expect, it } from "@jest/globals";
import type { Access, OwnCommit, Review } from "../../../src/desk/facts/snapshot.js";
import { verdictOf } from "../../../src/desk/reviews/verdict-of.js";
import { plus, readInstant } from "../../../src/desk/time/zone.js";
import { campaign, paperWorld, person } from "../paper-world.js";

const commit = (sha: string, by: readonly string[] | null): OwnCommit => ({ sha, by: by ?? [], unknown: by === null });

let ids = 0;
const review = (login: string, head: string, more: Partial<Review> & { readonly access?: Access } = {}): Review => {
  const { access, ...rest } = more;
  ids += 1;
  const at = plus(readInstant("2014-07-10T10:00:00Z"), ids * 1000);
  const by = { login, bot: false, ...(access && { access }) };
  return { id: ids, by, at, says: "approves", head, outdated: [], body: "", mark: null, ...rest };
};

const OLD = { outdated: ["posts/one.md"] };
const judged = (commits: readonly OwnCommit[], reviews: readonly Review[], needed = 1) => {
  const desk = { people: ["ben", "cat", "dan"].map((login) => person(login)), coordinators: [] };
  return verdictOf(reviews, { byline: ["ann"], openedBy: "ann", app: "presstime[bot]", needed, desk, commits });
};

describe("whose approval counts", () => {
  it("[RV13] not that of who wrote anything since somebody else's approval last counted, and again that of who wrote only before", () => {
    const commits = [commit("1", ["ann"]), commit("2", ["ben"]), commit("3", ["ann"])];
    expect(judged(commits, [review("ben", "3")])).toMatchObject({ approvedBy: [], writers: ["ann", "ben"] });
    expect(judged(commits, [review("cat", "2", OLD), review("ben", "3")])).toMatchObject({ approvedBy: ["ben"], writers: ["ann"] });
    // One that does not count clears nobody.
    expect(judged(commits, [review("ann", "2", OLD), review("ben", "3")]).approvedBy).toEqual([]);
    expect(judged(commits, [review("ben", "2", OLD), review("ben", "3")]).approvedBy).toEqual([]);
    expect(judged(commits, [review("mallory", "2", { ...OLD, access: "none" }), review("ben", "3")]).approvedBy).toEqual([]);
    expect(judged(commits, [review("cat", "gone", OLD), review("ben", "3")]).approvedBy).toEqual([]);
    expect(judged(commits, [review("cat", "2", { ...OLD, says: "dismissed" }), review("ben", "3")]).approvedBy).toEqual([]);
  });

  it("[RV13] that of who wrote the first commit, once somebody else has approved that", () => {
    const commits = [commit("1", ["ben"]), commit("2", ["ann"])];
    expect(judged(commits, [review("cat", "1", OLD), review("ben", "2")]).approvedBy).toEqual(["ben"]);
    expect(judged(commits, [review("ben", "2")]).approvedBy).toEqual([]);
  });

  it("[RV13] that of who wrote what was approved by somebody who wrote only afterwards, whatever these said of later texts", () => {
    const commits = [commit("1", ["ben"]), commit("2", ["cat"]), commit("3", ["ann"])];
    const approved = review("cat", "1", OLD);
    expect(judged(commits, [approved, review("ben", "3")]).approvedBy).toEqual(["ben"]);
    expect(judged(commits, [approved, review("cat", "1", { says: "comments" }), review("ben", "3")]).approvedBy).toEqual(["ben"]);
    expect(judged(commits, [approved, review("cat", "2", { says: "requests changes" }), review("ben", "3")]).approvedBy).toEqual(["ben"]);
    const gone = { ...review("dan", "3"), by: null };
    expect(judged(commits, [approved, gone, review("ben", "3")]).approvedBy).toEqual(["ben"]);
  });

  it("[RV13] names a commit that nobody knows by the first seven of its digits", () => {
    const sha = "0123456789abcdef0123456789abcdef01234567";
    expect(judged([commit(sha, null)], [review("ben", sha)]).discounted[0]?.why).toMatch(/commit `0123456` belongs to no GitHub account/);
  });

  it("[RV13] of one text all are held against the same commits, however often the base was taken in between", () => {
    const commits = [commit("1", ["ann"]), commit("2", ["ben"]), commit("3", [])];
    expect(judged(commits, [review("cat", "2"), review("ben", "3")], 2)).toMatchObject({ approvedBy: ["cat"], passes: false });
    expect(judged(commits, [review("cat", "2"), review("dan", "3")], 2)).toMatchObject({ approvedBy: ["cat", "dan"], passes: true });
  });

  it("[RV13] of two words of one person in one second the later one counts for what it clears", () => {
    const commits = [commit("1", ["ann"]), commit("2", ["ben"]), commit("3", ["ann"])];
    const at = readInstant("2014-07-10T11:00:00Z");
    const cleared = review("cat", "2", { ...OLD, at, id: 902 });
    const taken = review("cat", "2", { ...OLD, at, id: 901, says: "requests changes" });
    for (const both of [
      [cleared, taken],
      [taken, cleared],
    ]) {
      expect(judged(commits, [...both, review("ben", "3")]).approvedBy).toEqual(["ben"]);
      expect(judged(commits, [{ ...taken, id: 903 }, cleared, review("ben", "3")]).approvedBy).toEqual([]);
    }
  });

  it("[RV13] where nobody knows who wrote it, of those alone who cannot have", () => {
    const commits = [commit("1", ["ann"]), commit("2", null)];
    expect(judged(commits, [review("ben", "2")])).toMatchObject({
      approvedBy: [],
      discounted: [{ why: /^the e-mail address of commit `2` belongs to no GitHub account/ }],
    });
    expect(judged(commits, [review("ben", "2", { access: "write" })]).approvedBy).toEqual([]);
    expect(judged(commits, [review("ben", "2", { access: "none" })]).approvedBy).toEqual(["ben"]);
    expect(judged(commits, [review("cat", "1", OLD), review("ben", "2")]).approvedBy).toEqual([]);
  });

  it("[RV13] of a head that is no more, when it is for what stands now", () => {
    const commits = [commit("1", ["ann"]), commit("2", ["ben"])];
    expect(judged(commits, [review("cat", "gone")]).approvedBy).toEqual(["cat"]);
    expect(judged(commits, [review("ben", "gone")]).approvedBy).toEqual([]);
    expect(judged(commits, [review("cat", "gone", OLD)])).toMatchObject({ approvedBy: [], lapsed: ["cat"], changedSince: OLD.outdated });
  });

  it("[RV14] changes that its writer asked for are waited for until there are some", () => {
    const commits = [commit("1", ["ann"]), commit("2", ["ben"])];
    const asks = (head: string, more = {}) => review("ben", head, { says: "requests changes", ...more });
    expect(judged(commits, [asks("2")])).toMatchObject({ requestsChanges: ["ben"], passes: false });
    expect(judged(commits, [asks("1", OLD), review("cat", "2")])).toMatchObject({ answered: [], requestsChanges: [], passes: true });
  });
});

describe("whoever writes to a post", () => {
  it("[RV2] is not asked to review it, and what they were asked for is taken back", () => {
    const world = paperWorld({ desk: { campaigns: [campaign([{ slug: "one", byline: ["ann"] }])] } });
    const number = world.submits("ann", "one");
    world.looks();
    const asked = world.pull(number).requested[0]?.login ?? "";
    world.pushes(number, "anew", { by: asked });
    world.looks();
    expect(world.pull(number).requested.map(({ login }) => login)).not.toContain(asked);
    expect(world.pull(number).requested).toHaveLength(1);
    world.says("amir", number, `/cc @${asked}`);
    world.looks();
    expect(world.pull(number).requested).toHaveLength(1);
  });
});
