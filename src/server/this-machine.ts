/** By which names pages are asked for, and whether from this very machine: pages of private repositories are shown to no other until there is a sign-in. */
import type { IncomingMessage } from "node:http";

/** By any of these a proxy says that it asks for somebody else. */
const FORWARDING = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "cf-connecting-ip",
] as const;

const LOOPBACK_PEER = /^(?:127\.|::1$|::ffff:127\.)/;
/** A foreign page can point a name of its own at this machine, but none of these. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether `host` is that of the pages' own address, or this machine's. Another that leads here may be a page's that wants to read ours in a
 * visitor's browser: https://owasp.org/www-community/attacks/DNS_Rebinding
 */
export function isOwnHost(host: string, publicUrl: string): boolean {
  return LOOPBACK_HOST.test(host) || new URL(`${new URL(publicUrl).protocol}//${host}`).host === new URL(publicUrl).host;
}

interface Asking extends Pick<IncomingMessage, "headers" | "httpVersion"> {
  readonly socket: { readonly remoteAddress?: string | undefined };
}

export function isFromThisMachine({ socket, headers, httpVersion }: Asking): boolean {
  // Of 1.0 are proxies that were told nothing, which say neither for whom nor by what name they ask; nginx is one.
  const isForwarded = httpVersion === "1.0" || FORWARDING.some((name) => headers[name] !== undefined);
  return LOOPBACK_PEER.test(socket.remoteAddress ?? "") && LOOPBACK_HOST.test(headers.host ?? "") && !isForwarded;
}
