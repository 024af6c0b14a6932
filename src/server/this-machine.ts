/** Whether a request comes from this very machine: pages of private repositories are shown to no other until there is a sign-in. */
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

export function isFromThisMachine({
  socket,
  headers,
}: Pick<IncomingMessage, "headers"> & { readonly socket: { readonly remoteAddress?: string | undefined } }): boolean {
  const isForwarded = FORWARDING.some((name) => headers[name] !== undefined);
  return LOOPBACK_PEER.test(socket.remoteAddress ?? "") && LOOPBACK_HOST.test(headers.host ?? "") && !isForwarded;
}
