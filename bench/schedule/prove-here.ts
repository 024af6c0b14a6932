/** HiGHS in a worker: solves the one model it is given, for as long as it is allowed. */
import { parentPort, workerData } from "node:worker_threads";
import loadHighs from "highs";

const { text, seconds } = workerData as { readonly text: string; readonly seconds: number };
// Its types are those of its CommonJS build, where the default is one level further down.
const highs = await (loadHighs as unknown as (typeof loadHighs)["default"])();
const began = performance.now();
const { Status, ObjectiveValue } = highs.solve(text, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5, output_flag: false });
parentPort?.postMessage({ proved: Status === "Optimal", cost: Math.round(ObjectiveValue), ms: performance.now() - began });
