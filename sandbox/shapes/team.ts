/** Teams as REST shows them: https://docs.github.com/rest/teams/teams */
import type { OwningTeam } from "../state/thread.js";
import type { World } from "../state/world.js";

export function teamShape(world: World, { id, nodeId, name }: OwningTeam) {
  const [org = "", slug = ""] = name.split("/");
  const api = `${world.apiBase}/organizations/1/team/${id}`;
  return {
    id,
    node_id: nodeId,
    url: api,
    html_url: `${world.webBase}/orgs/${org}/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "push",
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    parent: null,
  };
}
