/** The watch on conformity sees what is wrong. */
import { describe, expect, it } from "@jest/globals";
import type { RequestRecord } from "../../sandbox/http/request-log.js";
import { aSandbox } from "./a-sandbox.js";

describe("the watch on conformity", () => {
  it("[SB1] complains of answers, requests and webhooks that GitHub does not describe", async () => {
    const { github, repo, bot, where, honest, mailbox } = await aSandbox();
    await bot.repos.get(where);
    await github.delivered();
    honest.expectNoComplaints();
    const good = github.requests.find(({ route }) => route === "/repos/{owner}/{repo}")!;
    const answer = good.answer as Readonly<Record<string, unknown>>;
    const spoiled: readonly (readonly [Partial<RequestRecord>, string])[] = [
      [{ answer: { ...answer, owner: null } }, "/owner"],
      [{ answer: { ...answer, archived: undefined } }, "archived"],
      [{ answer: { ...answer, created_at: "yesterday" } }, "date-time"],
      [{ query: { pages: "2" } }, "unexpected query parameter pages"],
      [{ body: { x: 1 } }, "unexpected body"],
      [{ status: 299 }, "GitHub describes no answer 299 here"],
      [{ route: null }, "no such endpoint"],
      [{ method: "POST", route: "/repos/{owner}/{repo}/issues", status: 201, body: { titel: "Board" } }, "titel"],
      [{ method: "POST", route: "/repos/{owner}/{repo}/issues", status: 201, body: {} }, "title"],
      [{ route: "/graphql", answer: { errors: [{ message: "no such field" }] } }, "no such field"],
    ];
    for (const [wrong, complaint] of spoiled) {
      github.requests.push({ ...good, ...wrong });
      expect(honest.complaints().join("\n")).toContain(complaint);
      expect(() => {
        honest.expectNoComplaints();
      }).toThrow(complaint);
      github.requests.pop();
    }
    github.world.emit({ name: "issues", action: "opened", repo, sender: github.app.owner, body: () => ({ issue: { number: 1 } }) });
    expect(honest.complaints().join("\n")).toContain("webhook issues-opened");
    await github.close();
    await mailbox.close();
  });
});
