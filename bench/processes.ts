/** Starts what is measured in processes of its own, on this machine alone, and ends them. */
import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GithubThere } from "./github-process.js";

/** The App there. */
type Registered = Pick<GithubThere, "host" | "appId" | "privateKey" | "webhookSecret">;

export interface ServerThere {
  readonly url: string;
  /** Milliseconds from its start to its first answer that is no complaint of its own. */
  readonly upAfter: number;
  /** Bytes that it holds of the machine's memory, after garbage collection. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** No server that is measured may take longer to come up. */
const UP_WITHIN = 60_000;

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CLI = join(ROOT, "dist/cli/presstime.js");
const HERE = fileURLToPath(new URL(".", import.meta.url));
const FROM_SOURCE = ["--import", join(HERE, "register.mjs")];

/** A GitHub with so many posts promised, and so many of them open. */
export async function startGithub(posts: number, open: number): Promise<GithubThere & { stop(): Promise<void> }> {
  const child = fork(join(HERE, "github-process.ts"), [String(posts), String(open)], { execArgv: FROM_SOURCE });
  const [there] = (await firstOf(child, "message")) as [GithubThere];
  return { ...there, stop: () => stop(child) };
}

/** `presstime start`, as it is installed, on that GitHub, with a database file of its own. */
export async function startPresstime(github: Registered): Promise<ServerThere> {
  const folder = await mkdtemp(join(tmpdir(), "presstime-bench-"));
  const database = `sqlite:${join(folder, "presstime.db")}`;
  const server = await startServer([CLI, "start"], "/readyz", folder, {
    ...credentials(github),
    DATABASE_URL: database,
    GHE_HOST: github.host,
    GHE_PROTOCOL: "http",
    HOST: "127.0.0.1",
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** `presstime start` without credentials: the sandbox and its page. */
export function startSandbox(): Promise<ServerThere> {
  return startServer([CLI, "start"], "/", tmpdir(), {});
}

export function startBareProbot(github: GithubThere): Promise<ServerThere> {
  return startServer([join(HERE, "bare-probot.mjs")], "/api/github/webhooks", ROOT, credentials(github));
}

/** Milliseconds that a command of `presstime` took, with what it printed. Throws when it ends badly. */
export async function runPresstime(...words: readonly string[]): Promise<{ readonly took: number; readonly printed: string }> {
  const start = performance.now();
  const child = spawn(process.execPath, [CLI, ...words], { cwd: tmpdir(), env: environment({}), stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`Unexpected end ${code ?? "by a signal"} of presstime ${words.join(" ")}, expected 0`);
  return { took: performance.now() - start, printed };
}

async function startServer(
  command: readonly string[],
  path: string,
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<ServerThere> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, ["--expose-gc", "--import", join(HERE, "report-memory.mjs"), ...command], {
    cwd: folder,
    env: environment({ ...variables, PORT: String(port) }),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  try {
    while (!(await answers(`${url.replace("127.0.0.1", path === "/" ? "localhost" : "127.0.0.1")}${path}`))) {
      if (child.exitCode !== null) throw new Error(`Unexpected end of ${command.join(" ")}, expected a server`);
      if (performance.now() - start > UP_WITHIN)
        throw new Error(`Unexpected silence of ${command.join(" ")}, expected an answer within a minute`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } catch (error) {
    await stop(child);
    throw error;
  }
  const upAfter = performance.now() - start;
  return {
    url,
    upAfter,
    async memory() {
      const told = firstOf(child, "message");
      child.send("memory");
      const [{ rss }] = (await told) as [{ readonly rss: number }];
      return rss;
    },
    stop: () => stop(child),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    // A bare Probot has no page that it answers well; a server of ours that is not ready says 503.
    const { status } = await fetch(url);
    return status < 500;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Rejects when the process ends first. */
async function firstOf(child: ChildProcess, event: "message"): Promise<readonly unknown[]> {
  const gone = new AbortController();
  const ended = once(child, "exit", { signal: gone.signal }).then(() => {
    throw new Error("Unexpected end of a process, expected a word from it");
  });
  try {
    return await Promise.race([once(child, event) as Promise<unknown[]>, ended]);
  } finally {
    ended.catch(() => undefined);
    gone.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

/** Nothing of the caller's own settings reaches what is measured. */
function environment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, ...variables };
}

function credentials({ appId, privateKey, webhookSecret }: Registered): Readonly<Record<string, string>> {
  return { APP_ID: String(appId), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret };
}
