/** The members of a desk's teams, who review like people whom it names: asked for once a day. */
import type { Desk, ReviewTeam } from "../../../desk/facts/desk.js";
import { includesLogin, type Person } from "../../../desk/facts/person.js";
import { askedDaily } from "../asked-daily.js";
import { TEAM_MEMBERS } from "../read-cache.js";
import type { ReadScope } from "../scope.js";

/** The desk as it is where it names no team. Of a team that cannot be read the desk says so. */
export async function withTeamMembers(scope: ReadScope, desk: Desk): Promise<Desk> {
  const { teams = [] } = desk.review;
  const people = [...desk.people];
  const unread: string[] = [];
  for (const team of teams) {
    const members = await membersOf(scope, team.team);
    if (!members) unread.push(team.team);
    const logins = people.map(({ login }) => login);
    people.push(...(members ?? []).filter((login) => !includesLogin(logins, login)).map((login) => memberOf(team, login, desk)));
  }
  if (teams.length === 0) return desk;
  return { ...desk, people, review: { ...desk.review, ...(unread.length > 0 && { unreadTeams: unread }) } };
}

function memberOf({ team, beats, capacity }: ReviewTeam, login: string, { zone }: Desk): Person {
  return { login, name: login, aliases: [], zone, beats, capacity, away: [], team };
}

/** Logins, of the first hundred. */
function membersOf(scope: ReadScope, team: string): Promise<readonly string[] | null> {
  const [org = "", slug = ""] = team.split("/");
  return askedDaily(scope, TEAM_MEMBERS, team.toLowerCase(), async () => {
    const { data } = await scope.client.rest.teams.listMembersInOrg({ org, team_slug: slug, per_page: 100 });
    return data.map(({ login }) => login);
  });
}
