/** The coordinator's pages and the sandbox's, served together on a port of their own with a season in the middle. */
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { sandboxPages } from "../../sandbox/pages/sandbox-pages.js";
import { createSandboxClock } from "../../sandbox/sandbox-clock.js";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.js";
import type { JudgedCampaign } from "../../src/desk/judged.js";
import { instant, type Day } from "../../src/desk/time/zone.js";
import type { Controls } from "../../src/web/layout/controls.js";
import { webPages } from "../../src/web/web-pages.js";
import { HAPPENINGS, ledgerOf, NOW, POSTS, view } from "../web/sample-view.js";

export interface Site {
  readonly url: string;
  readonly pages: Readonly<Record<string, string>>;
  /** The instant its clock shows. */
  now(): string;
  close(): Promise<void>;
}

const NOTICE = "A rehearsal: nobody here is real, and neither are their posts.";

export async function stageSite(): Promise<Site> {
  const clock = createSandboxClock("2014-07-17T09:00:00Z");
  // The port must be known before the sandbox writes its first address.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request) => answer(request) });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const github = await createSandbox({ clock, webBase: `${url}/github` });
  actOut(github);
  clock.set(new Date(NOW));
  const controls: Controls = {
    now: () => clock.now(),
    advance: (ms) => clock.advance(ms),
    next: () => clock.advance(60_000),
    play: () => undefined,
    pause: () => undefined,
    playing: false,
    restart: () => {
      clock.set(new Date(NOW));
      return Promise.resolve();
    },
    nextSays: () => "henrik pushes to #189",
  };
  const repository = { ...view().repository, url: `${url}/github/harbour/harbour-www` };
  const shown = { notice: NOTICE, controls };
  const { plan } = view();
  const campaigns = plan.campaigns.map((one) => ({ ...one, ...TROUBLED }));
  answer = webPages({
    ledger: ledgerOf([view(POSTS, { repository, plan: { ...plan, campaigns } })], HAPPENINGS),
    clock,
    publicUrl: url,
    beside: sandboxPages({ github, zone: "Europe/London", ...shown }),
    ...shown,
  }).fetch;
  return {
    url,
    pages: {
      season: "/",
      post: "/harbour/harbour-www/posts/small-boats",
      "post that moved twice": "/harbour/harbour-www/posts/lights-protocol",
      "pull-request": "/github/harbour/harbour-www/pull/186",
      "pull-requests": "/github/harbour/harbour-www",
      board: "/github/harbour/harbour-www/issues/148",
      nothing: "/nowhere/at-all",
    },
    now: () => instant(clock.now()),
    async close() {
      await github.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A campaign in which not all is well, so that all is to be seen. */
const TROUBLED: Partial<JudgedCampaign> = {
  buffer: { days: 3, used: 2, third: "amber" },
  conflict: {
    says: "Only 4 slots are left before the deadline, Mon 21 July, and 5 posts need one each: `introducing-buoy`, `small-boats`, `buoy-storms`, `harbour-2` and `lights-protocol`.",
    slugs: ["introducing-buoy", "small-boats", "buoy-storms", "harbour-2", "lights-protocol"],
    waysOut: [
      "A slot on Sat 19 July 12:00 would be enough.",
      "Without `harbour-2` the others are in time.",
      "With the deadline on Wed 23 July all are in time.",
    ],
  },
  ahead: {
    free: [instant(new Date("2014-07-18T12:00:00Z")), instant(new Date("2014-07-21T07:00:00Z"))],
    closed: [
      {
        kind: "freeze",
        from: "2014-07-20" as Day,
        to: "2014-07-22" as Day,
        why: "the site is being moved",
        since: instant(new Date("2014-07-19T23:00:00Z")),
        until: instant(new Date("2014-07-22T23:00:00Z")),
      },
    ],
  },
};

const POST = [
  "---",
  "subject: Introducing Buoy: it floats",
  "---",
  "",
  "# Buoy",
  "",
  "A buoy says where the water is deep. Ours also says since when, and who looked last.",
  "",
  "![](shot.png)",
  "",
].join("\n");

const NOTICE_COMMENT = `<!-- presstime: notice -->
**Introducing Buoy** is *in review*: the reviewers’ move. Still missing before it can go live:

- 1 approval by somebody who is not one of its authors (0 so far)
- 1 error to fix, shown by the check \`presstime/lint\`

| slot | draft by | review by |
|---|---|---|
| **Fri 18 July, 12:00** (Europe/London) | Tue 15 July | Thu 17 July |

<details><summary>Who was asked, and why</summary>

bruno covers buoys; has 1 open review, the fewest.

</details>`;

function actOut(github: Sandbox): void {
  const repo = github.createRepository({
    owner: "harbour",
    name: "harbour-www",
    collaborators: ["greta", "bruno"],
    defaultBranch: "master",
  });
  const [greta, bruno, app] = [github.as("greta"), github.as("bruno"), github.as("presstime[bot]")];
  const head = greta.push(repo, "buoy", { "posts/introducing-buoy.md": POST }, { message: "Add the post on Buoy" });
  greta.opens(repo, { branch: "buoy", title: "Introducing Buoy: it floats", body: "The post for the regatta.", number: 186 });
  app.comments(repo, 186, NOTICE_COMMENT);
  app.asks(repo, 186, ["bruno"]);
  app.labels(repo, 186, ["status/in-review", "waiting-on/review"]);
  app.reacts(repo, bruno.comments(repo, 186, "/snooze 2d").id, "+1");
  bruno.reviews(repo, 186, { state: "CHANGES_REQUESTED", body: "Say how deep the water is." });
  const remark = { path: "posts/introducing-buoy.md", startColumn: null, endColumn: null, rawDetails: null };
  github.reports(repo, head, "presstime", {
    name: "presstime/lint",
    conclusion: "failure",
    title: "1 error, 1 warning",
    summary: "Both are shown by their lines.",
    annotations: [
      { ...remark, startLine: 2, endLine: 2, level: "failure", title: "front-matter", message: "Unexpected `:` in an unquoted title" },
      { ...remark, startLine: 9, endLine: 9, level: "warning", title: "image-alt", message: "Unexpected picture without words" },
    ],
  });
  github.reports(repo, head, "presstime", { name: "presstime/review", conclusion: "action_required", title: "0 of 1 approvals" });
  bruno.opensIssue(repo, {
    title: "Regatta 2014: the board",
    body: "| slot | post | stage | waiting for |\n|---|---|---|---|\n| Mon 21 July, 12:00 | Introducing Buoy | in review | bruno |",
    number: 148,
  });
}
