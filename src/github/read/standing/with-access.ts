/** Pull requests and boards with what everybody may do here whose word depends on it: the desk's own people are believed without asking. */
import type { Access, Actor, AskedAccess, Board, Comment, PullRequest, Review } from "../../../desk/facts/snapshot.js";
import type { Desk } from "../../../desk/facts/desk.js";
import { spokenOn } from "../../../desk/facts/spoken.js";
import { dependsOnAccess, isOnDesk } from "../../../desk/facts/standing.js";
import type { RememberedClick } from "../../../desk/fixes/remembered-clicks.js";
import { peopleAskedAbout } from "../../../desk/commands/people-asked-about.js";
import { readCommands } from "../../../desk/commands/read-commands.js";
import { latest } from "../../../desk/time/zone.js";
import type { ReadScope } from "../scope.js";
import { accessNow, accessThen, againAt, askAccess, remarkKey } from "./ask-access.js";

interface Said {
  readonly pulls: readonly PullRequest[];
  readonly boards: readonly Board[];
}

/** `clicks` are those on buttons: whoever only clicked is named nowhere else. */
export async function withAccess(
  scope: ReadScope,
  desk: Desk,
  { pulls, boards }: Said,
  clicks: readonly RememberedClick[],
): Promise<Said & { readonly asked?: AskedAccess }> {
  // Where not everybody can be asked about at once, those come first who have to do with what is open.
  const inOrder = [
    ...pulls.filter(({ standing }) => standing === "open"),
    ...boards,
    ...pulls.filter(({ standing }) => standing !== "open"),
  ];
  const heads = new Set(pulls.flatMap(({ standing, head }) => (standing === "open" ? [head.sha] : [])));
  const voices = [
    ...clicks
      .filter(({ head, login }) => heads.has(head) && dependsOnAccess({ login, bot: false }, "command", desk))
      .map(({ login }) => login),
    ...inOrder.flatMap((place) => voicesIn(place, desk)),
    // Nobody is the coordinator by an old answer.
    ...(desk.coordinatorFrom ? desk.coordinators : []),
    ...inOrder.flatMap((place) => wordsIn(place).flatMap((said) => namedBy(said, desk))),
  ];
  if (voices.length === 0) return { pulls, boards };
  const newest = newestRemarks(inOrder, clicks, desk);
  const known = await askAccess(
    scope,
    voices.map((login) => ({ login, newest: newest.get(login.toLowerCase()) ?? "" })),
  );
  const seen = <One extends { readonly by: Actor | null }>(one: One, access: (login: string) => Access): One => {
    const login = one.by?.login.toLowerCase() ?? "";
    return one.by && !one.by.bot && known.has(login) ? { ...one, by: { ...one.by, access: access(login) } } : one;
  };
  const then = (login: string, said: Pick<Comment, "at" | "id"> & Pick<Review, "editedAt">) =>
    accessThen(known.get(login.toLowerCase()), keyOf(said));
  const naming = <Said extends Comment | Review>(said: Said): Said => {
    const named = namedBy(said, desk).map((login) => [login.toLowerCase(), then(login, said)] as const);
    return named.length > 0 ? { ...said, named: Object.fromEntries(named) } : said;
  };
  const heard = (comment: Comment) => naming(seen(comment, (login) => then(login, comment)));
  // It counts by what its giver may do now, and commands in its words by what they could do then.
  const reviewed = (review: Review): Review => {
    const now = naming(seen(review, (login) => accessNow(known.get(login))));
    const { by } = seen(review, (login) => then(login, review));
    return now.by && by && now.by.access !== by.access ? { ...now, saidBy: by } : now;
  };
  return {
    pulls: pulls.map((pull) => ({
      ...pull,
      reviews: pull.reviews.map((review) => reviewed(review)),
      comments: pull.comments.map(heard),
      ...(pull.description && { description: heard(pull.description) }),
      ...(pull.threads && { threads: pull.threads.map((thread) => ({ ...thread, comments: thread.comments.map(heard) })) }),
    })),
    boards: boards.map((board) => ({ ...board, comments: board.comments.map(heard) })),
    asked: {
      of: Object.fromEntries([...known].map(([login, record]) => [login, accessNow(record)])),
      refused: [...known.values()].find(({ refused }) => refused !== null)?.refused ?? null,
      againAt: againAt(known) ?? scope.at,
    },
  };
}

type Place = PullRequest | Board;

/** Those whose reviews or commands there count only with access. */
function voicesIn(place: Place, desk: Desk): readonly string[] {
  const reviewing = reviewsIn(place).filter(({ says, by }) => says !== "comments" && by && dependsOnAccess(by, "review", desk));
  const commanding = wordsIn(place).filter(
    ({ by, body }) =>
      by && body.includes("/") && dependsOnAccess(by, "command", desk) && readCommands(body).some(({ name }) => name !== null),
  );
  // Whose conversation keeps a post back is asked where one may.
  const holding =
    desk.review.conversations === "block" && "threads" in place ? (place.threads ?? []).filter(({ resolved }) => !resolved) : [];
  const onLines = holding.flatMap(({ comments }) => comments.filter(({ by }) => by && dependsOnAccess(by, "review", desk)));
  return [...reviewing, ...commanding, ...onLines].flatMap(({ by }) => by?.login ?? []);
}

/** Logins off the desk of those whom somebody asks for a review there, or takes off one. */
function namedBy({ by, body }: Pick<Comment, "by" | "body">, desk: Desk): readonly string[] {
  if (!by || by.bot || !body.includes("/")) return [];
  return peopleAskedAbout(body).filter((login) => !isOnDesk(login, desk));
}

function reviewsIn(place: Place): readonly Review[] {
  return "reviews" in place ? place.reviews : [];
}

function wordsIn(place: Place): readonly Comment[] {
  return "reviews" in place ? spokenOn(place) : place.comments;
}

function keyOf({ at, editedAt = null, id }: Pick<Comment, "at" | "id"> & Pick<Review, "editedAt">): string {
  return remarkKey(latest([at, editedAt]) ?? at, id);
}

/** The newest thing that each person said or did, or that was said of them, by login in small letters. */
function newestRemarks(places: readonly Place[], clicks: readonly RememberedClick[], desk: Desk): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  const note = (login: string, key: string) => {
    const small = login.toLowerCase();
    if (key > (newest.get(small) ?? "")) newest.set(small, key);
  };
  for (const { login, at } of clicks) note(login, remarkKey(at, 0));
  for (const place of places) {
    for (const comment of wordsIn(place))
      for (const login of [...(comment.by ? [comment.by.login] : []), ...namedBy(comment, desk)]) note(login, keyOf(comment));
    for (const { by, at, id } of reviewsIn(place)) if (by) note(by.login, remarkKey(at, id));
  }
  return newest;
}
