/** The app's own door, sent deliveries until one is refused. */
import { startPresstime } from "../../src/index.js";
import { createLog } from "../../src/log.js";
import { about, APP, signed } from "../server/signed-delivery.js";
import { examinerHere } from "../world/examiner-here.js";

/** Gives that answer, what is said then of being ready, and the lines of the log. */
export async function receiveUntilRefused(databaseUrl: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const app = await startPresstime(
    { ...APP, databaseUrl, port: 0, host: "127.0.0.1", publicUrl: null, pages: "local", logLevel: "info" },
    {
      examiner: examinerHere(),
      log: createLog({ level: "info", secrets: [], destination: { write: (line) => void lines.push(line.trim()) } }),
    },
  );
  for (let n = 0; ; n += 1) {
    const response = await fetch(`${app.url}/api/github/webhooks`, signed({ name: "star", body: about(), id: `guid-${n}` }));
    const text = await response.text();
    if (response.ok) continue;
    const ready = await (await fetch(`${app.url}/readyz`)).text();
    return [JSON.stringify({ code: response.status, retryAfter: response.headers.get("retry-after"), text, ready }), ...lines];
  }
}
