/** The stage: the repository of the season on a sandbox, and what its people can do there by the numbers of its pull requests. */
import type { Sandbox } from "../sandbox.js";
import type { Repo } from "../state/repo.js";
import type { User } from "../user.js";
import { draft, type Edition } from "./drafts.js";
import { pullFact } from "./facts.js";
import { PEOPLE, personNamed } from "./people.js";

export interface SeasonStage {
  readonly repo: Repo;
  person(login: string): User;
  /** Opens it as in 2014; `upon` puts it on top of another one. */
  opens(number: number, edition: Edition, more?: { readonly body?: string; readonly upon?: number }): void;
  /** A new edition of its text, by anybody, on the branch it comes from. */
  pushes(login: string, number: number, edition: Edition): void;
  commitsDesk(text: string, message: string): void;
  /** Says it on the campaign's board; nothing is said when the App has not opened one. */
  saysOnBoard(login: string, body: string): void;
}

const README = `# mirage-www

A stand-in for the repository of 2014, for a re-enactment of its season of posts.
`;

export function setStage(github: Sandbox): SeasonStage {
  for (const { login, name } of PEOPLE) github.as(login, { name });
  const repo = github.createRepository({
    owner: "mirage",
    name: "mirage-www",
    files: { "README.md": README },
    collaborators: PEOPLE.map(({ login }) => login),
  });
  const person = (login: string) => github.as(personNamed(login).login);
  const branch = (number: number) => `post-${number}`;
  const pathOf = (number: number) => `posts/${pullFact(number).slug}.md`;
  return {
    repo,
    person,
    opens(number, edition, { body = "", upon } = {}) {
      const { title, openedBy, draft: isDraft, slug } = pullFact(number);
      const opener = person(openedBy);
      const fork = opener.fork(repo);
      const onto = upon === undefined ? {} : { onto: github.pullRequest(repo, upon).pull?.head.sha ?? repo.defaultBranch };
      opener.push(fork, branch(number), { [pathOf(number)]: draft(slug, edition) }, { message: title, ...onto });
      opener.opens(repo, { branch: branch(number), from: fork, title, body, draft: isDraft, number });
    },
    pushes(login, number, edition) {
      const { openedBy, slug } = pullFact(number);
      const fork = person(openedBy).fork(repo);
      person(login).push(fork, branch(number), { [pathOf(number)]: draft(slug, edition) }, { message: "Edit the post" });
    },
    commitsDesk(text, message) {
      person("amirmc").push(repo, repo.defaultBranch, { ".github/presstime.yml": text }, { message });
    },
    saysOnBoard(login, body) {
      const board = github.threads(repo).find(({ pull, author }) => pull === null && author === github.app.bot.login);
      if (board) person(login).comments(repo, board.number, body);
    },
  };
}
