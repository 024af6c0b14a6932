/** A season of one's own: a repository with nothing in it but a desk file. Its people are there and do nothing; the clock shows what comes of it. */
import type { Desk } from "../../src/desk/facts/desk.js";
import { DAY, latest, plus, type Instant } from "../../src/desk/time/zone.js";
import type { Play } from "./play.js";

/** Whose repository it is, and who commits the desk. */
const OWNER = "you";

/** After the last deadline. */
const AFTERWARDS = 14 * DAY;

/** `text` is the desk file that `desk` was read from, and `file` what people call it. */
export function ownSeason({ text, desk, file, now }: OwnDesk): Play {
  const ends = latest([now, ...desk.campaigns.map(({ deadline }) => deadline)]) ?? now;
  return {
    begins: now,
    opensAt: now,
    ends: plus(ends, AFTERWARDS),
    zone: desk.zone,
    notice: `A try-out of ${file} in a sandbox, which has no posts and no pull requests. The people of the desk are there, but they do nothing. Move the clock to see the reminders that they would get.`,
    says: `A try-out of ${file}: its campaigns as of now; the buttons on the page move the clock.`,
    open(github) {
      for (const { login, name } of desk.people) github.as(login, { name });
      const repo = github.createRepository({
        owner: OWNER,
        name: "blog",
        files: { "README.md": "# Blog\n" },
        collaborators: desk.people.map(({ login }) => login),
      });
      let begun = false;
      return {
        repo,
        next: () =>
          begun
            ? null
            : {
                at: now,
                by: OWNER,
                says: "commits the desk file",
                does: () =>
                  github.as(OWNER).push(repo, repo.defaultBranch, { ".github/presstime.yml": text }, { message: "Plan the season" }),
              },
        act(move) {
          begun = true;
          move.does();
        },
        nameOf: (login) => desk.people.find((person) => person.login === login)?.name ?? login,
      };
    },
  };
}

interface OwnDesk {
  readonly text: string;
  readonly desk: Pick<Desk, "zone" | "people" | "campaigns">;
  readonly file: string;
  readonly now: Instant;
}
