/** PostgreSQL for Kysely: a pool of connections, with numbers as numbers. */
import { PostgresDialect, type Dialect } from "kysely";
import pg from "pg";
import { CannotOpen, whyOf } from "./cannot-open.js";

const INT8 = 20;
const CONNECTIONS = 10;
const SIGN_IN_LIMIT = 10_000;

/** Signs in once, so that a wrong address is told at the start. Throws `CannotOpen`, without the password. */
export async function postgres(url: string): Promise<Dialect> {
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
  // A connection that breaks while it rests is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new CannotOpen(
      `Presstime cannot sign in to PostgreSQL at ${placeOf(url)} (${whyOf(error)}). Start PostgreSQL, or correct the user, the password, the host or the database name in DATABASE_URL.`,
    );
  }
  return new PostgresDialect({ pool });
}

/** The part of the address that anybody may read: the host and the database's name. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return "the address in DATABASE_URL";
  const { host, pathname } = new URL(url);
  return `\`${host}${pathname}\``;
}
