/** The season's page: who has to do what, what moved, what is late, in words and in order. */
import { describe, expect, it } from "@jest/globals";
import type { ClosedDays, JudgedCampaign } from "../../src/desk/judged.js";
import { STAGES } from "../../src/desk/stage.js";
import type { Day } from "../../src/desk/time/zone.js";
import { between, links, markupOf, pagesOf, read, textOf } from "./read-page.js";
import { announced, at, post, POSTS, slot, view } from "./sample-view.js";

describe("the table of posts", () => {
  it("[WB1] says every stage in its word, and whose turn it is by name", async () => {
    const markup = await markupOf(pagesOf([view()]));
    for (const stage of STAGES) expect(markup).toContain(`>${stage}</span>`);
    const text = await read(pagesOf([view()]));
    expect(text).toContain("Henrik Lund: write");
    expect(text).toContain("Chidi Okoro and Henrik Lund: review");
    expect(text).toContain("Ada Larsen: decide");
  });

  it("[WB1] has a row for each promised post, in the order of the campaign", async () => {
    const text = await read(pagesOf([view()]));
    const table = between(text, "The posts of Regatta 2014", "Not in the plan");
    const promised = POSTS.filter((one) => one.promised);
    const places = promised.map(({ title }) => table.indexOf(title));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("[WB1] links the title to the file once it is live, to the leading pull request before", async () => {
    const hrefs = links(await markupOf(pagesOf([view()])));
    expect(hrefs).toContain("https://github.com/harbour/harbour-www/blob/master/posts/lights-charts.md");
    expect(hrefs).toContain("https://github.com/harbour/harbour-www/pull/189");
    expect(hrefs).toContain("https://github.com/harbour/harbour-www/pull/187");
  });

  it("[WB1] says who approved, who is asked, and how many remarks lint has", async () => {
    const text = await read(pagesOf([view()]));
    expect(text).toContain("1 of 1 approvals: Dora Weiss");
    expect(text).toContain("0 of 1 approvals asked Chidi Okoro and Henrik Lund");
    expect(text).toContain("1 remark, 1 must be fixed");
  });

  it("[WB1] says times in the desk's zone, with the exact instant beside", async () => {
    const markup = await markupOf(pagesOf([view([post()])]));
    expect(markup).toContain('<time datetime="2014-07-21T11:00:00Z">Mon 21 July, 12:00</time>');
  });

  it("[WB1] shows a season of 2,000 posts whole", async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => post({ slug: `post-${index}`, title: `Post ${index}` }));
    const markup = await markupOf(pagesOf([view(many)]));
    expect(markup.match(/<th role="rowheader"/g)).toHaveLength(2_000);
  });
});

describe("slots", () => {
  it("[WB2] tells a slip from the slot first announced, whatever the plan says now", async () => {
    const text = await read(pagesOf([view()]));
    expect(text).toContain("planned Fri 18 July, now Tue 22 July, 12:00 (+4 days, moved once) past the deadline");
    expect(text).toContain("planned Mon 14 July, now Fri 18 July, 12:00 (+4 days, moved twice)");
    expect(text).toContain("planned Fri 11 July, live Mon 14 July, 13:40 (+3 days)");
  });

  it("[WB2] tells a post pulled forward, and one moved within its day", async () => {
    const forward = await read(pagesOf([view([post({ slot: slot("18"), announced: announced("21", "18") })])]));
    expect(forward).toContain("planned Mon 21 July, now Fri 18 July, 12:00 (−3 days, moved once)");
    const sameDay = await read(pagesOf([view([post({ slot: slot("21", { at: at("2014-07-21T07:00:00Z") }) })])]));
    expect(sameDay).toContain("planned Mon 21 July, now Mon 21 July, 08:00 (moved once)");
  });

  it("[WB2] counts days by the calendar of the desk's zone, so that a late evening is not the next day", async () => {
    const late = post({
      slot: slot("21", { at: at("2014-07-21T22:30:00Z") }),
      announced: [{ slot: at("2014-07-21T11:00:00Z"), at: at("2014-07-01T09:00:00Z"), by: null, why: "" }],
    });
    expect(await read(pagesOf([view([late])]))).toContain("now Mon 21 July, 23:30 (moved once)");
    expect(await read(pagesOf([view([late], { zone: "Europe/Paris" })]))).toContain("now Tue 22 July, 00:30 (+1 day, moved once)");
  });

  it("[WB2] counts slots kept and slipped; a dropped post is neither", async () => {
    const text = await read(pagesOf([view()]));
    expect(text).toContain("5 of 11 live before the deadline, 1 dropped");
    expect(text).toContain("4 live as planned, 3 later than first planned");
  });

  it("[WB2] says nothing of a move where nothing moved", async () => {
    const text = await read(pagesOf([view([post()])]));
    expect(text).toContain("Mon 21 July, 12:00 on time");
    expect(text).not.toContain("moved");
  });
});

describe("what to do next", () => {
  const next = async (...posts: Parameters<typeof post>[0][]): Promise<string> => {
    const named = posts.map((more, index) => post({ slug: `p${index}`, title: `Post ${index}`, ...more }));
    return between(await read(pagesOf([view(named)])), "What to do next", "Regatta 2014");
  };

  it("[WB3] puts what is due first, then what is past the deadline, then what is late, each with its reason", async () => {
    const text = await next(
      { slot: slot("18", { lateness: "draft late" }) },
      { slot: slot("22", { lateness: "past the deadline" }), stage: "sent back", reasons: ["the changes that bruno asked for"] },
      { stage: "due", turn: "coordinator", reasons: ["nothing: it may go now"] },
    );
    expect(text).toBe(
      "What to do next Publish it: Post 2 it may go now; waiting for Greta Holm " +
        "Ask Greta Holm to answer the review: Post 1 past the deadline; the changes that bruno asked for " +
        "Ask Greta Holm when the draft will be ready: Post 0 draft late; the pull request is a draft",
    );
  });

  it("[WB3] leaves alone who still has time, and what the app does by itself", async () => {
    expect(await next({}, { stage: "due", turn: "nobody" }, { stage: "live", live: null })).toBe(
      "What to do next Nothing to do now: no post is late and no decision is open.",
    );
  });

  it("[WB3] asks for a writer where nobody is named, and for a reviewer where nobody could be asked", async () => {
    const text = await next(
      { stage: "promised", byline: [], waitingFor: [], turn: "byline", reasons: ["no pull request adds it yet"] },
      { stage: "in review", turn: "coordinator", waitingFor: ["ada"], reasons: ["a reviewer: everybody is away"] },
    );
    expect(text).toContain(
      "Find a reviewer: Post 1 a reviewer: everybody is away; waiting for Ada Larsen Find somebody to write it: Post 0",
    );
  });

  it("[WB3] puts what cannot be done first, with the cheapest way out", async () => {
    const { plan } = view([post({ stage: "due", turn: "coordinator" })]);
    const conflict = {
      says: "2 posts need the 1 slot before Mon 21 July: `buoy` and `tides`.",
      slugs: [],
      waysOut: ["a slot on Sat 19 July would do."],
    };
    const text = await read(pagesOf([view([], { plan: { ...plan, campaigns: plan.campaigns.map((one) => ({ ...one, conflict })) } })]));
    expect(between(text, "What to do next", "Publish it")).toBe(
      "What to do next Decide what to change in Regatta 2014 2 posts need the 1 slot before Mon 21 July: buoy and tides. The smallest change that helps: a slot on Sat 19 July would do.",
    );
  });

  it("[WB3] names five at most, the earlier slots first", async () => {
    const days = ["17", "11", "16", "10", "15", "14", "09"];
    const text = await next(...days.map((day) => ({ slot: slot(day, { lateness: "slot missed" as const }) })));
    expect([...text.matchAll(/Post (\d)/g)].map(([, index]) => days[Number(index)])).toEqual(["09", "10", "11", "14", "15"]);
  });
});

describe("the rest of the page", () => {
  it("[WB4] shows posts that nobody promised apart, as such", async () => {
    const text = await read(pagesOf([view()]));
    expect(between(text, "The posts of Regatta 2014", "Not in the plan")).not.toContain("Fitting the tide tables together");
    expect(between(text, "Not in the plan", "What happened last")).toContain("Fitting the tide tables together");
  });

  it("[WB4] says what happened last, newest first, with its time", async () => {
    const text = between(await read(pagesOf([view()])), "What happened last");
    expect(text).toContain(
      "What happened last Fri 18 July, 10:00 reminded henrik on #189 of “Building a fleet of small boats” Thu 17 July, 11:00 asked chidi",
    );
  });

  it("[WB4] says what is wrong with the desk file and what GitHub refuses, before all else", async () => {
    const broken = view([post()], {
      deskFindings: [
        {
          rule: "desk",
          severity: "error",
          message: "Unexpected key `remindrs`, expected `reminders`",
          place: { line: 7, column: 1, endLine: 7, endColumn: 9 },
        },
      ],
    });
    const text = await read(
      pagesOf([{ ...broken, plan: { ...broken.plan, troubles: ["GitHub refused to ask chidi: not a collaborator"] } }]),
    );
    expect(between(text, "The desk file", "What to do next")).toContain("Unexpected key `remindrs`, expected `reminders` line 7 · desk");
    expect(between(text, "GitHub refuses some actions", "What to do next")).toContain("GitHub refused to ask chidi: not a collaborator");
    expect(text.indexOf("The desk file")).toBeLessThan(text.indexOf("What to do next"));
    expect(between(text, "What to do next", "Regatta 2014")).toContain(
      "Fix the desk file One error stops the desk file from taking effect",
    );
  });

  it("[WB4] calls no errors what are remarks on a desk file that is used", async () => {
    const place = { line: 7, column: 1, endLine: 7, endColumn: 9 };
    const findings = [
      { rule: "desk", severity: "warning" as const, message: "Unexpected 4 posts for 2 free slots, expected a slot for each", place },
    ];
    const text = await read(pagesOf([view([post()], { deskFindings: findings })]));
    const problems = between(text, "The desk file has remarks", "What to do next");
    expect(problems).toMatch(/^The desk file has remarks Presstime uses this version of \.github\/presstime\.yml\. Remarks:/);
    expect(text).not.toContain("The desk file has errors");
    expect(between(text, "What to do next", "Regatta 2014")).not.toContain("Fix the desk file");
  });

  it("[WB4] says what a desk without campaigns needs", async () => {
    const bare = view([]);
    const text = await read(pagesOf([{ ...bare, plan: { ...bare.plan, campaigns: [] } }]));
    expect(text).toContain("The desk file has no campaign yet. Add a campaign under campaigns in .github/presstime.yml.");
  });
});

describe("what lies ahead", () => {
  const ahead = (more: Partial<JudgedCampaign>) => {
    const { plan } = view([post()]);
    return pagesOf([view([], { plan: { ...plan, campaigns: plan.campaigns.map((one) => ({ ...one, ...more })) } })]);
  };

  it.each([
    [{ days: 3, used: 0, third: "green" }, "Buffer 0 of 3 working days are used (green: enough reserve)", 0],
    [{ days: 3, used: 2, third: "amber" }, "Buffer 2 of 3 working days are used (amber: one third or more)", 2],
    [{ days: 1, used: 1, third: "red" }, "Buffer 1 of 1 working day is used (red: no reserve left)", 3],
  ] as const)("[WB16] says how much of the buffer is used, and shows it: %j", async (buffer, said, boxes) => {
    const markup = await markupOf(ahead({ buffer }));
    expect(textOf(markup)).toContain(said);
    expect(markup.match(new RegExp(`<i class="${buffer.third}">`, "g")) ?? []).toHaveLength(boxes);
  });

  it("[WB16] says nothing of a buffer where there is none", async () => {
    expect(await read(ahead({}))).not.toContain("Buffer");
  });

  it("[WB16] says why not all can be in time, and every way out", async () => {
    const conflict = { says: "5 posts need the 3 slots.", slugs: [], waysOut: ["drop `customs`", "move the deadline to Wed 23 July"] };
    expect(between(await read(ahead({ conflict })), "board #148", "Time")).toContain(
      "Not all posts can go live before the deadline 5 posts need the 3 slots. Possible solutions, the smallest change first: drop customs move the deadline to Wed 23 July",
    );
  });

  it("[WB16] names the next free slots and the days that have none, with the reason", async () => {
    const whole = { since: at("2014-07-19T23:00:00Z"), until: at("2014-07-22T23:00:00Z"), why: "the site is being moved" };
    const days = { kind: "freeze" as const, ...whole, from: "2014-07-20" as Day, to: "2014-07-22" as Day };
    const closed: readonly ClosedDays[] = [
      days,
      { ...days, since: at("2014-07-20T17:00:00Z"), until: at("2014-07-22T05:00:00Z") },
      { ...days, kind: "closed" as const, from: "2014-07-31" as Day, to: "2014-08-01" as Day, why: "" },
      { ...days, kind: "holiday" as const, from: "2014-08-25" as Day, to: "2014-08-25" as Day, why: "Summer <b>bank</b> holiday" },
    ];
    const markup = await markupOf(ahead({ ahead: { free: [at("2014-07-18T12:00:00Z"), at("2014-07-21T07:00:00Z")], closed } }));
    const text = textOf(markup);
    expect(text).toContain("Next free slots: Fri 18 July, 13:00 and Mon 21 July, 08:00.");
    expect(text).toContain("No slots from Sun 20 to Tue 22 July: the site is being moved.");
    expect(text).toContain("No slots from Sun 20 July 18:00 to Tue 22 July 06:00: the site is being moved.");
    expect(text).toContain("No slots from Thu 31 July to Fri 1 August.");
    expect(markup).toContain("No slots on Mon 25 August: <bdi>Summer &lt;b&gt;bank&lt;/b&gt; holiday</bdi>.");
    expect(await read(ahead({ ahead: { free: [], closed: [] } }))).toContain("Next free slots: none before the deadline.");
  });
});
