/** The click on a button of a check, in a delivery: what GitHub tells but once, so that it has to be kept. */
import { FIX, type ButtonClick } from "../desk/fixes/remembered-clicks.js";
import type { DeliveryBody } from "./delivery.js";

/** Null when nobody pressed a button of ours. https://docs.github.com/webhooks/webhook-events-and-payloads#check_run */
export function buttonClickIn(name: string, { action, check_run, requested_action, sender }: DeliveryBody): ButtonClick | null {
  if (name !== "check_run" || action !== "requested_action" || requested_action?.identifier !== FIX) return null;
  const head = check_run?.head_sha;
  return head !== undefined && sender ? { head, login: sender.login } : null;
}
