/** Strangers who declare a body, send all but its last byte, and then nothing; each comes again a second after it was hung up on. Run with a port. */
import { connect } from "node:net";

const LARGE = 25 * 1024 * 1024;
const SMALL = 1024 * 1024;
const EACH = 60;
const AGAIN = 1_000;

const port = Number(process.argv[2]);
const bytes = Buffer.alloc(LARGE - 1, "x");

function stall(address, size) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: address });
    socket.resume().on("error", () => undefined);
    socket.on("close", () => {
      resolve();
      setTimeout(() => void stall(address, size), AGAIN);
    });
    socket.write(`POST /api/github/webhooks HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n`);
    socket.write(bytes.subarray(0, size - 1), () => {
      resolve();
    });
  });
}

// Each has an address of its own, as strangers do: on Linux all of 127.0.0.0/8 are this machine's.
const sizes = [LARGE, SMALL].flatMap((size) => Array.from({ length: EACH }, () => size));
await Promise.all(sizes.map((size, n) => stall(`127.0.1.${n + 1}`, size)));
process.send?.("stalled");
process.on("disconnect", () => {
  process.exit(0);
});
