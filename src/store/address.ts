/** Where a ledger is kept, read from what an operator wrote in DATABASE_URL. */
import { CannotOpen } from "./cannot-open.js";

export type Address =
  | { readonly kind: "sqlite"; readonly path: string }
  /** `url` holds the password: show it to nobody. */
  | { readonly kind: "postgres"; readonly url: string };

export type DatabaseKind = Address["kind"];

const EXPECTED = "It must be a path, `sqlite:path` or `postgres://user:password@host/name`";

/** Reads `sqlite:PATH`, a plain path, `:memory:` (for tests), or `postgres://…`. Throws `CannotOpen` for anything else. */
export function readAddress(text: string): Address {
  const [, scheme, rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(text) ?? [];
  switch (scheme?.toLowerCase()) {
    case undefined:
      return readPath(text);
    case "sqlite":
      return readPath(rest.replace(/^\/\/(?=.)/, ""));
    case "postgres":
    case "postgresql":
      return readPostgres(text, rest);
    default:
      // Only the scheme is repeated: what follows may hold a password.
      throw new CannotOpen(`DATABASE_URL begins with \`${scheme ?? ""}:\`. ${EXPECTED}. Correct it and start again.`);
  }
}

function readPath(path: string): Address {
  if (path.trim() === "") throw new CannotOpen(`DATABASE_URL has an empty path. ${EXPECTED}. Correct it and start again.`);
  return { kind: "sqlite", path };
}

function readPostgres(url: string, rest: string): Address {
  if (!rest.startsWith("//") || rest.length === 2) {
    throw new CannotOpen(`DATABASE_URL has no host. ${EXPECTED}. Correct it and start again.`);
  }
  // `postgres://me:a/b@host` means the host `me`: the rest of the password would then be shown as the database's name.
  if (/[/?#]/.test(rest.slice(2, Math.max(2, rest.lastIndexOf("@"))))) {
    throw new CannotOpen(
      "DATABASE_URL has `/`, `?` or `#` in the user name or password. Write `%2F` for `/`, `%3F` for `?`, `%23` for `#` and `%40` for `@`.",
    );
  }
  return { kind: "postgres", url };
}
