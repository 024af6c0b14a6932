/** Limits and facts about the service itself: https://docs.github.com/en/rest/rate-limit */
import { callerName } from "../http/caller.js";
import type { Resource } from "../http/rate-limit.js";
import { endpoint, ok, type Call, type Endpoint } from "./endpoint.js";

export const meta: readonly Endpoint[] = [
  endpoint("GET /rate_limit", (call) => {
    const core = limitShape(call, "core");
    return ok({
      resources: { core, graphql: limitShape(call, "graphql"), search: { ...core, limit: 30, remaining: 30, used: 0 } },
      rate: core,
    });
  }),
  endpoint("GET /meta", () =>
    ok({ verifiable_password_authentication: false, hooks: ["127.0.0.0/8"], web: ["127.0.0.0/8"], api: ["127.0.0.0/8"] }),
  ),
];

function limitShape(call: Call, resource: Resource) {
  const { limit, used, reset } = call.allowances.look(callerName(call.caller), resource);
  return { limit, used, remaining: limit - used, reset, resource };
}
