/** What becomes of the desk in a history: people leave and come back, deadlines move, the plan is edited, campaigns go. */
import fc from "fast-check";
import type { Campaign, Desk } from "../../../src/desk/facts/desk.js";
import { DAY, dayOf, dayPlus, plus, readInstant } from "../../../src/desk/time/zone.js";
import { person } from "../paper-world.js";
import { acts, DESK, type Act } from "./acts.js";

const who = fc.constantFrom(...DESK, "amir");

const leaves = acts(
  fc.record({ who, access: fc.constantFrom("none" as const, "write" as const) }),
  ({ who: login, access }): Act =>
    (ground) => {
      if (!ground.isOnDesk(login)) return null;
      ground.gives(login, access);
      ground.rewritesDesk((desk) => without(desk, login));
      return `${login} leaves the desk${access === "none" ? " and the repository" : ""}`;
    },
);

/** As one would edit the desk file: whoever is gone is named nowhere. */
function without(desk: Desk, login: string): Partial<Desk> {
  const others = (logins: readonly string[]) => logins.filter((one) => one !== login);
  return {
    people: desk.people.filter((one) => one.login !== login),
    coordinators: others(desk.coordinators),
    campaigns: desk.campaigns.map((one) => ({ ...one, posts: one.posts.map((post) => ({ ...post, byline: others(post.byline) })) })),
  };
}

const goesOnLeave = acts(
  fc.record({ who, from: fc.constantFrom(0, 0, 1, 4), days: fc.constantFrom(1, 5, 14, 40) }),
  ({ who: login, from, days }): Act =>
    (ground) => {
      if (!ground.world.facts().desk.people.some((one) => one.login === login)) return null;
      const first = dayPlus(dayOf(ground.world.at(), "Europe/London"), from);
      const away = { from: first, to: dayPlus(first, days - 1) };
      ground.rewritesDesk(({ people }) => ({
        people: people.map((one) => (one.login === login ? { ...one, away: [...one.away, away] } : one)),
      }));
      return `${login} is on leave from ${away.from} to ${away.to}`;
    },
);

const returns = acts(who, (login): Act => (ground) => {
  const { people } = ground.world.facts().desk;
  const known = people.find((one) => one.login === login);
  if (known?.away.length === 0) return null;
  ground.rewritesDesk(() => ({
    people: known ? people.map((one) => (one === known ? { ...one, away: [] } : one)) : [...people, person(login)],
  }));
  ground.gives(login, "write");
  return `${login} is back`;
});

/** A campaign that the desk's check would let pass: pins and embargoes end by the deadline. */
function until(deadline: Campaign["deadline"], was: Campaign): Campaign {
  return {
    ...was,
    deadline,
    posts: was.posts.map((post) => ({
      ...post,
      pinned: post.pinned && post.pinned <= deadline ? post.pinned : null,
      notBefore: post.notBefore && post.notBefore <= deadline ? post.notBefore : null,
    })),
  };
}

const deadlineMoves = acts(fc.constantFrom(-2, 2, 7, 16, 30), (days): Act => (ground) => {
  const [first, ...rest] = ground.world.facts().desk.campaigns;
  if (!first) return null;
  const deadline = plus(ground.world.at(), days * DAY);
  ground.rewritesDesk(() => ({ campaigns: [until(deadline, first), ...rest] }));
  return `the deadline is now ${deadline}`;
});

const editsPlan = acts(
  fc.record({
    pin: fc.constantFrom(null, "2014-07-10T11:00:00Z", "2014-07-16T11:00:00Z", "2014-07-16T15:30:00Z"),
    notBefore: fc.constantFrom(null, null, "2014-07-15T00:00:00Z"),
    after: fc.constantFrom([], ["four"], ["three"]),
    slug: fc.constantFrom("one", "two"),
  }),
  ({ pin, notBefore, after, slug }): Act =>
    (ground) => {
      const [first, ...rest] = ground.world.facts().desk.campaigns;
      if (!first?.posts.some((post) => post.slug === slug)) return null;
      const posts = first.posts.map((post) =>
        post.slug === slug
          ? {
              ...post,
              after,
              pinned: pin === null ? null : readInstant(pin),
              notBefore: notBefore === null ? null : readInstant(notBefore),
            }
          : post,
      );
      ground.rewritesDesk(() => ({ campaigns: [until(first.deadline, { ...first, posts }), ...rest] }));
      return `the plan has ${slug} pinned to ${pin ?? "nothing"}, not before ${notBefore ?? "anything"}, after ${after.join() || "none"}`;
    },
);

const DELETED = new WeakMap<object, readonly Campaign[]>();

const campaignGoes = acts(fc.constant(null), (): Act => (ground) => {
  const { campaigns } = ground.world.facts().desk;
  const kept = DELETED.get(ground);
  if (campaigns.length === 0 && !kept) return null;
  if (campaigns.length > 0) DELETED.set(ground, campaigns);
  ground.rewritesDesk(() => ({ campaigns: campaigns.length > 0 ? [] : (kept ?? []) }));
  return campaigns.length > 0 ? "the campaign is deleted from the desk" : "the campaign is back on the desk";
});

const promiseGoes = acts(fc.constantFrom("one", "two", "three"), (slug): Act => (ground) => {
  const [first, ...rest] = ground.world.facts().desk.campaigns;
  if (!first?.posts.some((post) => post.slug === slug)) return null;
  const posts = first.posts
    .filter((post) => post.slug !== slug)
    .map((post) => ({ ...post, after: post.after.filter((one) => one !== slug) }));
  ground.rewritesDesk(() => ({ campaigns: [{ ...first, posts }, ...rest] }));
  return `the promise ${slug} is taken off the plan`;
});

const SETTINGS: readonly (readonly [string, (desk: Desk) => Partial<Desk>])[] = [
  ["slots are on Tuesday, Wednesday and Friday", () => ({ slots: ["Tue 09:00", "Wed 12:00", "Fri 12:00"] })],
  ["slots are on Monday and Thursday", () => ({ slots: ["Mon 12:00", "Thu 12:00"] })],
  ["nobody coordinates", () => ({ coordinators: [] })],
  [
    "ben coordinates too",
    ({ coordinators, people }) =>
      people.some(({ login }) => login === "ben") ? { coordinators: [...new Set([...coordinators, "ben"])] } : {},
  ],
  ["two approvals are asked for", ({ review }) => ({ review: { ...review, approvals: 2, ask: 2 } })],
  ["open conversations are waited for", ({ review }) => ({ review: { ...review, conversations: "block" } })],
  ["the app does not merge any more", ({ merge }) => ({ merge: { ...merge, atSlot: false } })],
  ["the app merges", ({ merge }) => ({ merge: { ...merge, atSlot: true } })],
  [
    "nothing goes live from 15 to 17 July",
    ({ calendar }) => ({
      calendar: {
        ...calendar,
        freezes: [{ from: readInstant("2014-07-15T00:00:00Z"), to: readInstant("2014-07-17T00:00:00Z"), why: "the fair", pass: ["amir"] }],
      },
    }),
  ],
  ["the freeze is lifted", ({ calendar }) => ({ calendar: { ...calendar, freezes: [] } })],
];

const settings = acts(fc.constantFrom(...SETTINGS), ([words, change]): Act => (ground) => {
  ground.rewritesDesk(change);
  return words;
});

const access = acts(
  fc.record({
    login: fc.constantFrom("eve", "mallory", "stranger"),
    what: fc.constantFrom("write" as const, "none" as const, "unknown" as const),
  }),
  ({ login, what }): Act =>
    (ground) => {
      if (ground.accessOf(login) === what) return null;
      ground.gives(login, what);
      return what === "unknown"
        ? `what ${login} may do cannot be asked`
        : `${login} may ${what === "write" ? "write to the repository" : "not write any more"}`;
    },
);

export const deskActs = fc.oneof(
  { weight: 2, arbitrary: leaves },
  { weight: 3, arbitrary: goesOnLeave },
  { weight: 1, arbitrary: returns },
  { weight: 2, arbitrary: deadlineMoves },
  { weight: 2, arbitrary: editsPlan },
  { weight: 1, arbitrary: campaignGoes },
  { weight: 1, arbitrary: promiseGoes },
  { weight: 2, arbitrary: settings },
  { weight: 1, arbitrary: access },
);
