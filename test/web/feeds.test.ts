/** Calendar feeds, read back with another library than the one that wrote them. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import ICAL from "ical.js";
import type { JudgedPost } from "../../src/desk/judged.js";
import { instant, plus } from "../../src/desk/time/zone.js";
import type { View } from "../../src/view.js";
import { campaignFeed } from "../../src/web/feeds/feeds.js";
import { markupOf, links, pagesOf } from "./read-page.js";
import { announced, at, post, POSTS, slot, view } from "./sample-view.js";

interface Event {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly at: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly modified: string;
  readonly standing: string;
  readonly url: string | null;
}

/** The events of a feed; whatever a client would stumble over throws. */
function eventsOf(text: string): readonly Event[] {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return component.getAllSubcomponents("vevent").map((one): Event => {
    const value = (name: string): unknown => one.getFirstPropertyValue(name);
    const time = (name: string) => instant((value(name) as ICAL.Time).toJSDate());
    expect((value("dtstart") as ICAL.Time).zone.tzid).toBe("UTC");
    return {
      uid: String(value("uid")),
      summary: String(value("summary")),
      description: String(value("description")),
      at: time("dtstart"),
      sequence: Number(value("sequence")),
      stamp: time("dtstamp"),
      modified: time("last-modified"),
      standing: String(value("status")),
      url: (value("url") as string | null) ?? null,
    };
  });
}

const PATH = "/harbour/harbour-www/Regatta%202014.ics";
const feed = async (posts: readonly JudgedPost[] = POSTS, path = PATH, more: Partial<View> = {}) =>
  (await pagesOf([view(posts, more)]).request(path)).text();
const slotOf = async (one: JudgedPost) => eventsOf(await feed([one])).find(({ summary }) => /^(?:Goes live|Live|Dropped): /.test(summary));

describe("a campaign's feed", () => {
  it("[CF1] has one event for each draft by, review by and slot that is ahead, and for the deadline, and links to the pull request", async () => {
    const events = eventsOf(await feed([post()]));
    expect(events.map((one) => [one.summary, one.at])).toEqual([
      ["Draft due: Introducing Buoy", "2014-07-14T16:00:00Z"],
      ["Review due: Introducing Buoy", "2014-07-17T16:00:00Z"],
      ["Deadline: Regatta 2014", "2014-07-21T08:00:00Z"],
      ["Goes live: Introducing Buoy", "2014-07-21T11:00:00Z"],
    ]);
    expect(events[3]).toMatchObject({
      url: "https://github.com/harbour/harbour-www/pull/186",
      standing: "CONFIRMED",
      description:
        "Mon 21 July 2014, 12:00 (Europe/London).\nBy Greta Holm.\nIn progress.\nCampaign: Regatta 2014.\nhttps://github.com/harbour/harbour-www/pull/186",
    });
  });

  it("[CF1] of a post that is live there is the one event, at the instant it went live", async () => {
    const live = POSTS.filter(({ slug }) => slug === "lights-notation");
    const events = eventsOf(await feed(live));
    expect(events.map((one) => [one.summary, one.at])).toEqual([
      ["Live: Harbour lights: a notation for flashes", "2014-07-14T12:40:00Z"],
      ["Deadline: Regatta 2014", "2014-07-21T08:00:00Z"],
    ]);
    expect(events[0]?.description).toContain("Its slot: planned Fri 11 July, live Mon 14 July 13:40 (+3 days).");
  });

  it("[CF2] a slot that moved is the same event with a higher sequence and a later revision", async () => {
    const before = await slotOf(post());
    const after = await slotOf(post({ slot: slot("22"), announced: announced("21", "22") }));
    const again = await slotOf(post({ slot: slot("21"), announced: announced("21", "22", "21") }));
    expect(new Set([before?.uid, after?.uid, again?.uid]).size).toBe(1);
    expect([before, after, again].map((one) => [one?.at, one?.sequence, one?.stamp, one?.modified])).toEqual([
      ["2014-07-21T11:00:00Z", 0, "2014-07-01T09:00:00Z", "2014-07-01T09:00:00Z"],
      ["2014-07-22T11:00:00Z", 1, "2014-07-02T09:00:00Z", "2014-07-02T09:00:00Z"],
      ["2014-07-21T11:00:00Z", 2, "2014-07-03T09:00:00Z", "2014-07-03T09:00:00Z"],
    ]);
  });

  it("[CF2] a post that is dropped is called off, not forgotten", async () => {
    const dropped = await slotOf(
      post({
        stage: "dropped",
        slot: null,
        announced: announced("17"),
        stopped: { by: "bruno", why: "not this season", at: at("2014-07-17T09:00:00Z") },
      }),
    );
    expect(dropped).toMatchObject({
      uid: (await slotOf(post()))?.uid,
      summary: "Dropped: Introducing Buoy",
      standing: "CANCELLED",
      at: "2014-07-17T11:00:00Z",
      sequence: 1,
      modified: "2014-07-17T09:00:00Z",
    });
    expect(dropped?.description).toContain("Dropped by Bruno Keita: not this season.");
  });

  it("[CF2] repositories, posts and kinds never share an event", async () => {
    const other = view().repository;
    const all = [
      ...eventsOf(await feed()),
      ...eventsOf(await feed(POSTS, "/harbour/other/Regatta%202014.ics", { repository: { ...other, name: "other" } })),
    ];
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(30);
  });

  it("[CF3] an instant is the same in every client, over both changes of the clocks", async () => {
    // Clocks in London go forward on 30 March and back on 26 October 2014.
    for (const noon of ["2014-03-29T12:00:00Z", "2014-03-30T11:00:00Z", "2014-10-25T11:00:00Z", "2014-10-26T12:00:00Z"]) {
      const event = await slotOf(post({ slot: slot("21", { at: at(noon) }) }));
      expect(event?.at).toBe(noon);
      expect(event?.description).toContain("12:00 (Europe/London)");
    }
  });

  it("[CF4] no title, name or reason brings a line, an event or a property of its own", async () => {
    const wild = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x",
        "a\nATTENDEE:mailto:x@y.z",
        "semi;colon, comma \\n backslash \\",
        "\u2028\u0085BEGIN:VALARM",
        "é".repeat(300),
        "😀".repeat(120),
      ),
    );
    await fc.assert(
      fc.asyncProperty(wild, wild, wild, async (title, name, slug) => {
        const one = post({
          title,
          byline: [name],
          slug,
          campaign: "Regatta 2014",
          stopped: { by: name, why: title, at: at("2014-07-01T09:00:00Z") },
        });
        const text = await feed([one], PATH, { people: [{ login: "greta", name, zone: "UTC" }] });
        expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const events = eventsOf(text);
        expect(events).toHaveLength(4);
        expect(text.replaceAll(/\r\n[ \t]/g, "")).not.toMatch(/^(?:ATTENDEE|BEGIN:VALARM|ORGANIZER|ATTACH)/m);
        expect(events.every(({ uid }) => /^[0-9a-f]{32}@presstime$/.test(uid))).toBe(true);
      }),
      { numRuns: 100, seed: 5545 },
    );
  });

  it("[CF4] a title comes back as it was written", async () => {
    const title = "Vchan: low-latency; \\ “quoted”, commas, and ünïcode 😀";
    expect((await slotOf(post({ title })))?.summary).toBe(`Goes live: ${title}`);
  });

  it.each(["Evil, name;\nMETHOD:CANCEL", "END:VCALENDAR", "a\\;b"])(
    "[CF4] a campaign called %j cannot break the calendar either",
    (name) => {
      const { plan } = view([post({ campaign: name })]);
      const named = { plan: { ...plan, campaigns: plan.campaigns.map((one) => ({ ...one, name })) } };
      const calendar = new ICAL.Component(ICAL.parse(campaignFeed(view([], named), name) ?? "") as unknown[]);
      // This reader takes a property that it does not know as it stands.
      const unescaped = String(calendar.getFirstPropertyValue("x-wr-calname")).replace(/\\([\\;,])/g, "$1");
      expect(unescaped).toBe(name.replace("\n", " "));
      expect(calendar.getFirstPropertyValue("method")).toBeNull();
      expect(calendar.getAllSubcomponents("vevent")).toHaveLength(4);
    },
  );

  it("[CF4] two thousand posts are as many events, each once", async () => {
    const many = Array.from({ length: 2_000 }, (_, n) =>
      post({ slug: `post-${n}`, slot: slot("21", { at: plus(at("2014-07-21T11:00:00Z"), n * 60_000) }) }),
    );
    const uids = eventsOf(await feed(many)).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(6_001);
  });
});

describe("a person's feed", () => {
  const person = async (login: string) => eventsOf(await feed(POSTS, `/harbour/harbour-www/people/${login}.ics`));

  it("[CF5] has the drafts and slots of what they sign, and the reviews they were asked for", async () => {
    const mine = await person("Henrik");
    expect(mine.map(({ summary }) => summary)).toEqual([
      "Draft due: Building a fleet of small boats",
      "Review due: Introducing Buoy",
      "Deadline: Regatta 2014",
      "Goes live: Building a fleet of small boats",
    ]);
    const theirs = eventsOf(await feed()).find(({ summary }) => summary === "Review due: Introducing Buoy");
    expect(mine[1]?.uid).toBe(theirs?.uid);
  });

  it("[CF5] is empty for somebody who has nothing to do, and is not there for a stranger", async () => {
    const idle = await pagesOf([view([post()])]).request("/harbour/harbour-www/people/ines.ics");
    expect([idle.status, eventsOf(await idle.text())]).toEqual([200, []]);
    expect((await pagesOf([view()]).request("/harbour/harbour-www/people/nobody.ics")).status).toBe(404);
  });
});

describe("the feeds on the web", () => {
  it("[CF6] are text/calendar under the strict policy, and are not sent again unless they changed", async () => {
    const pages = pagesOf([view()]);
    const answer = await pages.request(PATH);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const etag = answer.headers.get("etag") ?? "";
    expect((await pages.request(PATH, { headers: { "if-none-match": etag } })).status).toBe(304);
    // A later look that found nothing new gives the same feed.
    const later = pagesOf([view(POSTS, { at: at("2014-07-18T12:00:00Z"), plan: { ...view().plan, at: at("2014-07-18T12:00:00Z") } })]);
    expect((await later.request(PATH, { headers: { "if-none-match": etag } })).status).toBe(304);
    const moved = pagesOf([view([post({ slot: slot("22"), announced: announced("21", "22") })])]);
    expect((await moved.request(PATH, { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it("[CF6] a campaign or repository that is not there is a 404", async () => {
    for (const path of ["/harbour/harbour-www/Autumn.ics", "/harbour/other/Regatta%202014.ics", "/harbour/harbour-www/people/.ics"])
      expect([path, (await pagesOf([view()]).request(path)).status]).toEqual([path, 404]);
  });

  it("[CF6] the pages lead to them, whatever a campaign is called", async () => {
    const odd = "50% off? #1/2";
    const { plan } = view([post({ campaign: odd })]);
    const pages = pagesOf([view([], { plan: { ...plan, campaigns: plan.campaigns.map((one) => ({ ...one, name: odd })) } })]);
    const hrefs = links(await markupOf(pages, "/harbour/harbour-www")).filter((href) => href.endsWith(".ics"));
    expect(hrefs).toContain("/harbour/harbour-www/people/greta.ics");
    expect(hrefs).toHaveLength(2);
    for (const href of hrefs) expect([href, (await pages.request(href)).status]).toEqual([href, 200]);
  });
});
