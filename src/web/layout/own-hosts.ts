/** Pages answer to their own name only: a foreign one that leads here may be a page's that wants to read them in the visitor's browser. */
import type { MiddlewareHandler } from "hono";

/** The name that only this machine has. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** 421 for every host but that of `publicUrl` and the loopback's: https://owasp.org/www-community/attacks/DNS_Rebinding */
export function ownHosts(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).host;
  return async (c, next) => {
    const { host, hostname } = new URL(c.req.url);
    if (host === own || LOOPBACK.test(hostname)) return next();
    return c.text(
      `Presstime shows its pages at ${own} and to its own machine. If people should open them at this address, set PUBLIC_URL to it and restart Presstime.\n`,
      421,
    );
  };
}
