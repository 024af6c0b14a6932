/** The HTTP server: its port, its patience, and an end that loses nothing. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "../log.js";
import { sendAnswer, FAILED } from "./answer.js";
import type { Listener } from "./create-listener.js";

interface ServerOptions {
  readonly port: number;
  /** Null means every address of the machine. */
  readonly host: string | null;
  /** Makes what answers, once the address is known. */
  readonly listener: (url: string) => Listener;
  readonly log: Logger;
  /** `PATIENCE` when not given. */
  readonly patience?: typeof PATIENCE;
}

export interface RunningServer {
  /** Where this machine reaches it, `http://localhost:3000`, without a slash at its end. */
  readonly url: string;
  /** Stops accepting at once; resolves when the last request is answered, or `limitMs` later by hanging up on it. */
  close(limitMs: number): Promise<void>;
}

/** In milliseconds. GitHub gives up after ten seconds. Node looks only every so often whether they are over. */
export const PATIENCE = { requestTimeout: 10_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 };

/** Rejects with what to do about it when the port cannot be had. */
export async function startServer({ port, host, listener, log, patience = PATIENCE }: ServerOptions): Promise<RunningServer> {
  const server = createServer(patience);
  await listen(server, port, host);
  const url = urlOf(server);
  const respond = listener(url);
  let closing = false;
  server.on("request", (request, response) => {
    // A connection that is kept open for a next request would keep the server open too.
    response.once("close", () => {
      if (closing) setImmediate(server.closeIdleConnections.bind(server));
    });
    respond(request, response).catch((error: unknown) => {
      log.error({ err: error }, "Presstime could not answer a request.");
      sendAnswer(response, FAILED);
    });
  });
  return {
    url,
    close(limitMs) {
      closing = true;
      return close(server, limitMs);
    },
  };
}

function listen(server: Server, port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(sayWhyNot(error, port, host));
    });
    server.listen({ port, ...(host === null ? {} : { host }) }, resolve);
  });
}

function sayWhyNot(error: NodeJS.ErrnoException, port: number, host: string | null): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Error(`Another program uses port ${port}. Stop that program, or set PORT to another port.`, {
        cause: error,
      });
    case "EACCES":
      return new Error(`This user may not use port ${port}. Set PORT to a port above 1023.`, {
        cause: error,
      });
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Error(`This machine has no address \`${host ?? ""}\` (HOST). Correct HOST, or remove it to listen on all addresses.`, {
        cause: error,
      });
    default:
      return error;
  }
}

const OF_THIS_MACHINE: readonly string[] = ["::", "0.0.0.0", "::1", "127.0.0.1"];

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  if (OF_THIS_MACHINE.includes(address)) return `http://localhost:${port}`;
  return family === "IPv6" ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

function close(server: Server, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = setTimeout(server.closeAllConnections.bind(server), limitMs);
    server.close(() => {
      clearTimeout(hangUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
