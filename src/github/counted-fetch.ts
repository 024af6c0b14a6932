/** `fetch` that counts each request, tokens included, and gives none for ever. */
import type { Spent } from "./spent.js";

/** GitHub ends a request of its own after ten seconds (https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api); the rest is the way. */
const LONGEST_MS = 30_000;

export function countedFetch(spent: Spent): typeof fetch {
  return (input, init) => {
    spent.calls += 1;
    const limit = AbortSignal.timeout(LONGEST_MS);
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
  };
}
