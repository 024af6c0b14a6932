/** Rules by which a kind of webhook wakes the repository it is about: the vocabulary of the table in `index.ts`. */
import type { EmitterWebhookEventName } from "@octokit/webhooks";
import type { DeliveryBody } from "./delivery.js";

/** Whether such a delivery can change what a look at the repository finds. `appId` is our own App's. */
export type WakeRule = (body: DeliveryBody, appId: number) => boolean;

/** By GitHub's name of the webhook; one that it does not send does not compile. */
export type WakeRules = Readonly<Partial<Record<EmitterWebhookEventName, WakeRule>>>;

export const always: WakeRule = () => true;

export function actions(...names: readonly string[]): WakeRule {
  return ({ action }) => action !== undefined && names.includes(action);
}

/** A push there changes the desk or what is live; other branches matter through their pull requests. */
export const onDefaultBranch: WakeRule = ({ ref, repository }) =>
  ref !== undefined && ref === `refs/heads/${repository?.default_branch ?? ""}`;

/** Somebody else's check came to an end, or a person asks for one of ours again or presses its button. */
export const checkEnded: WakeRule = ({ action, check_run, check_suite }, appId) =>
  action === "rerequested" || action === "requested_action" || (action === "completed" && (check_run ?? check_suite)?.app?.id !== appId);

export const notPending: WakeRule = ({ state }) => state !== "pending";
