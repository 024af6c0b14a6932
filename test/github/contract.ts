/** What bringing effects about that notify people does, on any GitHub: run on the sandbox and, for what it does right, on `emulate`. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import { keyOf, type Effect } from "../../src/desk/effect.js";
import { applyEffects } from "../../src/github/apply/apply-effects.js";
import type { Target } from "../../src/github/apply/target.js";
import type { Applied } from "../../src/github/forge.js";

/** A GitHub with a repository in which people can open pull requests, and the app acts. */
export interface Stage {
  readonly site: Target;
  /** Somebody who looks. */
  readonly person: Octokit;
  /** Somebody opens a pull request with one post. */
  opens(): Promise<{ readonly number: number; readonly head: string }>;
  /** Two people who may be asked for a review. */
  readonly reviewers: readonly [string, string];
  close(): Promise<void>;
}

interface Extent {
  /** Whether the stage has reactions, REST on the issue side of pull requests, and GitHub's refusals. */
  readonly full: boolean;
}

async function bringAbout(site: Target, effects: readonly Effect[], doubtful: readonly string[] = []): Promise<readonly Applied[]> {
  const applied: Applied[] = [];
  for await (const one of applyEffects(site, effects, new Set(doubtful))) applied.push(one);
  return applied;
}

export function loudEffectsOn(name: string, open: () => Promise<Stage>, { full }: Extent): void {
  describe(`loud effects on ${name}`, () => {
    let stage: Stage;
    let place: { owner: string; repo: string };

    beforeAll(async () => {
      stage = await open();
      place = { owner: stage.site.owner, repo: stage.site.name };
    });
    afterAll(() => stage.close());

    const outcomes = async (...effects: Effect[]) => (await bringAbout(stage.site, effects)).map(({ outcome }) => outcome);
    const pull = async (number: number) => (await stage.person.rest.pulls.get({ ...place, pull_number: number })).data;
    const comments = async (number: number) => (await stage.person.rest.issues.listComments({ ...place, issue_number: number })).data;

    it("[GH16] makes the notice, with its mark, as the app", async () => {
      const { number } = await stage.opens();
      const notice: Effect = { kind: "notice", pull: number, comment: null, mark: "notice", body: "What is missing: a review." };
      expect(await outcomes(notice)).toMatchObject([{ kind: "done" }]);
      const [made, ...more] = await comments(number);
      expect(made).toMatchObject({ body: "<!-- presstime notice -->\nWhat is missing: a review.", user: { login: "presstime[bot]" } });
      expect(more).toEqual([]);
    });

    it("[GH16] reminds and replies, in the order of the plan", async () => {
      const { number } = await stage.opens();
      const remind: Effect = {
        kind: "remind",
        issue: number,
        channel: "pull request",
        to: "samoht",
        about: ["introducing-irmin"],
        mark: "remind/samoht/2014-07-18",
        body: "@samoht, your review is wanted.",
      };
      const reply: Effect = { kind: "reply", issue: number, mark: "reply/7", body: "It is in review." };
      expect(await outcomes(remind, reply)).toMatchObject([{ kind: "done" }, { kind: "done" }]);
      expect((await comments(number)).map(({ body }) => body?.split("\n")[1])).toEqual([
        "@samoht, your review is wanted.",
        "It is in review.",
      ]);
    });

    it("[GH18] asks all reviewers in one request, and takes one back", async () => {
      const { number, head } = await stage.opens();
      const [first, second] = stage.reviewers;
      const asked = async () => (await pull(number)).requested_reviewers?.map(({ login }) => login).sort();
      const before = [first, second].sort();
      expect(await outcomes({ kind: "ask", pull: number, head, logins: [first, second] })).toMatchObject([{ kind: "done" }]);
      expect(await asked()).toEqual(before);
      expect(await outcomes({ kind: "ask", pull: number, head, logins: [first, second] })).toMatchObject([{ kind: "done" }]);
      expect(await outcomes({ kind: "withdraw", pull: number, logins: [second] })).toMatchObject([{ kind: "done" }]);
      expect(await asked()).toEqual([first]);
    });

    it("[GH17] puts labels on with the app's colours and takes off those that are there", async () => {
      const { number } = await stage.opens();
      const labels: Effect = { kind: "labels", pull: number, add: ["status/in-review", "waiting-on/review"], remove: ["status/draft"] };
      expect(await outcomes(labels)).toMatchObject([{ kind: "done" }]);
      expect((await pull(number)).labels.map(({ name, color }) => `${name} ${color}`).sort()).toEqual([
        "status/in-review bfd4f2",
        "waiting-on/review fbca04",
      ]);
      const back: Effect = { kind: "labels", pull: number, add: [], remove: ["waiting-on/review"] };
      expect(await outcomes(back, back)).toMatchObject([{ kind: "done" }, { kind: "done" }]);
      expect((await pull(number)).labels.map(({ name }) => name)).toEqual(["status/in-review"]);
    });

    it("[GH16] makes a board, with its label and its mark", async () => {
      const board: Effect = {
        kind: "board",
        campaign: "OSCON 2014",
        issue: null,
        mark: "board/OSCON 2014",
        title: "OSCON 2014: the posts",
        body: "| post |",
      };
      expect(await outcomes(board)).toMatchObject([{ kind: "done" }]);
      const { data } = await stage.person.rest.issues.listForRepo({ ...place, labels: "presstime/board" });
      expect(data.map(({ title, body }) => ({ title, body }))).toEqual([
        { title: "OSCON 2014: the posts", body: "<!-- presstime board/OSCON%202014 -->\n| post |" },
      ]);
    });

    it("[GH22] merges the head that was judged", async () => {
      const { number, head } = await stage.opens();
      const merge: Effect = { kind: "merge", pull: number, head, method: "squash", slugs: ["introducing-irmin"] };
      expect(await outcomes(merge)).toMatchObject([{ kind: "done" }]);
      expect((await pull(number)).merged).toBe(true);
    });

    it("[GH20] calls stale what is not there any more, and goes on", async () => {
      const { number } = await stage.opens();
      const gone: Effect = { kind: "labels", pull: 9999, add: ["status/draft"], remove: [] };
      const reply: Effect = { kind: "reply", issue: number, mark: "reply/8", body: "Yes." };
      const [first, second] = await outcomes(gone, reply);
      expect(first).toMatchObject({ kind: "stale" });
      expect(second).toMatchObject({ kind: "done" });
    });

    if (full) {
      it("[GH16] reacts to a comment, once however often", async () => {
        const { number } = await stage.opens();
        await outcomes({ kind: "reply", issue: number, mark: "reply/9", body: "/status" });
        const [comment] = await comments(number);
        const react: Effect = {
          kind: "react",
          issue: number,
          comment: { id: comment?.id ?? 0, node: comment?.node_id ?? "" },
          reaction: "+1",
        };
        expect(await outcomes(react, react)).toMatchObject([{ kind: "done" }, { kind: "done" }]);
        const { data } = await stage.person.rest.reactions.listForIssueComment({ ...place, comment_id: comment?.id ?? 0 });
        expect(data.map(({ content, user }) => `${content} ${user?.login ?? ""}`)).toEqual(["+1 presstime[bot]"]);
      });
    }

    it("[GH23] finds a board that was made before a crash instead of making another", async () => {
      const board: Effect = {
        kind: "board",
        campaign: "FOSDEM",
        issue: null,
        mark: "board/FOSDEM",
        title: "FOSDEM: the posts",
        body: "| one |",
      };
      await bringAbout(stage.site, [board]);
      const again = { ...board, body: "| two |" };
      expect((await bringAbout(stage.site, [again], [keyOf(board)])).map(({ outcome }) => outcome)).toMatchObject([{ kind: "done" }]);
      const { data } = await stage.person.rest.issues.listForRepo({ ...place, labels: "presstime/board", state: "all" });
      expect(data.filter(({ title }) => title === "FOSDEM: the posts").map(({ body }) => body)).toEqual([
        "<!-- presstime board/FOSDEM -->\n| two |",
      ]);
    });
  });
}
