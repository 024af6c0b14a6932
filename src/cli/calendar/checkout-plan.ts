/** The plan of a checkout: slots as the desk file has them planned, without asking GitHub anything. */
import { join } from "node:path";
import { holidayCodes, holidayYears } from "../../desk/calendar/days-off.js";
import type { Desk } from "../../desk/facts/desk.js";
import { holidayDays } from "../../desk/facts/holidays.js";
import { sameSlug, slugOfPath } from "../../desk/facts/slug.js";
import type { PublishedPost, Snapshot } from "../../desk/facts/snapshot.js";
import { plan } from "../../desk/plan.js";
import { postMatcher } from "../../desk/posts/post-globs.js";
import { readPost } from "../../desk/posts/read-post.js";
import type { Instant } from "../../desk/time/zone.js";
import { createHolidayBook } from "../../examine/holiday-book.js";
import type { Console } from "../console.js";
import { deskFile } from "../desk-file.js";
import { DESK_FILE, filesBelow } from "../lint/post-files.js";
import type { PlanFile } from "../notes/plan-file.js";

export interface CheckoutPlan extends PlanFile {
  readonly at: Instant;
  /** `owner/name` of its origin on GitHub, else its folder's name: what tells its events from those of another repository. */
  readonly scope: string;
}

/** `now` is given the desk, whose zone times are read in. Rejects when there is no good desk file; what is wrong with it has then been said. */
export async function planOfCheckout(root: string, io: Console, now: (desk: Desk) => Instant): Promise<CheckoutPlan> {
  const read = await deskFile(join(root, DESK_FILE), io);
  if (!read) throw new Error(`${DESK_FILE} has errors; they are listed above. Correct them and run the command again.`);
  const at = now(read);
  const published = await publishedIn(root, read, io);
  const desk = namingFiles(withHolidays(read, at), published);
  const [owner = "", name = ""] = (await originOf(root, io))?.split("/") ?? [];
  const snapshot: Snapshot = {
    at,
    app: "",
    repository: { owner, name, url: "", defaultBranch: "", archived: false, private: true },
    desk,
    deskFindings: [],
    open: [],
    closed: [],
    published,
    boards: [],
    memory: { effects: {}, announced: {} },
  };
  const { posts, campaigns } = plan(snapshot);
  const scope = owner ? `${owner}/${name}` : (root.split(/[\\/]/).at(-1) ?? "");
  return { at, scope, repository: null, posts, campaigns, zone: desk.zone, people: desk.people };
}

function withHolidays(desk: Desk, at: Instant): Desk {
  const codes = holidayCodes(desk);
  return codes.length === 0 ? desk : { ...desk, holidays: holidayDays(createHolidayBook(), codes, holidayYears(desk, at)) };
}

/** Here nobody asks GitHub when a file came: one that has the name of a promise is that post. */
function namingFiles(desk: Desk, published: readonly PublishedPost[]): Desk {
  const fileOf = (names: readonly string[]) => published.find(({ path }) => names.some((name) => sameSlug(name, slugOfPath(path))))?.path;
  const campaigns = desk.campaigns.map((campaign) => ({
    ...campaign,
    posts: campaign.posts.map((post) => ({ ...post, path: post.path ?? fileOf([post.slug, ...post.also]) ?? null })),
  }));
  return { ...desk, campaigns };
}

/** The posts that are here, but for drafts: by their paths, and by what their texts call themselves. */
async function publishedIn(root: string, desk: Desk, io: Console): Promise<readonly PublishedPost[]> {
  const isPost = postMatcher(desk.posts);
  const files = (await filesBelow(root, [root])).filter(({ name }) => isPost(name));
  const found = await Promise.all(
    files.map(async ({ path, name }) => {
      const { post } = readPost(name, new TextDecoder().decode(await io.read(path)));
      if (post.unpublished) return [];
      return [name, ...post.slugs.map((slug) => `${slug}.md`)].map((known): PublishedPost => ({ path: known, blob: "" }));
    }),
  );
  return found.flat();
}

const ORIGIN = /\[remote "origin"\][^[]*?\burl\s*=\s*\S*?[/:]([^/\s:]+\/[^/\s]+?)(?:\.git)?\/?\s*$/m;

/** From Git's own configuration; null where there is none. */
async function originOf(root: string, io: Console): Promise<string | null> {
  const config = await io.read(join(root, ".git", "config")).catch(() => null);
  return config ? (ORIGIN.exec(new TextDecoder().decode(config))?.[1] ?? null) : null;
}
