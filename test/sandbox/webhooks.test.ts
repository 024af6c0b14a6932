/** Which webhooks are sent, how they are signed, and how they can go astray. */
import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aSandbox, type ASandbox } from "./a-sandbox.js";

let world: ASandbox;
beforeEach(async () => {
  world = await aSandbox();
  await world.github.delivered();
  world.mailbox.mails.length = 0;
});
afterEach(async () => {
  await world.close();
});

function opens(title: string) {
  const { github, repo } = world;
  const branch = title.toLowerCase();
  github.as("avsm").push(repo, branch, { [`posts/${branch}.md`]: `# ${title}\n` });
  return github.as("avsm").opens(repo, { branch, title });
}

describe("webhooks", () => {
  it("[SB11] are signed, and carry the headers that GitHub sends", async () => {
    const { github, repo, mailbox } = world;
    github.as("avsm").opensIssue(repo, { title: "Board" });
    await github.delivered();
    const [mail] = mailbox.mails;
    expect(mail?.headers).toMatchObject({
      "content-type": "application/json",
      "x-github-event": "issues",
      "x-github-delivery": expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      "x-github-hook-installation-target-id": String(github.app.id),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature-256": `sha256=${createHmac("sha256", github.app.webhookSecret)
        .update(mail?.text ?? "")
        .digest("hex")}`,
      "user-agent": expect.stringMatching(/^GitHub-Hookshot\//),
    });
    expect(mail?.body).toMatchObject({ action: "opened", installation: { id: github.installation(repo).id }, sender: { login: "avsm" } });
  });

  it("[SB11] say what GitHub says, in the order in which it happens", async () => {
    const { github, repo, mailbox, bot, where } = world;
    const avsm = github.as("avsm");
    const amir = github.as("amirmc");
    const fork = amir.fork(repo);
    amir.push(fork, "tls", { "posts/tls.md": "# TLS\n" });
    const { number } = amir.opens(repo, { branch: "tls", from: fork, title: "TLS", draft: true });
    amir.edits(repo, number, { title: "TLS in OCaml" });
    amir.push(fork, "tls", { "posts/tls.md": "# TLS 2\n" });
    amir.marksReady(repo, number);
    amir.convertsToDraft(repo, number);
    amir.marksReady(repo, number);
    avsm.labels(repo, number, ["tls"]);
    avsm.unlabels(repo, number, ["tls"]);
    avsm.asks(repo, number, ["samoht", "yomimono"]);
    avsm.unasks(repo, number, ["yomimono"]);
    const review = github.as("samoht").reviews(repo, number, { state: "CHANGES_REQUESTED", body: "Too short." });
    github.as("samoht").editsReview(repo, number, review.id, "Too short, I think.");
    avsm.dismisses(repo, number, review.id, "It is short by design.");
    const comment = avsm.comments(repo, number, "Going live now.");
    avsm.editsComment(repo, comment.id, "Going live soon.");
    avsm.deletesComment(repo, comment.id);
    amir.closes(repo, number);
    amir.reopens(repo, number);
    avsm.merges(repo, number);
    await bot.issues.create({ ...where, title: "Board" });
    await bot.checks.create({ ...where, name: "presstime/lint", head_sha: repo.branches.get("main") ?? "", conclusion: "success" });
    await github.delivered();
    expect(mailbox.names()).toEqual([
      "pull_request opened",
      "pull_request edited",
      "pull_request synchronize",
      "pull_request ready_for_review",
      "pull_request converted_to_draft",
      "pull_request ready_for_review",
      "label created",
      "pull_request labeled",
      "pull_request unlabeled",
      "pull_request review_requested",
      "pull_request review_requested",
      "pull_request review_request_removed",
      "pull_request_review submitted",
      "pull_request_review edited",
      "pull_request_review dismissed",
      "issue_comment created",
      "issue_comment edited",
      "issue_comment deleted",
      "pull_request closed",
      "pull_request reopened",
      "pull_request closed",
      "push",
      "check_suite requested",
      "issues opened",
      "check_run created",
      "check_run completed",
      "check_suite completed",
    ]);
  });

  it("[SB11] tell of installations, repositories and pings", async () => {
    const { github, repo, mailbox } = world;
    const other = github.createRepository({ owner: "mirage", name: "mirage" });
    github.removesFromInstallation(other);
    github.as("avsm").renames(repo, "www");
    github.as("avsm").archives(repo);
    github.as("avsm").unarchives(repo);
    github.suspends(repo, true);
    github.suspends(repo, false);
    github.permits(repo, { ...github.app.permissions, issues: "read" });
    github.pings();
    github.uninstalls(repo);
    await github.delivered();
    expect(mailbox.names()).toEqual([
      "installation_repositories added",
      "push",
      "check_suite requested",
      "installation_repositories removed",
      "repository renamed",
      "repository archived",
      "repository unarchived",
      "installation suspend",
      "installation unsuspend",
      "installation new_permissions_accepted",
      "ping",
      "installation deleted",
    ]);
  });

  it("[SB11] come only of what the App subscribed to and may read", async () => {
    const { github, repo, mailbox } = world;
    github.permits(repo, { ...github.app.permissions, issues: "read", checks: "read" });
    github.trouble.withdraw("contents");
    await github.delivered();
    mailbox.mails.length = 0;
    opens("TLS");
    await github.delivered();
    expect(mailbox.names()).toEqual(["pull_request opened"]);
  });

  it("[SB12] are kept with the answer they got, and can be sent again with the same GUID", async () => {
    const { github, repo, mailbox, app } = world;
    mailbox.answer = 500;
    github.as("avsm").opensIssue(repo, { title: "Board" });
    await github.delivered();
    const { data: failures } = await app.apps.listWebhookDeliveries({ per_page: 1, status: "failure" });
    expect(failures).toMatchObject([{ event: "issues", action: "opened", status_code: 500, redelivery: false }]);
    mailbox.answer = 202;
    await app.apps.redeliverWebhookDelivery({ delivery_id: failures[0]?.id ?? 0 });
    await github.delivered();
    expect(mailbox.mails.map(({ guid, text }) => [guid, text])).toEqual([
      [failures[0]?.guid, mailbox.mails[0]?.text],
      [failures[0]?.guid, mailbox.mails[0]?.text],
    ]);
    const { data: newest } = await app.apps.listWebhookDeliveries({ per_page: 1 });
    expect(newest).toMatchObject([{ guid: failures[0]?.guid, status_code: 202, redelivery: true }]);
  });

  it("[SB12] are forgotten after three days", async () => {
    const { github, repo, app } = world;
    github.as("avsm").opensIssue(repo, { title: "Board" });
    await github.delivered();
    await github.clock.advance(73 * 3_600_000);
    expect((await app.apps.listWebhookDeliveries()).data).toEqual([]);
  });

  it("[SB13] can be lost without a trace, or find the App's endpoint down and leave one", async () => {
    const { github, mailbox, app } = world;
    const before = github.deliveries.length;
    github.webhooks.drop(({ name }) => name === "pull_request");
    opens("TLS");
    await github.delivered();
    expect(mailbox.names()).toEqual(["push", "check_suite requested"]);
    github.webhooks.over();
    github.webhooks.down(true);
    opens("X509");
    await github.delivered();
    expect(mailbox.mails).toHaveLength(2);
    expect((await app.apps.listWebhookDeliveries({ status: "failure" })).data.map(({ event }) => event)).toEqual([
      "pull_request",
      "check_suite",
      "push",
    ]);
    expect(github.deliveries.length - before).toBe(5);
  });

  it("[SB13] can come twice, or later by the clock", async () => {
    const { github, repo, mailbox } = world;
    github.webhooks.duplicate(() => true);
    github.as("avsm").opensIssue(repo, { title: "Board" });
    await github.delivered();
    expect(new Set(mailbox.mails.map(({ guid }) => guid)).size).toBe(1);
    expect(mailbox.mails).toHaveLength(2);
    github.webhooks.over();
    github.webhooks.delay(60_000, ({ name }) => name === "issue_comment");
    github.as("avsm").comments(repo, 1, "Late");
    await github.delivered();
    expect(mailbox.mails).toHaveLength(2);
    await github.clock.advance(60_000);
    await github.delivered();
    expect(mailbox.names().at(-1)).toBe("issue_comment created");
  });

  it("[SB13] can be held and let go in any order, some left out and some doubled", async () => {
    const { github, mailbox } = world;
    github.webhooks.hold();
    opens("TLS");
    await github.delivered();
    expect(mailbox.mails).toEqual([]);
    github.webhooks.release((held) => [...held].reverse().flatMap((webhook) => (webhook.name === "push" ? [] : [webhook, webhook])));
    await github.delivered();
    expect(mailbox.names()).toEqual(["pull_request opened", "pull_request opened", "check_suite requested", "check_suite requested"]);
  });

  it("[SB13] of a stranger can be sent, with a signature that is wrong", async () => {
    const { github, mailbox } = world;
    mailbox.answer = 401;
    expect(await github.forges(mailbox.url, "push", { ref: "refs/heads/main" }, "not the secret")).toMatchObject({ code: 401 });
    const right = createHmac("sha256", github.app.webhookSecret)
      .update(mailbox.mails[0]?.text ?? "")
      .digest("hex");
    expect(mailbox.mails[0]?.headers["x-hub-signature-256"]).not.toBe(`sha256=${right}`);
    expect(github.deliveries.some(({ guid }) => guid === mailbox.mails[0]?.guid)).toBe(false);
  });
});
