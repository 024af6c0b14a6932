/** `/slot` moves a post to another slot: one that is named, any later one, or another post's. */
import { slugWord, withoutManners } from "../comments/spoken-words.js";
import { nearest } from "../text/nearest.js";
import type { SpokenTime } from "../time/read-time.js";
import { findSlug, idOf } from "./command-facts.js";
import { ONE_TO_MOVE_BY_WORD, type CommandRule } from "./command-rule.js";
import { barredAt, FREE, place, wish } from "./placing.js";
import { decidedOf, only, type GivenCommand, type Taken } from "./taken.js";

type Slot =
  | { readonly kind: "slot"; readonly wish: "at"; readonly moment: SpokenTime }
  | { readonly kind: "slot"; readonly wish: "next" }
  | { readonly kind: "slot"; readonly wish: "swap"; readonly other: string };

export const slot: CommandRule<Slot> = {
  name: "slot",
  usage: "/slot 2014-07-18T13:00",
  does: "moves the post to another slot; `/slot next` moves it to a later one, `/slot swap SLUG` exchanges the slots of two posts",
  more: "Write `2014-07-18T13:00`, `2014-07-18T13:00[America/New_York]`, `tomorrow 13:00`, `Fri 13:00` or `18 July 1pm`; if you write only a day, the desk’s slot on that day is used. A time without a zone is in the desk’s time zone. `tomorrow` and weekdays count from the time of the comment. The reply repeats the time in the zones of the people concerned. If you write “next Friday”, or “Friday” on a Friday, Presstime asks which day you mean. A slot in the past, before the end of the embargo or in a freeze is refused. A slot after the deadline, or a slot that another post has, is accepted, and the reply says so. `/slot next` asks for a slot later than the slot that the post had when you wrote the command. `/slot swap SLUG` exchanges the slots of two posts; you need the right to change both.",
  example: "/slot Fri 18 July 13:00",
  allowed: "owners",
  about: ONE_TO_MOVE_BY_WORD,
  read(words, { time }) {
    const said = withoutManners(words);
    const [first = "", ...others] = said.split(/\s+/u);
    if (/^swap$/iu.test(first)) {
      const other = slugWord(others.join(" "));
      return other === ""
        ? { kind: "unreadable", command: "slot", why: "after `/slot swap`, write the slug of the other post: `/slot swap SLUG`" }
        : { kind: "slot", wish: "swap", other };
    }
    return /^next$/iu.test(said) ? { kind: "slot", wish: "next" } : { kind: "slot", wish: "at", moment: time(said) };
  },
  take(said, given) {
    const [slug = ""] = given.slugs;
    if (decidedOf(slug, given).dropped) return only({ kind: "dropped", slug });
    switch (said.wish) {
      case "at":
        return place(slug, "slot", said.moment, given);
      case "next":
        return takeNext(slug, given);
      case "swap":
        return takeSwap(slug, said.other, given);
    }
  },
};

function takeNext(slug: string, given: GivenCommand): Taken {
  const had = given.hadThen(slug);
  const original = given.facts.originalOf(slug);
  if (original) return only({ kind: "before its post", slug, original, until: given.facts.toldAt(original, given.at) });
  if (!had) return only({ kind: "no slot yet", slug });
  return wish(slug, { laterThan: { at: had, by: given.speaker.login } }, { kind: "next", slug, had }, given);
}

/** The two change the slots they had then. */
function takeSwap(slug: string, typed: string, given: GivenCommand): Taken {
  const { comment, facts, speaker, may, hadThen } = given;
  const other = findSlug(facts, typed);
  if (!other) return only({ kind: "no such post", slug: typed, meant: nearest(typed, facts.slugs) });
  if (other === slug) return only({ kind: "itself", command: "slot", slug });
  if (!may(other)) return only({ kind: "not yours", command: "slot", allowed: "owners" });
  if (facts.isLive(other, comment.at) || facts.isChangeToLive(other)) return only({ kind: "live", slug: other });
  if (decidedOf(other, given).dropped) return only({ kind: "dropped", slug: other });
  const [own, theirs] = [hadThen(slug), hadThen(other, 1)];
  if (!own) return only({ kind: "no slot yet", slug });
  if (!theirs) return only({ kind: "no slot yet", slug: other });
  const barred = barredAt(slug, theirs, given) ?? barredAt(other, own, given);
  if (barred) return only(barred);
  const [one, two] = [idOf(facts, slug), idOf(facts, other)];
  return {
    answered: { kind: "swapped", slug, at: theirs, other, otherAt: own },
    change: {
      kind: "decide",
      posts: [one, two],
      alter: (_, post) => ({ ...FREE, slot: { at: post === one ? theirs : own, by: speaker.login } }),
    },
  };
}
