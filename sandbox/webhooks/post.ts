/** Posts one webhook to the App over real HTTP and says what came back; never rejects. */

export interface PostResult {
  readonly code: number;
  readonly words: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** GitHub gives up after ten seconds: https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks */
const PATIENCE_MS = 10_000;

export async function post(url: string, headers: Readonly<Record<string, string>>, text: string): Promise<PostResult> {
  try {
    const answer = await fetch(url, { method: "POST", headers, body: text, signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = await answer.text();
    const words = answer.ok ? "OK" : answer.statusText === "" ? `Invalid HTTP Response: ${answer.status}` : answer.statusText;
    return { code: answer.status, words, headers: Object.fromEntries(answer.headers), body };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return { code: timedOut ? 504 : 502, words: timedOut ? "timed out" : "failed to connect to host", headers: {}, body: "" };
  }
}
