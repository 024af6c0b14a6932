/** Buttons beside a check: three short ones at most, of whose presses the App hears. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
let head: string;
beforeEach(async () => {
  world = await aSandbox();
  head = world.github.as("samoht").push(world.repo, "tls", { "posts/tls.md": "# TLS\n" });
});
afterEach(() => world.close());

const BUTTON = { label: "Fix all", description: "Commits the fixes to this branch", identifier: "fix" };
const makes = (actions: readonly (typeof BUTTON)[]) =>
  world.bot.checks.create({
    ...world.where,
    name: "lint",
    head_sha: head,
    status: "completed",
    conclusion: "neutral",
    actions: [...actions],
  });

describe("a check's button", () => {
  it("[SB29] tells the App, and nobody else, who pressed it beside which check", async () => {
    const { github, repo, mailbox } = world;
    await makes([BUTTON]);
    await github.delivered();
    mailbox.mails.length = 0;
    github.as("samoht").pressesAction(repo, head, "lint", "fix");
    await github.delivered();
    expect(mailbox.mails.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        action: "requested_action",
        requested_action: { identifier: "fix" },
        check_run: expect.objectContaining({ name: "lint", head_sha: head }),
        sender: expect.objectContaining({ login: "samoht" }),
      }),
    ]);
    expect(() => {
      github.as("samoht").pressesAction(repo, head, "lint", "other");
    }).toThrow("expected one of the check lint");
  });

  it.each([
    ["a label of 21 characters", [{ ...BUTTON, label: "x".repeat(21) }]],
    ["a description of 41", [{ ...BUTTON, description: "x".repeat(41) }]],
    ["an identifier of 21", [{ ...BUTTON, identifier: "x".repeat(21) }]],
    ["four of them", Array.from({ length: 4 }, (_, n) => ({ ...BUTTON, identifier: `fix${n}` }))],
  ])("[SB21] is refused with %s", async (_, actions) => {
    await expect(makes(actions)).rejects.toMatchObject({ status: 422 });
  });
});
