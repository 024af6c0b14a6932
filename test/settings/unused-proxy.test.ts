/** A proxy in the environment is used, or it is said what it takes. */
import { describe, expect, it } from "@jest/globals";
import { unusedProxy } from "../../src/settings/unused-proxy.js";

const PROXY = { HTTPS_PROXY: "http://proxy.example.org:3128" };

describe("a proxy", () => {
  it.each([
    ["no proxy", {}, "20.18.1", null],
    ["an old Node", PROXY, "20.18.1", /Node 20\.18\.1 does not use it.*Node 22\.21 or later/],
    ["an old Node that is asked", { ...PROXY, NODE_USE_ENV_PROXY: "1" }, "22.20.0", /Node 22\.20\.0 does not use it/],
    ["a Node in between", PROXY, "23.11.0", /does not use it/],
    ["small letters", { https_proxy: PROXY.HTTPS_PROXY }, "20.18.1", /^https_proxy is set/],
    ["a new Node that is not asked", PROXY, "24.1.0", /only if NODE_USE_ENV_PROXY=1 is set too/],
    ["a new Node that is asked", { ...PROXY, NODE_USE_ENV_PROXY: "1" }, "22.21.0", null],
    ["a new Node that is asked by its options", { ...PROXY, NODE_OPTIONS: "--max-old-space-size=512 --use-env-proxy" }, "24.0.0", null],
  ])("[SV601] with %s", (_, env, version, says) => {
    if (says === null) expect(unusedProxy(env, version)).toBeNull();
    else expect(unusedProxy(env, version)).toMatch(says);
  });
});
