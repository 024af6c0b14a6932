/** A response that is kept instead of sent, so that what a library would answer can be read before anybody else does. */
import { ServerResponse } from "node:http";

/** Catches what is written by `writeHead` and `end`, the two that Probot's middleware uses. Nothing reaches a socket. */
export class HeldResponse extends ServerResponse {
  text = "";

  override writeHead(code: number): this {
    this.statusCode = code;
    return this;
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === "string") this.text = chunk;
    return this;
  }
}
