/** The console of a real process: files, pages on this machine, and what is refused. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { processConsole, textOf } from "../../src/cli/console.js";

describe("the console of a command", () => {
  it("[CA23] reads files and pages, and says in words what cannot be read", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/plan.json" ? 200 : 404).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const io = processConsole();
    expect(textOf(await io.read(`${origin}/plan.json`), 10)).toBe("{}");
    await expect(io.read(`${origin}/nothing`)).rejects.toThrow(`${origin} answered with status 404. Check the address`);
    await new Promise((resolve) => server.close(resolve));
    await expect(io.read(`${origin}/plan.json`)).rejects.toThrow(`${origin} does not answer.`);
    expect(textOf(await io.read(fileURLToPath(import.meta.url)), 10_000)).toContain("[CA23] reads files");
    await expect(io.read("/nowhere/at/all.md")).rejects.toThrow("The file `/nowhere/at/all.md` cannot be read.");
  });

  it("[CA16] asks nobody when keyboard or screen are no terminal", () => {
    const [keyboard, screen] = [process.stdin.isTTY, process.stderr.isTTY];
    try {
      for (const [input, output, asks] of [
        [true, true, true],
        [true, false, false],
        [false, true, false],
      ] as const) {
        process.stdin.isTTY = input;
        process.stderr.isTTY = output;
        expect(processConsole().ask !== null).toBe(asks);
      }
    } finally {
      process.stdin.isTTY = keyboard;
      process.stderr.isTTY = screen;
    }
  });
});
