/** The headers of every page: nothing is loaded but our own style sheet, nothing runs, nobody frames us. */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

export function strictHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Forms are checked by where they come from, so our own pages must hear it.
    referrerPolicy: "same-origin",
    // The operator's proxy speaks TLS and knows for which hosts; we do not.
    strictTransportSecurity: false,
  });
}
