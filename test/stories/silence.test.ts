/** Posts that nobody works on, on the whole app: what is announced of them, who is asked, and what an edit of the desk answers. */
import { afterEach, describe, expect, it } from "@jest/globals";
import type { JudgedPost } from "../../src/desk/judged.js";
import { openWorld, type World } from "../world.js";
import { CAMPAIGN, IRMIN, type DeskChange } from "../world/desk-file.js";

let world: World;
afterEach(() => world.closes());

const until = (deadline: string): DeskChange => ({
  campaigns: [{ ...CAMPAIGN, deadline: `${deadline}T09:00[Europe/London]`, posts: [IRMIN] }],
});

async function irmin(): Promise<JudgedPost> {
  const { plan } = await world.view();
  const post = plan.posts.find(({ slug }) => slug === IRMIN.slug);
  if (!post) throw new Error("Unexpected lack of the post, expected it in the plan");
  return post;
}
const asked = (number: number) => world.said(number).filter((body) => body.includes("has missed two slots, "));

describe("a post that nobody works on", () => {
  it("[SL8] is told two slots in four weeks, and its coordinator is asked once, on the board, whatever is lost meanwhile", async () => {
    world = await openWorld({ desk: until("2014-07-14") });
    await world.settles();
    await world.passes("16 days");
    const { announced, needsDecision, waitingFor } = await irmin();
    expect(announced).toHaveLength(2);
    expect(needsDecision?.missed).toHaveLength(2);
    expect(waitingFor).toEqual(["amirmc"]);
    const board = world.board().number;
    expect(asked(board)).toEqual([
      expect.stringMatching(/@amirmc “Introducing Irmin” has missed two slots, .*\n\nThis needs a decision\. Choose one: drop the post/),
    ]);
    expect(await world.page(`/mirage/mirage-www/posts/${IRMIN.slug}`)).toContain("the coordinator has to decide");
    await world.passes("12 days");
    expect((await irmin()).announced).toEqual(announced);
    expect(asked(board)).toHaveLength(1);
  });

  it("[SL9] [SL2] has a slot again when the deadline is moved, and the move is told of whoever edits the plan with the commit", async () => {
    world = await openWorld({ desk: until("2014-07-14") });
    await world.settles();
    await world.passes("16 days");
    world.rewritesDesk(until("2014-08-29"));
    await world.settles();
    const post = await irmin();
    expect(post.needsDecision).toBeNull();
    expect(post.turn).toBe("byline");
    expect(post.slot?.lateness).toBe("on time");
    await world.passes("1 hours");
    world.rewritesDesk({
      campaigns: [
        { ...CAMPAIGN, deadline: "2014-08-29T09:00[Europe/London]", posts: [{ ...IRMIN, slot: "2014-08-20T12:00[Europe/London]" }] },
      ],
    });
    await world.settles();
    expect((await irmin()).announced.at(-1)).toMatchObject({
      by: "amirmc",
      why: expect.stringMatching(/commit `[0-9a-f]{7}`\.$/) as unknown,
    });
  });
});
