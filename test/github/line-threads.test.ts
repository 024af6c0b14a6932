/** Conversations on lines: what is read of them, and when they are asked for. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { queryCostOf } from "../../sandbox/graphql/cost.js";
import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse } from "graphql";
import { lineThreadsDocument } from "../../src/github/read/documents.js";
import { THREADS_STIRRED, readCacheOf } from "../../src/github/read/read-cache.js";
import { instant } from "../../src/desk/time/zone.js";
import { openNewsroom, postText, type Newsroom } from "./newsroom.js";

const DAY = 24 * 3_600_000;
const PATH = "posts/irmin.md";
const line = (body: string) => ({ path: PATH, body, side: "RIGHT" as const, line: 5, startLine: null });

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  const samoht = room.github.as("samoht");
  samoht.push(room.repo, "irmin", { [PATH]: postText("Irmin", "One.\n") });
  samoht.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
});
afterEach(() => room.close());

const threads = async () => (await room.look()).open[0]?.threads;
const requests = async () => (await room.asked(() => room.look())).length;
const remark = (body: string, state: "APPROVED" | "COMMENTED" = "COMMENTED") =>
  room.github.as("avsm").reviews(room.repo, 186, { state, body: "", comments: [line(body)] });

describe("conversations on lines", () => {
  it("[GH29] are told with where they are, whether they are closed, and what was said in them, answers too", async () => {
    remark("One?");
    await room.github.clock.advance(60_000);
    const reply = room.github.as("samoht").repliesIn(room.repo, 186, 0, "/hold\r\nTwo.");
    room.github.as("samoht").resolves(room.repo, 186, 0);
    const [thread, ...more] = (await threads()) ?? [];
    expect(more).toEqual([]);
    expect(thread).toMatchObject({ path: PATH, resolved: true });
    const [first, second] = thread?.comments ?? [];
    expect(first).toMatchObject({
      body: "One?",
      by: { login: "avsm", bot: false },
      in: { kind: "line", thread: first?.id, review: room.repo.threads.get(186)?.pull?.reviews[0]?.id },
    });
    expect(second).toEqual({
      id: reply.id,
      node: reply.nodeId,
      by: { login: "samoht", bot: false },
      at: "2014-07-01T09:01:00Z",
      editedAt: null,
      body: "/hold\nTwo.",
      mark: null,
      reactions: [],
      in: { kind: "line", thread: first?.id, review: room.repo.threads.get(186)?.pull?.reviews[1]?.id },
    });
  });

  it("[GH29] that were drafted in a pending review are said when that is submitted", async () => {
    remark("/hold until Friday");
    await room.github.clock.advance(3_600_000);
    const [review] = room.repo.threads.get(186)?.pull?.reviews ?? [];
    Object.assign(review ?? {}, { submittedAt: instant(new Date("2014-07-01T09:45:00Z")) });
    const [thread] = (await threads()) ?? [];
    expect(thread?.comments[0]).toMatchObject({ at: "2014-07-01T09:45:00Z", editedAt: null });
  });

  it("[GH54] are asked for when a review has come, and not again", async () => {
    await room.look();
    remark("One?");
    expect(await requests()).toBe(2);
    expect(await requests()).toBe(1);
    room.github.as("samoht").comments(room.repo, 186, "Soon.");
    expect(await requests()).toBe(1);
    room.github.as("samoht").repliesIn(room.repo, 186, 0, "Two.");
    expect(await requests()).toBe(2);
    expect(await requests()).toBe(1);
    expect((await threads())?.map(({ comments }) => comments.map(({ body }) => body))).toEqual([["One?", "Two."]]);
  });

  it("[GH54] are asked for again when a delivery told of them, and otherwise once a day while the pull request is open", async () => {
    const { id } = remark("One?");
    await room.look();
    room.github.as("samoht").resolves(room.repo, 186, 0);
    expect((await threads())?.[0]?.resolved).toBe(false);
    const now = instant(room.github.clock.now());
    await readCacheOf(room.ledger, now).keep(THREADS_STIRRED, new Map([[`${room.repo.id}:186`, "a delivery"]]));
    expect((await threads())?.[0]?.resolved).toBe(true);
    room.github.as("samoht").resolves(room.repo, 186, 0, false);
    await room.github.clock.advance(DAY);
    expect((await threads())?.[0]?.resolved).toBe(false);
    expect(id).toBeGreaterThan(0);
    room.github.as("samoht").closes(room.repo, 186);
    await room.look();
    await room.github.clock.advance(2 * DAY);
    expect((await room.look()).closed[0]?.threads).toHaveLength(1);
  });

  it("[GH54] of more than twenty are all read, and the app's own suggestions alone are not asked for", async () => {
    const { head } = (await room.look()).open[0] ?? {};
    const comments = [{ path: PATH, startLine: null, line: 5, mark: "fix/1", body: "Better." }];
    await room.bringAbout([{ kind: "suggest", pull: 186, head: head?.sha ?? "", mark: "suggest", body: "One thing to fix.", comments }]);
    expect(await requests()).toBe(1);
    for (let n = 0; n < 24; n += 1) remark(`Remark ${n}`);
    expect(await threads()).toHaveLength(25);
    expect(await requests()).toBe(1);
  });

  it("[GH54] cost four points for twenty pull requests", () => {
    const official = buildSchema(schema.idl, { assumeValidSDL: true });
    const numbers = Array.from({ length: 20 }, (_, n) => n + 1);
    expect(queryCostOf(official, parse(lineThreadsDocument(numbers)), null, {}).points).toBe(4);
  });

  it("[GH38] that GitHub will not tell of stop no look for long", async () => {
    remark("One?");
    const isAbout = ({ body }: { readonly body: unknown }) => JSON.stringify(body ?? "").includes("LineThreads");
    room.github.trouble.failing({ next: 10, how: 502, when: isAbout });
    await expect(room.look()).rejects.toThrow();
    expect(await threads()).toBeUndefined();
    room.github.trouble.over();
    expect(await threads()).toHaveLength(1);
  });
});
