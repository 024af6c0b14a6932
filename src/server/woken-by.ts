/** Whom a delivery wakes: repositories, or nobody, and then why. */
import { sameLogin } from "../desk/facts/person.js";
import type { Repository } from "../repository.js";
import type { Delivery, DeliveryBody } from "./delivery.js";
import type { WakeRule } from "./wake-rules.js";

export interface OwnApp {
  readonly id: number;
  /** `presstime[bot]`. */
  readonly login: string;
}

export type Woken =
  /** `sha`: the head of whose checks or statuses one has ended. */
  | { readonly kind: "repositories"; readonly repositories: readonly Repository[]; readonly sha?: string }
  /** All that are known of it: GitHub does not name them when an installation is taken up again. */
  | { readonly kind: "installation"; readonly id: number }
  /** The desk that a whole owner falls back to may have changed. */
  | { readonly kind: "owner"; readonly repository: Repository }
  | { readonly kind: "nobody"; readonly why: string }
  /** Sent to another App with the same secret and address: acknowledged, and told to the log. */
  | { readonly kind: "foreign"; readonly appId: number };

/** The repository in which an owner keeps what all of theirs fall back to. */
const OWNERS_DEFAULTS = ".github";

export function wokenBy(delivery: Delivery, own: OwnApp, rules: Readonly<Record<string, WakeRule>>): Woken {
  const { name, body } = delivery;
  const appId = delivery.appId ?? body.installation?.app_id ?? own.id;
  if (appId !== own.id) return { kind: "foreign", appId };
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) return nobody(`Presstime does not use the event ${name}`);
  if (!rule(body, own.id)) return nobody("the event changes nothing that Presstime uses");
  if (body.sender && sameLogin(body.sender.login, own.login) && !isPublication(name, body))
    return nobody("Presstime itself caused the event");
  if (!body.installation) return nobody("the event is from no installation of this App");
  const named = [...(body.repository ? [body.repository] : []), ...(body.repositories ?? []), ...(body.repositories_added ?? [])];
  const repositories = named.map(({ id, full_name }) => repositoryOf(id, full_name, body.installation?.id ?? 0));
  const [first] = repositories;
  if (!first) return name === "installation" ? { kind: "installation", id: body.installation.id } : nobody("the event names no repository");
  if (name === "push" && first.name === OWNERS_DEFAULTS) return { kind: "owner", repository: first };
  const sha = endedOn(name, body);
  return { kind: "repositories", repositories, ...(sha !== undefined && { sha }) };
}

/** A person who asks for a check again, or presses its button, is not kept waiting. */
function endedOn(name: string, { action, sha, check_run, check_suite }: DeliveryBody): string | undefined {
  if (name === "status") return sha;
  return action === "completed" ? (check_run ?? check_suite)?.head_sha : undefined;
}

/** Our own merge changes more than we did: what is live, what may come after it, what GitHub makes of the other pull requests. */
function isPublication(name: string, body: DeliveryBody): boolean {
  return name === "push" || (name === "pull_request" && body.pull_request?.merged === true);
}

function repositoryOf(id: number, fullName: string, installation: number): Repository {
  const slash = fullName.indexOf("/");
  return { id, installation, owner: fullName.slice(0, slash), name: fullName.slice(slash + 1) };
}

function nobody(why: string): Woken {
  return { kind: "nobody", why };
}
