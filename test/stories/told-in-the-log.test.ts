/** Whoever is told that more is in the log finds it there, with the cause, at the level that is the default. */
import { afterEach, describe, expect, it } from "@jest/globals";
import { MINUTE } from "../../src/desk/time/zone.js";
import { WEBHOOK_PATH } from "../../src/server/webhook-endpoint.js";
import { about, signed } from "../server/signed-delivery.js";
import { openWorld, type World } from "../world.js";

let world: World | null = null;
afterEach(async () => {
  await world?.closes();
  world = null;
});

const linesOf = ({ log }: World, words: string) => log.filter((line) => line.includes(words));

describe("a database that fails", () => {
  it.each([
    ["a page", "/", {}, "This page could not be made", "could not make a page"],
    ["readiness", "/readyz", {}, "the log says why", "cannot store anything in its database"],
    ["a delivery", WEBHOOK_PATH, { post: true }, "The error is in the log", "could not store a webhook"],
  ])(
    "[SV26] costs %s, and the log has the cause that the answer keeps back",
    async (_, path, { post = false }: { post?: boolean }, says, line) => {
      const here = (world = await openWorld());
      await here.settles();
      here.witness({
        before: () => {
          throw new Error("disk I/O error at /var/lib");
        },
      });
      const { id: appId, webhookSecret: secret } = here.github.app;
      const answer = await fetch(here.app.url + path, post ? signed({ name: "star", body: about(), secret, appId }) : {});
      const text = await answer.text();
      here.witness({});
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(text).toContain(says);
      expect(text).not.toContain("disk I/O");
      expect(linesOf(here, line)).toEqual([expect.stringMatching(/"level":"error".*disk I\/O error at \/var\/lib/)]);
    },
  );
});

describe("what GitHub refuses beside the work", () => {
  it.each([
    ["the list of an installation's repositories", "/installation/repositories", "Skipped an installation"],
    ["the list of failed webhooks", "/app/hook/deliveries", "could not read GitHub's list of failed webhooks"],
  ])("[SV26] %s is a line in the log", async (_, refused, line) => {
    const here = (world = await openWorld({ sweepEvery: 15 * MINUTE }));
    await here.settles();
    here.github.trouble.failing({ next: 1, how: 404, when: ({ path }) => path === refused });
    await here.passes("20 minutes");
    expect(linesOf(here, line)).toEqual([expect.stringContaining('"level":"warn"')]);
  });

  it("[SV26] sending a webhook again is a line in the log", async () => {
    const here = (world = await openWorld({ sweepEvery: 15 * MINUTE }));
    await here.settles();
    here.github.webhooks.down(true);
    here.submits("samoht", "stray");
    await here.settles();
    here.github.webhooks.down(false);
    here.github.trouble.failing({ next: 99, how: 404, when: ({ path }) => path.endsWith("/attempts") });
    await here.passes("20 minutes");
    expect(linesOf(here, "refused to send a webhook again")).not.toEqual([]);
  });
});
