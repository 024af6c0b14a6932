/** Asks: requests for review to be made, and those to be taken back. */
import type { Dossier } from "../dossier.js";
import type { Ask, Withdraw } from "../effect.js";
import type { Asking } from "../reviews/plan-requests.js";

export function wantAsks({ leading }: Dossier, asking: Asking | null): readonly (Ask | Withdraw)[] {
  if (!leading || !asking) return [];
  const { number, head } = leading.pull;
  return [
    ...(asking.withdraw.length > 0 ? [{ kind: "withdraw", pull: number, logins: asking.withdraw } as const] : []),
    ...(asking.ask.length > 0 ? [{ kind: "ask", pull: number, head: head.sha, logins: asking.ask } as const] : []),
  ];
}
