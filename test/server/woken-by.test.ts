/** Which webhooks wake which repository. */
import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import { WAKES } from "../../src/index.js";
import { readDeliveryBody } from "../../src/server/delivery.js";
import { wokenBy, type Woken } from "../../src/server/woken-by.js";
import { about } from "./signed-delivery.js";

const OWN = { id: 42, login: "presstime[bot]" };
const WWW = { id: 7, installation: 9, owner: "mirage", name: "mirage-www" };

function woken(name: string, raw: unknown, appId: number | null = OWN.id): Woken {
  const body = readDeliveryBody(raw);
  if (!body) throw new Error("Unexpected body, expected one that can be read");
  return wokenBy({ id: "d-1", name, body, appId }, OWN, WAKES);
}

describe("a delivery", () => {
  it.each([
    ["pull_request", {}],
    ["pull_request_review", { action: "submitted" }],
    ["issue_comment", { action: "created" }],
    ["issues", { action: "closed" }],
    ["push", { ref: "refs/heads/master" }],
    ["check_suite", { action: "completed", check_suite: { app: { id: 1 } } }],
    ["check_run", { action: "completed", check_run: { app: null } }],
    ["check_run", { action: "rerequested", check_run: { app: { id: OWN.id } } }],
    ["status", { state: "success" }],
    ["repository", { action: "renamed" }],
  ])("[SV13] %s wakes the repository it is about: %j", (name, more) => {
    expect(woken(name, about(more))).toEqual({ kind: "repositories", repositories: [WWW] });
  });

  it.each([
    ["push", { ref: "refs/heads/some-branch" }],
    ["push", { ref: "refs/tags/master" }],
    ["check_suite", { action: "completed", check_suite: { app: { id: OWN.id } } }],
    ["check_run", { action: "created", check_run: { app: { id: 1 } } }],
    ["status", { state: "pending" }],
    ["repository", { action: "deleted" }],
    ["installation", { action: "deleted", repositories: [] }],
    ["star", {}],
    ["toString", {}],
    ["constructor", {}],
  ])("[SV13] %s wakes nobody when nothing that is looked at can have changed: %j", (name, more) => {
    expect(woken(name, about(more)).kind).toBe("nobody");
  });

  it("[SV13] without a repository, or from no installation, wakes nobody", () => {
    expect(woken("issues", about({ repository: undefined })).kind).toBe("nobody");
    expect(woken("issues", about({ installation: undefined })).kind).toBe("nobody");
  });

  it("[SV13] of a new installation wakes every repository it brings", () => {
    const repositories = [
      { id: 1, full_name: "mirage/one" },
      { id: 2, full_name: "mirage/two" },
    ];
    const all = [
      { id: 1, installation: 9, owner: "mirage", name: "one" },
      { id: 2, installation: 9, owner: "mirage", name: "two" },
    ];
    const expected = { kind: "repositories", repositories: all };
    expect(woken("installation", { action: "created", installation: { id: 9, app_id: 42 }, repositories })).toEqual(expected);
    expect(woken("installation_repositories", { action: "added", installation: { id: 9 }, repositories_added: repositories })).toEqual(
      expected,
    );
  });

  it("[SV13] that names no repository of an installation that is taken up again wakes all that are known of it", () => {
    expect(woken("installation", { action: "unsuspend", installation: { id: 9, app_id: 42 } })).toEqual({ kind: "installation", id: 9 });
  });

  it("[SV13] of a push to an owner's .github repository wakes all that the owner has", () => {
    const repository = { id: 8, full_name: "mirage/.github", default_branch: "main" };
    expect(woken("push", about({ ref: "refs/heads/main", repository }))).toEqual({
      kind: "owner",
      repository: { id: 8, installation: 9, owner: "mirage", name: ".github" },
    });
  });

  it.each(["issue_comment", "issues", "pull_request", "pull_request_review"])(
    "[SV14] %s that tells of our own doing wakes nobody",
    (name) => {
      expect(woken(name, about({ sender: { login: "Presstime[bot]" } })).kind).toBe("nobody");
    },
  );

  it("[SV14] of what we published wakes, though it is our own doing", () => {
    const sender = { login: OWN.login };
    expect(woken("push", about({ sender, ref: "refs/heads/master" })).kind).toBe("repositories");
    expect(woken("pull_request", about({ sender, action: "closed", pull_request: { merged: true } })).kind).toBe("repositories");
  });

  it("[SV15] for another App is known by its header, or by the installation's own word", () => {
    expect(woken("issues", about(), 43)).toEqual({ kind: "foreign", appId: 43 });
    expect(woken("installation", about({ installation: { id: 9, app_id: 44 } }), null)).toEqual({ kind: "foreign", appId: 44 });
    expect(woken("issues", about(), null).kind).toBe("repositories");
  });

  it("[SV13] is read in every form that GitHub gives as an example", () => {
    const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as { name: string; examples: unknown[] }[];
    const unread = examples.flatMap(({ name, examples: bodies }) =>
      bodies.filter((body) => readDeliveryBody(body) === null).map(() => name),
    );
    expect(unread).toEqual([]);
  });
});
