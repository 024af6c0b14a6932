/** Reads a request's body without ever holding more of it than is allowed. */
import type { IncomingMessage } from "node:http";

type Body =
  | { readonly kind: "whole"; readonly bytes: Buffer }
  /** More came than one request may bring. */
  | { readonly kind: "too large" }
  /** Other requests hold what this process can spare. */
  | { readonly kind: "too busy" }
  /** The sender went away. */
  | { readonly kind: "cut off" };

/** What requests together may hold at once, in bytes, and what each sender has of it. */
export interface Room {
  readonly size: number;
  left: number;
  readonly bySender: Map<string, number>;
}

export function roomOf(size: number): Room {
  return { size, left: size, bySender: new Map() };
}

/** Of a room: nobody fills it alone. A proxy, by which everybody comes, is one sender too, so that it is no less. */
const SHARE = 0.5;

/**
 * The body, if it is no larger than `limit` bytes. Stops reading at the first byte over it: the rest stays with the sender.
 * Read to its end before its signature is looked at, 150 MB from a stranger cost 786 MB.
 */
export function readBody(request: IncomingMessage, limit: number, room: Room): Promise<Body> {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limit) return Promise.resolve({ kind: "too large" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const sender = request.socket.remoteAddress ?? "";
    let size = 0;
    let held = 0;
    const hold = (bytes: number) => {
      held += bytes;
      room.left -= bytes;
      const all = (room.bySender.get(sender) ?? 0) + bytes;
      if (all === 0) room.bySender.delete(sender);
      else room.bySender.set(sender, all);
    };
    const finish = (body: Body) => {
      request.off("data", take).off("end", end).off("close", cutOff).off("error", cutOff);
      hold(-held);
      if (body.kind === "too large" || body.kind === "too busy") request.pause();
      resolve(body);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        finish({ kind: "too large" });
      } else if (chunk.length > room.left || (room.bySender.get(sender) ?? 0) + chunk.length > SHARE * room.size) {
        finish({ kind: "too busy" });
      } else {
        hold(chunk.length);
        chunks.push(chunk);
      }
    };
    const end = () => {
      finish({ kind: "whole", bytes: Buffer.concat(chunks, size) });
    };
    const cutOff = () => {
      finish({ kind: "cut off" });
    };
    request.on("data", take).on("end", end).on("close", cutOff).on("error", cutOff);
  });
}
