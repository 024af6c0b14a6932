/** The one schema of `.github/presstime.yml`: it gives the type, the defaults, the messages, the reference page and the editor's JSON Schema. */
import { z } from "zod";
import { DRAFT_TITLES } from "../facts/draft-title.js";
import { nearest } from "../text/nearest.js";
import { readSlotPattern, SLOT_PATTERN } from "../time/slot-pattern.js";
import { isDay, readZone, sayZoneExpected } from "../time/zone.js";
import { lintSchema } from "./lint-schema.js";

// A custom message here is only what was *expected*; shape.ts puts what was unexpected in front of it.
const expected = (phrase: string) => ({ error: phrase });

const text = (limit: number) => z.string().trim().min(1).max(limit);
const slug = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, expected("a slug: letters, digits, dots, dashes and underscores, at most 120 of them"));
const zone = z
  .string()
  .superRefine((name, ctx) => {
    if (name.length > 0 && name.length <= 60 && readZone(name) !== null) return;
    const near = name.includes("/") ? nearest(name, Intl.supportedValuesOf("timeZone")) : undefined;
    ctx.addIssue({ code: "custom", message: sayZoneExpected(name) + (near ? `; did you mean \`${near}\`?` : "") });
  })
  .overwrite((name) => readZone(name) ?? name);
const day = z.string().refine(isDay, expected("a day on the calendar, written like `2014-07-18`"));
const pattern = z
  .string()
  .regex(SLOT_PATTERN, expected("a weekday and a time, like `Mon 12:00`, `first Tue 12:00` or `Tue 12:00 every 2 weeks from 2014-07-01`"))
  .refine((text) => !SLOT_PATTERN.test(text) || readSlotPattern(text) !== null, expected("a first day that is on the calendar"));
const login = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, expected("a GitHub login: letters, digits and dashes, at most 39 of them"));
const anyone = text(100);

/** Of a desk that does not say. */
export const POST_GLOBS: readonly string[] = ["posts", "_posts", "content/posts", "content/blog"].map(
  (folder) => `${folder}/**/*.{md,mdx,markdown}`,
);

const absence = z.strictObject({
  from: day.meta({ description: "First day off, in the person's own zone.", examples: ["2014-07-14"] }),
  to: day.meta({ description: "Last day off; the same day as `from` for a single one.", examples: ["2014-07-18"] }),
});

const country = z
  .string()
  .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,8}){0,2}$/, expected("a country such as `GB`, with a region where it matters: `US-CA`"));

/** A person's own, and those of a team's members. */
const beats = z
  .array(text(40))
  .max(40)
  .default([])
  .meta({ description: "The subjects they review. `*` means every subject.", examples: [["networking", "storage"]] });
const capacity = z
  .int()
  .min(0)
  .max(50)
  .default(3)
  .meta({ description: "How many open reviews they take at once. 0 means that they are never asked.", examples: [2] });

const person = z.strictObject({
  login: login.optional().meta({
    description:
      "Their GitHub login, without the `@`. A team or a guest that signs posts may have a name alone: its name is then known, and nobody is asked or reminded.",
    examples: ["avsm"],
  }),
  name: text(100)
    .optional()
    .meta({
      description: "Their name as posts are signed with it. The login when left out; needed where there is none.",
      examples: ["Anil Madhavapeddy"],
    }),
  aliases: z
    .array(text(100))
    .max(20)
    .default([])
    .meta({
      description: "Other names they go by in by-lines, commits and meeting notes. Each may mean one person only.",
      examples: [["Anil", "anil@recoil.org"]],
    }),
  zone: zone
    .optional()
    .meta({ description: "Their time zone, for reminders and slots. The desk's when left out.", examples: ["Europe/London"] }),
  beats,
  capacity,
  holidays: z
    .array(country)
    .max(10)
    .optional()
    .meta({ description: "Where their public holidays are; the desk's when left out.", examples: [["US-CA"]] }),
  away: z
    .array(absence)
    .max(50)
    .default([])
    .meta({
      description: "Days off: nobody who is away is asked for a review or reminded.",
      examples: [[{ from: "2014-07-14", to: "2014-07-18" }]],
    }),
});

const lead = z.strictObject({
  draft: z.int().min(0).max(60).default(3).meta({ description: "The draft is due this many working days before its review." }),
  review: z.int().min(0).max(60).default(1).meta({ description: "The review is due this many working days before the slot." }),
});

/** What is left out of it is that of whatever stands above: of the campaign, or of the desk. */
const ownLead = z.strictObject({
  draft: z
    .int()
    .min(0)
    .max(60)
    .optional()
    .meta({ description: "Its draft is due this many working days before its review.", examples: [5] }),
  review: z
    .int()
    .min(0)
    .max(60)
    .optional()
    .meta({ description: "Its review is due this many working days before its slot.", examples: [2] }),
});

const promised = z.strictObject({
  slug: slug.meta({
    description: "What the post is known by for life; its file or permalink is expected to carry it.",
    examples: ["introducing-irmin"],
  }),
  also: z
    .array(slug)
    .max(10)
    .default([])
    .meta({ description: "Other slugs it has gone by.", examples: [["irmin-overview"]] }),
  path: text(300)
    .optional()
    .meta({
      description:
        "The file that it is, from the root of the repository. Needed where the file was there before the promise; of what comes later its name tells.",
      examples: ["posts/2014-07-18-introducing-irmin.md"],
    }),
  title: text(200).meta({
    description: "Its title, for people. Put it in quotes when it has a colon in it.",
    examples: ["Introducing Irmin"],
  }),
  byline: z
    .array(anyone)
    .max(20)
    .default([])
    .meta({
      description: "The authors of the post: login, name or alias of people on the desk. Empty while nobody is named.",
      examples: [["samoht"]],
    }),
  beats: z
    .array(text(40))
    .max(20)
    .default([])
    .meta({ description: "Its subjects: reviewers who cover one of them are asked first.", examples: [["storage"]] }),
  after: z
    .array(slug)
    .max(20)
    .default([])
    .meta({ description: "Slugs of promised posts that must be live first.", examples: [["introducing-ocaml-tls"]] }),
  series: text(100)
    .optional()
    .meta({
      description:
        "The series that it is part of, by name, where its front matter does not say so. Its parts follow each other as they go live.",
      examples: ["OCaml TLS"],
    }),
  slot: text(80)
    .optional()
    .meta({
      description: "Pins it to this slot: a time with its zone, not after the deadline. Planned by Presstime when left out.",
      examples: ["2014-07-18T12:00[Europe/London]"],
    }),
  not_before: text(80)
    .optional()
    .meta({
      description: "The embargo: it does not go live before this time, whoever asks. Written like the slot.",
      examples: ["2014-07-22T06:00[America/Los_Angeles]"],
    }),
  lead: ownLead
    .optional()
    .meta({ description: "How long before its slot this post should be drafted and reviewed. The campaign's when left out." }),
});

const campaign = z.strictObject({
  name: text(80).meta({ description: "What the campaign is called; its board carries the name.", examples: ["OSCON 2014"] }),
  deadline: text(80).meta({
    description:
      "The last instant at which its posts may go live: RFC 9557 with a zone, or ISO 8601 with an offset. A day alone, with its zone, means 09:00.",
    examples: ["2014-07-21T09:00[Europe/London]"],
  }),
  starts: text(80)
    .optional()
    .meta({
      description: "Its first instant, written like the deadline: no post is given a slot before it. It has begun when left out.",
      examples: ["2014-07-08T09:00[Europe/London]"],
    }),
  lead: ownLead
    .optional()
    .meta({ description: "How long before their slots its posts should be drafted and reviewed. The desk's when left out." }),
  buffer: z
    .int()
    .min(0)
    .max(60)
    .default(0)
    .meta({
      description: "Working days before the deadline that all posts share as a reserve; the board shows how much of it is used.",
      examples: [2],
    }),
  together: z
    .boolean()
    .default(false)
    .meta({ description: "Whether its posts go live together, in the plan's order, when the last of them has its slot: all or none." }),
  posts: z.array(promised).max(2000).default([]).meta({ description: "The promised posts, in the order in which they should go live." }),
});

const reviewTeam = z.strictObject({
  team: z
    .string()
    .regex(/^@?[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9_.-]{1,100}$/, expected("a team of an organization, written like `mirage/storage`"))
    .overwrite((name) => name.replace(/^@/, ""))
    .meta({ description: "The team, as GitHub writes it after the `@`.", examples: ["mirage/storage"] }),
  beats,
  capacity,
});

const review = z.strictObject({
  approvals: z
    .int()
    .min(1)
    .max(6)
    .default(1)
    .meta({ description: "How many approvals a post needs from people who are not on its byline." }),
  ask: z
    .int()
    .min(0)
    .max(6)
    .default(2)
    .meta({ description: "How many reviewers are asked for a post. 0 means that people ask by themselves." }),
  conversations: z.enum(["block", "tell"]).default("tell").meta({
    description:
      "What becomes of an approved post on whose lines a conversation is open: with `tell` its notice says so, and it goes live all the same; with `block` it waits until the conversation is resolved. Conversations in which only bots spoke do not count, nor, for `block`, those of people who have neither a part in the post nor a say here.",
  }),
  teams: z
    .array(reviewTeam)
    .max(10)
    .optional()
    .meta({
      description:
        "Teams whose members review: of their members those are asked who have time, one by one, and not the team. Their members are read once a day, for which the app needs the permission `members: read`; who is under `people` too is as it says there.",
      examples: [[{ team: "mirage/storage", beats: ["storage"] }]],
    }),
  draft_titles: z
    .array(text(40))
    .max(20)
    .default([...DRAFT_TITLES])
    .meta({
      description:
        "Words that make a pull request a draft when its title begins with one of them, in brackets or before a colon or a dash, in any case: `[WIP] Irmin`, `Draft: Irmin`. An empty list leaves it to GitHub's own drafts.",
      examples: [[]],
    }),
});

const reminders = z.strictObject({
  every: z
    .int()
    .min(1)
    .max(60)
    .default(2)
    .meta({ description: "Working days between two reminders to the same person; what is due comes up at least every five." }),
  hour: z.int().min(0).max(23).default(9).meta({ description: "The hour at which people are reminded, on their own clocks." }),
});

const merge = z.strictObject({
  at_slot: z.boolean().default(false).meta({
    description: "Whether Presstime merges an approved post when its slot comes. When not, it tells the coordinators that the post may go.",
  }),
  method: z.enum(["merge", "squash", "rebase"]).default("merge").meta({ description: "How it merges." }),
  missed: z.enum(["catch up", "ask"]).default("catch up").meta({
    description:
      "A slot that went by while nothing could be published: `catch up` publishes as soon as it can be done, `ask` leaves it to the coordinators.",
  }),
  checks: z.enum(["all", "required"]).default("all").meta({
    description:
      "Which checks of others keep a post from going live while they fail or run: `all` of them, or only those that branch protection requires.",
  }),
  would_not_show: z.enum(["hold", "warn"]).default("hold").meta({
    description:
      "A post that readers would not find at its slot, because its site would hide it until later or show it at an address of another day: `hold` keeps it from being merged until that is corrected, `warn` reports it and merges. With `mend_dates` it is mended first.",
  }),
  mend_dates: z.boolean().default(false).meta({
    description:
      "Whether Presstime commits what the slot asks for just before it merges: the slot's day instead of another (in Jekyll's file names too), its time where the site would hide the post until later, and `draft: false` instead of `true`. Only with `at_slot`, and only on branches of the repository itself: it cannot write to forks. Branch protection that dismisses stale approvals would dismiss them at this commit.",
  }),
});

const closure = z.strictObject({
  from: day.meta({ description: "First day without slots, in the desk's zone.", examples: ["2014-07-24"] }),
  to: day.optional().meta({ description: "Last day without slots; the same day when left out.", examples: ["2014-07-25"] }),
  why: text(120)
    .optional()
    .meta({ description: "The reason, for people.", examples: ["the office moves"] }),
});

const freeze = z.strictObject({
  from: text(80).meta({ description: "When it begins, written like a deadline.", examples: ["2014-07-20T00:00[Europe/London]"] }),
  to: text(80).meta({
    description: "When it ends; things go out again from this instant on.",
    examples: ["2014-07-22T06:00[Europe/London]"],
  }),
  why: text(120)
    .optional()
    .meta({ description: "The reason, for people.", examples: ["the site is being moved"] }),
  pass: z
    .array(anyone)
    .max(20)
    .default([])
    .meta({
      description: "Who may place a post inside it all the same: login, name or alias of people of the desk.",
      examples: [["amirmc"]],
    }),
});

const calendar = z.strictObject({
  holidays: z
    .array(country)
    .max(10)
    .default([])
    .meta({
      description: "Countries, or regions of them, whose public holidays have no slots and are no working days.",
      examples: [["GB-ENG"]],
    }),
  closed: z
    .array(closure)
    .max(100)
    .default([])
    .meta({ description: "Days without slots.", examples: [[{ from: "2014-07-24", to: "2014-07-25", why: "the office moves" }]] }),
  extra: z
    .array(text(80))
    .max(100)
    .default([])
    .meta({
      description: "Slots besides those that come round, each written like a deadline; they count even on a day without slots.",
      examples: [["2014-07-19T12:00[Europe/London]"]],
    }),
  freezes: z.array(freeze).max(50).default([]).meta({ description: "Spans of time in which nothing goes live, extra slots included." }),
  byline: z
    .strictObject({
      most: z
        .int()
        .min(1)
        .max(50)
        .meta({ description: "At most so many posts of one person.", examples: [2] }),
      days: z
        .int()
        .min(1)
        .max(60)
        .meta({ description: "In any so many days.", examples: [7] }),
    })
    .optional()
    .meta({ description: "How close together posts of one person may be." }),
  beat_gap: z
    .int()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: "Posts of one beat are at least so many days apart. 0 when it does not matter.", examples: [2] }),
});

const generator = z.enum(["jekyll", "hugo", "zola", "astro", "docusaurus", "plain"]);

const folder = z
  .string()
  .trim()
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))(?!.*[*?\\])[^\p{Cc}]{1,300}$/u,
    expected("a folder such as `apps/site`, without `..` and wildcards"),
  )
  .overwrite((path) => path.replace(/\/+$/, ""));

const siteFolders = z.strictObject({
  generator: generator.optional().meta({ description: "What builds it; told by each path when left out.", examples: ["hugo"] }),
  root: folder.optional().meta({
    description:
      "The folder of the repository that holds the site, where it is not the root: links that begin with `/` are looked for in it.",
    examples: ["apps/site"],
  }),
  static: z
    .array(folder)
    .min(1)
    .max(10)
    .optional()
    .meta({
      description:
        "Folders, from there, whose files are published at the root of the site. Those of the generator when left out, or `static`, `public` and `assets`.",
      examples: [["public"]],
    }),
});

export const deskSchema = z
  .strictObject({
    zone: zone
      .default("UTC")
      .meta({ description: "The desk's time zone: for slots, and for people without one of their own.", examples: ["Europe/London"] }),
    posts: z
      .array(text(200))
      .min(1)
      .max(20)
      .default([...POST_GLOBS])
      .meta({ description: "Globs of the files that are posts, from the root of the repository.", examples: [["posts/**/*.md"]] }),
    people: z
      .array(person)
      .max(500)
      .default([])
      .meta({ description: "The people of the desk: those who sign posts, review them or coordinate." }),
    coordinators: z
      .array(anyone)
      .max(20)
      .default([])
      .meta({
        description:
          "Who keeps the season together: login, name or alias of people of the desk. Where it is left out, the person who changed this file last and has write access to the repository, else the person who owns it; and everybody who may write can decide like a coordinator.",
        examples: [["amirmc"]],
      }),
    review: review.prefault({}).meta({ description: "What a post needs before it may go live." }),
    slots: z
      .array(pattern)
      .max(50)
      .default(["Mon 12:00", "Tue 12:00", "Wed 12:00", "Thu 12:00", "Fri 12:00"])
      .meta({
        description:
          "The slots that come round, wall-clock in the desk's zone, each open to one post: weekly (`Tue 12:00`), every so many weeks (`Tue 12:00 every 2 weeks from 2014-07-01`), or once a month (`first Tue 12:00`, up to `fourth` and `last`).",
        examples: [["Tue 12:00", "Thu 12:00", "last Fri 16:00"]],
      }),
    calendar: calendar
      .prefault({})
      .meta({ description: "What the slots that come round leave out or have besides, and how posts are spread over them." }),
    site: z
      .union([generator, siteFolders])
      .optional()
      .meta({
        description:
          "What builds the site, and so where a post keeps its date, its slug and whether it is a draft; or a mapping that also says where the site lies, so that links to its files are followed. Told by each path when left out.",
        examples: ["jekyll", { root: "apps/site", static: ["public"] }],
      }),
    lint: lintSchema.prefault({}).meta({ description: "What the linter asks for here; the house style as it comes when left out." }),
    lead: lead.prefault({}).meta({ description: "How long before its slot a post should be drafted and reviewed." }),
    reminders: reminders.prefault({}).meta({ description: "How often, and when, whoever has the turn is reminded." }),
    checks: z.enum(["posts", "all"]).default("posts").meta({
      description:
        "On which pull requests the checks `presstime/…` stand: on those that have something to check, or on `all`, so that branch protection can require them. They pass where there is nothing to check.",
    }),
    merge: merge.prefault({}).meta({ description: "Whether and how Presstime merges." }),
    campaigns: z.array(campaign).max(20).default([]).meta({ description: "Each push of posts toward one deadline." }),
  })
  .meta({
    title: "Presstime desk",
    description: "The people, the rules and the campaigns of one repository: `.github/presstime.yml` on its default branch.",
  });

export type DeskFile = z.output<typeof deskSchema>;
