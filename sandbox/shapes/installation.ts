/** The App, its installations and tokens as REST shows them: https://docs.github.com/en/rest/apps */
import type { Installation } from "../state/installation.js";
import type { World } from "../state/world.js";
import { userShape } from "./user.js";

export function integrationShape(world: World) {
  const { app } = world;
  return {
    id: app.id,
    client_id: `Iv23li${String(app.id).padStart(14, "0")}`,
    slug: app.slug,
    node_id: `A_sandbox_${app.id}`,
    owner: userShape(world, app.owner),
    name: app.name,
    description: null,
    external_url: world.webBase,
    html_url: `${world.webBase}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: { ...app.permissions, metadata: "read" },
    // GitHub's descriptions of comments do not know this event among those of an App.
    events: app.events.filter((event) => event !== "pull_request_review_thread"),
  };
}

export function installationShape(world: World, installation: Installation) {
  const { app } = world;
  const { account } = installation;
  return {
    id: installation.id,
    client_id: `Iv23li${String(app.id).padStart(14, "0")}`,
    account: userShape(world, account),
    repository_selection: "selected",
    access_tokens_url: `${world.apiBase}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.apiBase}/installation/repositories`,
    html_url: `${world.webBase}/settings/installations/${installation.id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.kind,
    permissions: { ...installation.permissions, metadata: "read" },
    events: [...app.events],
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  };
}
