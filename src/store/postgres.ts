/** PostgreSQL for Kysely: a pool of connections, with numbers as numbers. */
import { setTimeout as pause } from "node:timers/promises";
import { PostgresDialect, type Dialect } from "kysely";
import pg from "pg";
import { CannotOpen, whyOf } from "./cannot-open.js";
import { showingCauses } from "./rollback.js";

const INT8 = 20;
const CONNECTIONS = 10;
const SIGN_IN_LIMIT = 10_000;

/** Told why PostgreSQL cannot be reached, each time before it is tried again. */
export type Waiting = (says: string) => void;

/**
 * Signs in once, so that a wrong address is told at the start. Throws `CannotOpen`, without the password; given `waiting`, only when
 * somebody answers and refuses: a server that is away may still be starting.
 */
export async function postgres(url: string, waiting?: Waiting): Promise<Dialect> {
  const types = new pg.TypeOverrides();
  // GitHub's ids are bigints there and numbers here.
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "presstime",
    max: CONNECTIONS,
    connectionTimeoutMillis: SIGN_IN_LIMIT,
    keepAlive: true,
    types,
  });
  // A connection that breaks is replaced by the pool. Without a listener it would end the process: the pool's hears those that rest,
  // and each connection's own hears those in use, whose query fails besides.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await untilThere(url, waiting, () => signIn(pool, url));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => showingCauses(dialect.createDriver()),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Milliseconds between tries, longer each time. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/**
 * Gives what `attempt` gives; given `waiting`, it is tried again, ever less often, while PostgreSQL is away: it may be starting, or be
 * restarted in the middle of it. Whatever else goes wrong is thrown.
 */
export async function untilThere<Value>(url: string, waiting: Waiting | undefined, attempt: () => Promise<Value>): Promise<Value> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return await attempt();
    } catch (error) {
      const why = error instanceof CannotOpen ? error.cause : error;
      if (!waiting || !isAway(why)) throw error;
      waiting(
        `Presstime cannot reach PostgreSQL at ${placeOf(url)} (${whyOf(why)}) and tries again in ${wait / 1000} s. If it does not start by itself, start it, or correct the host in DATABASE_URL.`,
      );
      await pause(wait);
    }
  }
}

async function signIn(pool: pg.Pool, url: string): Promise<void> {
  try {
    (await pool.connect()).release();
  } catch (error) {
    throw new CannotOpen(
      `Presstime cannot sign in to PostgreSQL at ${placeOf(url)} (${whyOf(error)}). Start PostgreSQL, or correct the user, the password, the host or the database name in DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Of the network, and of PostgreSQL while it starts, stops or has no connection left: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const AWAY: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  ...["57P01", "57P02", "57P03", "53300"],
]);

function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (typeof error === "object" && error !== null && "code" in error) return AWAY.has(error.code);
  // `pg` gives no code to a server that hangs up or is silent, nor to what is asked on a connection that ended so.
  return /Connection terminated|connection error|timeout/.test(whyOf(error));
}

/** The part of the address that anybody may read: the host and the database's name. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return "the address in DATABASE_URL";
  const { host, pathname } = new URL(url);
  return `\`${host}${pathname}\``;
}
