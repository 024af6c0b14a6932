/** Review requests to be made, and those to be taken back. */
import type { Dossier } from "../dossier.js";
import type { RequestReviews, WithdrawRequests } from "../effect.js";
import type { RequestPlan } from "../reviews/plan-requests.js";

export function wantReviewRequests({ leading }: Dossier, requests: RequestPlan | null): readonly (RequestReviews | WithdrawRequests)[] {
  if (!leading || !requests) return [];
  const { number, head } = leading.pull;
  return [
    ...(requests.withdraw.length > 0 ? [{ kind: "withdraw", pull: number, logins: requests.withdraw } as const] : []),
    ...(requests.ask.length > 0 ? [{ kind: "ask", pull: number, head: head.sha, logins: requests.ask } as const] : []),
  ];
}
