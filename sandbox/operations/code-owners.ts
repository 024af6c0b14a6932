/** Code owners: GitHub asks them for a review by itself once a pull request is ready. https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
import { teamShape } from "../shapes/team.js";
import { userShape } from "../shapes/user.js";
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import type { Repo } from "../state/repo.js";
import type { PullThread, OwningTeam } from "../state/thread.js";
import { happens, type World } from "../state/world.js";
import { tellPull } from "./news.js";

/** `mirage/storage` is a team, and has these members; any other name is a person's. */
export function ownCode(world: World, repo: Repo, owners: Readonly<Record<string, readonly string[]>>): void {
  repo.codeOwners.splice(0);
  for (const [name, members] of Object.entries(owners)) {
    if (!name.includes("/")) repo.codeOwners.push(world.people.ensure(name));
    else {
      const id = world.numbering.next();
      repo.codeOwners.push({ id, nodeId: nodeId("T", id), name, members: members.map((login) => world.people.ensure(login)) });
    }
  }
}

/** In the name of whoever made it ready. Nobody is asked about their own. */
export function askCodeOwners(world: World, by: Account, thread: PullThread): void {
  const { pull, repo, author } = thread;
  if (pull.draft) return;
  for (const owner of repo.codeOwners) {
    if (isOwningTeam(owner)) {
      if (pull.requestedTeams.includes(owner)) continue;
      pull.requestedTeams.push(owner);
      tellPull(world, thread, "review_requested", by, () => ({ requested_team: teamShape(world, owner) }));
    } else if (owner !== author && !pull.requested.includes(owner)) {
      pull.requested.push(owner);
      happens(world, thread, by, { kind: "asked", person: owner });
      tellPull(world, thread, "review_requested", by, () => ({ requested_reviewer: userShape(world, owner) }));
    }
  }
}

export function isOwningTeam(owner: Account | OwningTeam): owner is OwningTeam {
  return "members" in owner;
}
