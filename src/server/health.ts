/** `/healthz`: the process lives. `/readyz`: it can take a delivery, or why it cannot. */
import type { PlainAnswer } from "./answer.js";

/** Reasons why the process cannot take deliveries now; empty when it can. */
export type Readiness = () => Promise<readonly string[]>;

/** Milliseconds after which a silent ledger counts as gone: load balancers ask again each few seconds. */
const PATIENCE_MS = 2_000;

interface Health {
  readonly readiness: Readiness;
  /** What else to tell, line by line, whether ready or not. */
  readonly unread?: () => Promise<readonly string[]>;
}

/** The answer to a request for `path`; null when it is not about health. */
export async function answerHealth(path: string, { readiness, unread }: Health, patienceMs = PATIENCE_MS): Promise<PlainAnswer | null> {
  if (path === "/healthz") return { code: 200, text: "alive" };
  if (path !== "/readyz") return null;
  const reasons = await withPatience(readiness, patienceMs);
  const more = unread ? await withPatience(unread, patienceMs) : [];
  const text = (first: string) => [first, ...more.filter((line) => !reasons.includes(line))].join("\n");
  return reasons.length === 0
    ? { code: 200, text: text("ready") }
    : {
        code: 503,
        text: text(`Not ready: ${reasons.map((reason) => reason.replace(/\.$/, "")).join("; ")}.`),
        headers: { "retry-after": "5" },
      };
}

async function withPatience(readiness: Readiness, patienceMs: number): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => {
      resolve(["the database does not answer"]);
    }, patienceMs);
  });
  try {
    return await Promise.race([readiness(), silence]);
  } catch {
    return ["Presstime cannot connect to its database"];
  } finally {
    clearTimeout(timer);
  }
}
