/** The App's own side: where it is installed, deliveries that failed, its credentials and the pace it keeps. */
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Instant } from "../../src/desk/time/zone.js";
import { Unavailable } from "../../src/github/forge.js";
import type { Repository } from "../../src/repository.js";
import { DESK, openNewsroom, postText, type Newsroom } from "./newsroom.js";

describe("the connection", () => {
  let room: Newsroom;
  let endpoint: Server | null = null;
  afterEach(async () => {
    endpoint?.close();
    endpoint = null;
    await room.close();
  });

  /** Where the App's webhooks go: it answers with what `code` says. */
  const listen = async (code: () => number): Promise<string> => {
    const server = createServer((request, response) => {
      request.resume().on("end", () => response.writeHead(code()).end());
    });
    endpoint = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  };
  const failed = async (since: string) => {
    const found = [];
    for await (const one of room.forge.deliveries.failed(since as Instant)) found.push(one);
    return found;
  };
  const unavailableUntil = async (doing: Promise<unknown>) => {
    const error: unknown = await doing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    return (error as Unavailable).until;
  };

  it("[GH25] names every repository of every installation, and passes over one that is suspended", async () => {
    room = await openNewsroom();
    const { github } = room;
    const others = Array.from({ length: 120 }, (_, n) => github.createRepository({ owner: "ocaml", name: `blog-${n}` }));
    const asleep = github.createRepository({ owner: "sleeper", name: "blog" });
    github.suspends(asleep, true);
    const found: Repository[] = [];
    for await (const one of room.forge.repositories()) found.push(one);
    expect(found).toContainEqual(room.repository);
    expect(found.map(({ owner, name }) => `${owner}/${name}`).sort()).toEqual(
      ["mirage/mirage-www", ...others.map(({ name }) => `ocaml/${name}`)].sort(),
    );
  });

  it("[GH25] says when to ask again when GitHub cannot list them", async () => {
    room = await openNewsroom();
    room.github.trouble.failing({ next: 1, how: 503 });
    const list = async () => {
      for await (const one of room.forge.repositories()) expect(one).toBeDefined();
    };
    expect(await unavailableUntil(list())).toBe("2014-07-01T09:01:00Z");
  });

  it("[GH26] tells the deliveries of which no attempt succeeded, and has them sent again", async () => {
    room = await openNewsroom();
    const { github, repo } = room;
    let code = 500;
    github.webhooks.over();
    github.deliverTo(await listen(() => code));
    const issue = github.as("avsm").opensIssue(repo, { title: "One" });
    await github.delivered();
    await github.clock.advance(60_000);
    github.as("avsm").comments(repo, issue.number, "Two");
    await github.delivered();
    const [second, first, ...more] = await failed("2014-07-01T00:00:00Z");
    expect(more).toEqual([]);
    expect((await failed("2014-07-01T09:01:00Z")).map(({ guid }) => guid)).toEqual([second?.guid]);
    code = 202;
    await room.forge.deliveries.redeliver(first?.id ?? "");
    await github.delivered();
    expect((await failed("2014-07-01T00:00:00Z")).map(({ guid }) => guid)).toEqual([second?.guid]);
    expect(github.deliveries.at(-1)).toMatchObject({ guid: first?.guid, redelivery: true, answered: { code: 202 } });
  });

  it("[GH26] tells an outage from a delivery that GitHub will not send again", async () => {
    room = await openNewsroom();
    room.github.trouble.failing({ next: 1, how: 502 });
    expect(await unavailableUntil(room.forge.deliveries.redeliver("1"))).toBe("2014-07-01T09:01:00Z");
    await expect(room.forge.deliveries.redeliver("1")).rejects.not.toBeInstanceOf(Unavailable);
    room.github.trouble.failing({ next: 1, how: 502 });
    expect(await unavailableUntil(failed("2014-07-01T00:00:00Z"))).toBe("2014-07-01T09:01:00Z");
  });

  it("[GH20] waits for an installation that is suspended", async () => {
    room = await openNewsroom();
    await room.look();
    room.github.suspends(room.repo, true);
    const until = await unavailableUntil(room.look());
    expect(until).toBe("2014-07-01T09:01:00Z");
    room.github.suspends(room.repo, false);
    expect((await room.look()).repository.name).toBe("mirage-www");
  });

  it("[GH19] that keeps the real GitHub's pace does not wait for a limit in memory either", async () => {
    room = await openNewsroom({ pace: true });
    room.github.trouble.secondaryLimit({ after: 1, retryAfterSeconds: 600 });
    expect(await unavailableUntil(room.look())).toBe("2014-07-01T09:10:00Z");
  });

  it("[GH5] asks for a pull request that was opened in at most six requests, all told", async () => {
    room = await openNewsroom();
    const { github, repo } = room;
    const samoht = github.as("samoht");
    const opens = (slug: string, number: number) => {
      const head = samoht.push(repo, slug, { [`posts/${slug}.md`]: postText(slug) });
      samoht.opens(repo, { branch: slug, title: slug, number });
      return head;
    };
    const reconcile = async (pull: number, head: string) => {
      await room.look();
      await room.bringAbout([
        { kind: "ask", pull, head, logins: ["avsm", "talex5"] },
        { kind: "labels", pull, add: ["status/in-review", "waiting-on/review"], remove: [] },
        { kind: "notice", pull, comment: null, mark: "notice", body: "What is missing." },
        { kind: "check", pull, head, name: "presstime/lint", conclusion: "success", title: "Clean", summary: "Clean.", annotations: [] },
        {
          kind: "check",
          pull,
          head,
          name: "presstime/review",
          conclusion: "action_required",
          title: "0 of 1",
          summary: "-",
          annotations: [],
        },
      ]);
    };
    await reconcile(1, opens("first", 1));
    const head = opens("second", 2);
    expect((await room.asked(() => reconcile(2, head))).map(({ method, route }) => `${method} ${route ?? ""}`)).toEqual([
      "POST /graphql",
      "POST /graphql",
      "POST /graphql",
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
      "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    ]);
  });

  it("[GH9] leaves alone a repository that nobody has committed to", async () => {
    room = await openNewsroom();
    const empty = room.github.createRepository({ owner: "mirage", name: "empty", files: {} });
    room.github.createRepository({ owner: "mirage", name: ".github", files: { ".github/presstime.yml": DESK } });
    empty.branches.clear();
    const repository = { ...room.repository, id: empty.id, name: "empty" };
    expect(await room.forge.read(repository)).toBeNull();
  });
});
