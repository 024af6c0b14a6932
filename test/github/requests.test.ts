/** Every request that the app can send: none but those on the list, with no more and no less than the permission that stands there, and refused as it says. */
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { keyOf, type Commit, type Effect, type Merge } from "../../src/desk/effect.js";
import { sayLackOf } from "../../src/desk/facts/missing-permission.js";
import { MUTATIONS, type MutationField } from "../../src/github/apply/mutations.js";
import { REST_REQUESTS, type Grant, type WhenRefused } from "../../src/github/requests.js";
import type { Permissions } from "../../sandbox/state/installation.js";
import { READING_DOCUMENTS } from "../../scripts/docs/all-documents.js";
import { documentNeeds } from "../../scripts/docs/document-needs.js";
import { sourcesUnder } from "../architecture/sources.js";
import { openNewsroom, type Newsroom } from "./newsroom.js";

type RestName = keyof typeof REST_REQUESTS;
type Refused<When extends WhenRefused> = {
  [Name in RestName]: (typeof REST_REQUESTS)[Name]["refused"] extends When ? Name : never;
}[RestName];

const NAMES = Object.keys(REST_REQUESTS) as RestName[];
const adapter = sourcesUnder("src/github")
  .map(({ text }) => text)
  .join("\n");

describe("the list of requests", () => {
  it("[GH600] holds every call and every document in the source, and nothing that is not sent", () => {
    const called = new Set([...adapter.matchAll(/\brest\.([a-z]\w+\.\w+)/g)].map(([, name]) => name));
    // Octokit sends it.
    called.add("apps.createInstallationAccessToken");
    expect([...called].sort()).toEqual([...NAMES].sort());
    const written = new Set(
      [...adapter.matchAll(/^query (\w+)|aboutPulls\("(\w+)"/gm)].map(([, whole, some]) => `query ${whole ?? some ?? ""}`),
    );
    written.delete("query ");
    expect([...written].sort()).toEqual(READING_DOCUMENTS.map(({ text }) => documentNeeds(text).name).sort());
  });

  it("[GH600] names each by GitHub's own address", () => {
    const { paths } = createRequire(import.meta.url)("@octokit/openapi/generated/api.github.com.json") as {
      readonly paths: Readonly<
        Record<string, Readonly<Record<string, { readonly "x-github": { readonly enabledForGitHubApps: boolean } }>>>
      >;
    };
    const { rest } = new Octokit();
    for (const name of NAMES) {
      const [area = "", method = ""] = name.split(".");
      const { endpoint } = (
        rest as unknown as Readonly<Record<string, Readonly<Record<string, { readonly endpoint: typeof rest.meta.get.endpoint }>>>>
      )[area]?.[method] ?? { endpoint: rest.meta.get.endpoint };
      const [verb = "", path = ""] = REST_REQUESTS[name].route.split(" ");
      expect(`${endpoint.DEFAULTS.method} ${endpoint.DEFAULTS.url}`).toBe(REST_REQUESTS[name].route);
      expect([name, Object.hasOwn(paths[path] ?? {}, verb.toLowerCase())]).toEqual([name, true]);
    }
  });
});

const PATH = "posts/irmin.md";
const READS: Permissions = { metadata: "read", contents: "read", pull_requests: "read", issues: "read", checks: "read", statuses: "read" };

let room: Newsroom;
let head: string;

beforeEach(async () => {
  room = await openNewsroom({ files: { "README.md": "# Mirage\n" } });
  const amir = room.github.as("amirmc");
  head = amir.push(room.repo, "irmin", { [PATH]: "---\ntitle: Irmin\ndate: 2014-07-18\n---\n\nWords.\n" });
  amir.opens(room.repo, { branch: "irmin", title: "Irmin", number: 186 });
  await room.look();
});
afterEach(() => room.close());

interface Scene {
  readonly effect: Effect;
  /** It was begun before a crash, so that what may have been done is looked up. */
  readonly doubtful?: true;
}

const post = async () => (await room.look()).open[0];
const does = async (effect: Effect) => {
  await room.bringAbout([effect]);
};
const board = { kind: "board", campaign: "OSCON", issue: null, mark: "board/OSCON", title: "OSCON", body: "One." } as const;
const notice = { kind: "notice", pull: 186, comment: null, mark: "notice", body: "One." } as const;
const merge = (): Merge => ({ kind: "merge", pull: 186, head, method: "merge", slugs: ["irmin"] });
const check = (annotations: number) =>
  ({
    kind: "check",
    pull: 186,
    head,
    name: "presstime/lint",
    conclusion: "failure",
    title: "One error",
    summary: "One error.",
    annotations: Array.from({ length: annotations }, () => ({
      path: PATH,
      rule: "no-tabs",
      severity: "warning" as const,
      message: "Unexpected tab",
      place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    })),
  }) as const;
const suggest = () =>
  ({
    kind: "suggest",
    pull: 186,
    head,
    mark: "suggest/one",
    body: "A small thing.",
    comments: [{ path: PATH, startLine: null, line: 3, mark: "suggest/one", body: "Another day." }],
  }) as const;
/** Of somebody's comment on a line. */
const onLine = () => {
  const comments = [{ path: PATH, side: "RIGHT" as const, startLine: null, line: 3, body: "/status" }];
  room.github.as("avsm").reviews(room.repo, 186, { state: "COMMENTED", body: "See there.", comments });
  const [remark] = room.github.pullRequest(room.repo, 186).conversation.flatMap((turn) => (turn.kind === "reviewed" ? turn.remarks : []));
  return remark?.id ?? 0;
};
const react = (comment: Extract<Effect, { readonly kind: "react" }>["comment"]): Effect => ({
  kind: "react",
  issue: 186,
  comment,
  reaction: "+1",
});

/** What sends each request that an effect sends; `merge` and what is looked up for it too. */
const SCENES: Readonly<Record<Refused<"told" | "proposed"> | MutationField, () => Scene | Promise<Scene>>> = {
  "checks.listForRef": () => ({ effect: check(1), doubtful: true }),
  "issues.addAssignees": () => ({ effect: { kind: "assign", issue: 186, on: "pull request", login: "amirmc", own: null } }),
  "issues.addLabels": () => ({ effect: { kind: "labels", pull: 186, add: ["status/draft"], remove: [] } }),
  "issues.create": () => ({ effect: board }),
  "issues.createComment": () => ({ effect: notice }),
  "issues.createLabel": () => ({ effect: { kind: "labels", pull: 186, add: ["status/draft"], remove: [] } }),
  "issues.deleteComment": async () => {
    await does(notice);
    const made = (await post())?.comments.find(({ mark }) => mark === "notice");
    return { effect: { kind: "unsay", issue: 186, comments: [made?.id ?? 0] } };
  },
  "issues.listForRepo": () => ({ effect: board, doubtful: true }),
  "issues.removeLabel": async () => {
    await does({ kind: "labels", pull: 186, add: ["status/draft"], remove: [] });
    return { effect: { kind: "labels", pull: 186, add: [], remove: ["status/draft"] } };
  },
  "issues.update": async () => {
    await does(board);
    return { effect: { ...board, body: "Two." }, doubtful: true };
  },
  "issues.updateComment": async () => {
    await does(notice);
    return { effect: { ...notice, body: "Two." }, doubtful: true };
  },
  "pulls.createReplyForReviewComment": () => ({
    effect: { kind: "reply", issue: 186, thread: onLine(), mark: "reply/1", body: "In review." },
  }),
  "pulls.createReview": () => ({ effect: suggest() }),
  "pulls.get": () => {
    room.github.protect(room.repo, room.repo.defaultBranch, { approvals: 1 });
    return { effect: merge() };
  },
  "pulls.listReviewComments": () => ({
    effect: { kind: "reply", issue: 186, thread: onLine(), mark: "reply/1", body: "In review." },
    doubtful: true,
  }),
  "pulls.listReviews": () => ({ effect: suggest(), doubtful: true }),
  "pulls.merge": () => ({ effect: merge() }),
  "pulls.removeRequestedReviewers": async () => {
    await does({ kind: "ask", pull: 186, head, logins: ["samoht"] });
    return { effect: { kind: "withdraw", pull: 186, logins: ["samoht"] } };
  },
  "pulls.requestReviewers": () => ({ effect: { kind: "ask", pull: 186, head, logins: ["samoht"] } }),
  "pulls.updateBranch": () => {
    room.github.as("amirmc").push(room.repo, room.repo.defaultBranch, { "README.md": "# Mirage OS\n" });
    return { effect: { kind: "update", pull: 186, head } };
  },
  "reactions.createForIssue": () => ({ effect: react({ id: 0, node: "", in: { kind: "description" } as never }) }),
  "reactions.createForIssueComment": () => {
    const { id } = room.github.as("avsm").comments(room.repo, 186, "/status");
    return { effect: react({ id, node: "" }) };
  },
  "reactions.createForPullRequestReviewComment": () => ({ effect: react({ id: onLine(), node: "", in: { kind: "line" } as never }) }),
  addAssigneesToAssignable: async () => {
    const { description, openedBy } = (await post()) ?? {};
    const own = { pull: description?.node ?? "", person: openedBy?.node ?? "" };
    return { effect: { kind: "assign", issue: 186, on: "pull request", login: "amirmc", own } };
  },
  createCheckRun: () => ({ effect: check(1) }),
  updateCheckRun: () => ({ effect: check(60) }),
  updateIssueComment: async () => {
    await does(notice);
    const comment = (await post())?.comments.find(({ mark }) => mark === "notice");
    return { effect: { ...notice, comment: comment ? { id: comment.id, node: comment.node } : null, body: "Two." } };
  },
  updateIssue: async () => {
    await does(board);
    const [made] = (await room.look()).boards;
    return { effect: { ...board, issue: made ? { number: made.number, node: made.node } : null, body: "Two." } };
  },
  resolveReviewThread: async () => {
    await does(suggest());
    return { effect: { kind: "resolve", pull: 186, marks: ["suggest/one"] } };
  },
  addReaction: async () => {
    room.github.as("avsm").reviews(room.repo, 186, { state: "COMMENTED", body: "/status" });
    const review = (await post())?.reviews[0];
    return { effect: react({ id: 0, node: review?.node ?? "", in: { kind: "review" } as never }) };
  },
  enqueuePullRequest: () => {
    room.github.protect(room.repo, room.repo.defaultBranch, { queue: true });
    return { effect: merge() };
  },
  createCommitOnBranch: async () => {
    const edits = [{ place: { line: 3, column: 7, endLine: 3, endColumn: 17 }, was: "2014-07-18", replacement: "2014-07-22" }];
    const changes = [{ path: PATH, blob: (await post())?.posts[0]?.blob ?? "", to: PATH, edits }];
    const commit: Commit = { kind: "commit", pull: 186, head, branch: "irmin", changes, message: "Set the day" };
    return { effect: commit };
  },
};

const SCENE_NAMES = Object.keys(SCENES) as (keyof typeof SCENES)[];
const needsOf = (name: keyof typeof SCENES): readonly Grant[] =>
  name in REST_REQUESTS ? REST_REQUESTS[name as RestName].needs : MUTATIONS[name as MutationField].needs;
const permissionOf = (need: Grant) => need.split(": ")[0] as keyof Permissions;

/** Want of a permission for this request alone. */
function refuse(name: RestName): void {
  const [method, template = ""] = REST_REQUESTS[name].route.split(" ");
  const path = new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`);
  room.github.trouble.failing({ next: 99, how: 403, when: (asked) => asked.method === method && path.test(asked.path) });
}

/** All permissions, but none of these to write. */
function withhold(needs: readonly Grant[]): void {
  const withheld = needs.map(permissionOf);
  const all = Object.keys(READS) as (keyof Permissions)[];
  room.github.permits(room.repo, Object.fromEntries(all.map((one) => [one, withheld.includes(one) ? "read" : "write"])));
}

async function outcomeOf({ effect, doubtful }: Scene) {
  const [applied] = await room.bringAbout([effect], doubtful ? [keyOf(effect)] : []);
  return applied?.outcome;
}

describe("a request that is part of an effect", () => {
  it.each(SCENE_NAMES)("[GH601] %s: refused, it is told which permission is missing", async (name) => {
    const scene = await SCENES[name]();
    if (name in REST_REQUESTS) refuse(name as RestName);
    else withhold(needsOf(name));
    expect(await outcomeOf(scene)).toEqual({ kind: "refused", why: sayLackOf(needsOf(name)[0] ?? "none") });
  });

  const writes = SCENE_NAMES.flatMap((name) => needsOf(name).flatMap((need) => (need.endsWith("write") ? [[name, need] as const] : [])));
  it.each(writes)("[GH601] %s is done with %s and nothing else to write", async (name, need) => {
    const scene = await SCENES[name]();
    room.github.permits(room.repo, { ...READS, [permissionOf(need)]: "write" });
    const outcome = await outcomeOf(scene);
    // What waits in a merge queue is refused with other words.
    if (name === "enqueuePullRequest") expect(outcome).toMatchObject({ why: expect.stringMatching(/merge queue/) });
    else if (name !== "pulls.get") expect(outcome).toMatchObject({ kind: "done" });
  });

  const told = SCENE_NAMES.filter((name) => name in REST_REQUESTS && needsOf(name).some((need) => need.endsWith("write")));
  it.each(told)("[GH601] %s needs one of those on the list", async (name) => {
    const scene = await SCENES[name]();
    withhold(needsOf(name));
    expect(await outcomeOf(scene)).toMatchObject({ kind: "refused", why: expect.stringMatching(/does not have the permission/) });
  });
});

const BRANCH = "irmin";
const pushes = (files: Readonly<Record<string, string | Uint8Array>>, branch = BRANCH) =>
  room.github.as("amirmc").push(room.repo, branch, files);

const READING: Readonly<Record<Exclude<Refused<"rests" | "unknown">, "apps.createInstallationAccessToken">, () => unknown>> = {
  "git.getBlob": () => pushes({ [PATH]: Buffer.from("# Caf\xe9\n", "latin1") }),
  "git.getTree": () => pushes({ "posts/other.md": "# Other\n\nWords.\n" }, room.repo.defaultBranch),
  "pulls.listFiles": () => pushes(Object.fromEntries(Array.from({ length: 110 }, (_, n) => [`images/${n}.svg`, `<svg id="${n}"/>`]))),
  "repos.compareCommitsWithBasehead": () => {
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
    return pushes({ [PATH]: "# Irmin\n\nOther words.\n" });
  },
  "repos.getBranchRules": () => {
    const desk = `${room.github.file(room.repo, ".github/presstime.yml") ?? ""}\nmerge: { at_slot: true }\n`;
    pushes({ ".github/presstime.yml": desk }, room.repo.defaultBranch);
    room.github.as("avsm").reviews(room.repo, 186, { state: "APPROVED" });
  },
  "repos.getCollaboratorPermissionLevel": () => room.github.as("mallory").comments(room.repo, 186, "/hold"),
  "teams.listMembersInOrg": () =>
    pushes({ ".github/presstime.yml": "review: { teams: [{ team: mirage/storage }] }\n" }, room.repo.defaultBranch),
  "repos.listCommits": () =>
    pushes({ ".github/presstime.yml": "zone: Europe/London\npeople: [{ login: nobody }]\n" }, room.repo.defaultBranch),
};

describe("a request that is part of a look", () => {
  it.each(Object.keys(READING) as (keyof typeof READING)[])("[GH602] %s: refused, it rests or goes on as the list says", async (name) => {
    READING[name]();
    refuse(name);
    const asked = await room.asked(async () => {
      const look = room.look();
      if (REST_REQUESTS[name].refused === "unknown") await look;
      else
        await expect(look).rejects.toMatchObject({ by: "closed", message: expect.stringMatching(/^GitHub does not let Presstime read/) });
    });
    expect(asked.map(({ method, route }) => `${method} ${route ?? ""}`)).toContain(REST_REQUESTS[name].route);
  });

  it.each(["contents", "pull_requests", "issues", "checks", "statuses"] as const)(
    "[GH602] without %s rests or goes on as the list says of GraphQL's documents",
    async (permission) => {
      const needs = documentNeeds(READING_DOCUMENTS[0]?.text ?? "");
      const isNeeded = needs.all.some((any) => any.includes(`${permission}: read`));
      expect(needs[isNeeded ? "all" : "parts"]).toContainEqual([`${permission}: read`]);
      room.github.trouble.withdraw(permission);
      if (isNeeded) await expect(room.look()).rejects.toMatchObject({ by: "closed" });
      else await room.look();
    },
  );
});
