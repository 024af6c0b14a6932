/** Starts the worker from its TypeScript source, for tests and benches; never part of a build. */
import { register } from "node:module";

register("./source-loader.mjs", import.meta.url);

export const { answer } = await import("./worker.ts");
