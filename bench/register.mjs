/** Lets `npm run bench` load TypeScript as it is, with the loader that tests and workers use. */
import { register } from "node:module";

register("../src/examine/source-loader.mjs", import.meta.url);
