/** What people press on the app's checks, in a delivery: what GitHub tells but once, so that it has to be kept. */
import { checkKey, CHECK_NAMES } from "../../desk/facts/ledger-key.js";
import { FIX, type ButtonClick } from "../../desk/fixes/remembered-clicks.js";
import { ASKED_ANEW, type Ending } from "../../store/ledger.js";
import type { DeliveryBody } from "../delivery.js";

/** Null when nobody pressed a button of ours. https://docs.github.com/webhooks/webhook-events-and-payloads#check_run */
export function buttonClickIn(name: string, { action, check_run, requested_action, sender }: DeliveryBody): ButtonClick | null {
  if (name !== "check_run" || action !== "requested_action" || requested_action?.identifier !== FIX) return null;
  const head = check_run?.head_sha;
  return head !== undefined && sender ? { head, login: sender.login } : null;
}

/**
 * "Re-run" and "Re-run all": what the ledger is to be told, so that the checks of that head are made again though they would say the same.
 * https://docs.github.com/rest/guides/using-the-rest-api-to-interact-with-checks: otherwise the suite stays queued.
 */
export function rerunIn(name: string, { action, check_run, check_suite }: DeliveryBody, appId: number): readonly Ending[] {
  const asked = name === "check_run" ? check_run : name === "check_suite" ? check_suite : undefined;
  const head = asked?.head_sha;
  if (action !== "rerequested" || asked?.app?.id !== appId || head === undefined) return [];
  const names = name === "check_run" ? [check_run?.name ?? ""] : CHECK_NAMES;
  return names.map((one) => ({ key: checkKey(one, head), digest: ASKED_ANEW, ended: "done", why: null, says: "" }));
}
