/** Our octokit, on a GitHub that is a function. */
import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { pino } from "pino";
import { octokitOf } from "../../src/github/octokit-of.js";

const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const json = (status: number, body: unknown) => Response.json(body, { status });

describe("our octokit", () => {
  beforeEach(() => {
    // Only what octokit takes for the time of day: nothing here waits.
    jest.useFakeTimers({
      now: Date.parse("2014-07-18T12:00:00Z"),
      doNotFake: [
        "setTimeout",
        "setInterval",
        "setImmediate",
        "clearTimeout",
        "clearInterval",
        "clearImmediate",
        "nextTick",
        "queueMicrotask",
        "hrtime",
        "performance",
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("[GH20] takes a new token when GitHub no longer takes the old one, long before its hour is over", async () => {
    const tokens: string[] = [];
    const revoked = new Set<string>();
    const github: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.endsWith("/access_tokens")) {
        const token = `token-${tokens.length + 1}`;
        tokens.push(token);
        return Promise.resolve(json(201, { token, expires_at: "2014-07-18T13:00:00Z", permissions: {}, repository_selection: "all" }));
      }
      const token = new Headers(init?.headers).get("authorization")?.replace(/^token /, "") ?? "";
      return Promise.resolve(revoked.has(token) ? json(401, { message: "Bad credentials" }) : json(200, { login: token }));
    };
    const octokit = await octokitOf(
      { appId: 7, privateKey, baseUrl: "https://github.test", pace: false },
      github,
      pino({ level: "silent" }),
    )(100);
    const user = async () => (await octokit.rest.users.getByUsername({ username: "samoht" })).data.login;
    expect(await user()).toBe("token-1");
    jest.setSystemTime(Date.parse("2014-07-18T12:10:00Z"));
    expect(await user()).toBe("token-1");
    revoked.add("token-1");
    await expect(user()).rejects.toMatchObject({ status: 401 });
    expect(await user()).toBe("token-2");
    expect(tokens).toHaveLength(2);
  });

  it("[GH20] never sends a write again by itself", async () => {
    let writes = 0;
    const github: typeof fetch = (input) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.endsWith("/access_tokens"))
        return Promise.resolve(json(201, { token: "t", expires_at: "2014-07-18T13:00:00Z", permissions: {} }));
      writes += 1;
      return Promise.resolve(json(502, { message: "Server Error" }));
    };
    const octokit = await octokitOf(
      { appId: 7, privateKey, baseUrl: "https://github.test", pace: false },
      github,
      pino({ level: "silent" }),
    )(100);
    const comment = octokit.rest.issues.createComment({ owner: "mirage", repo: "mirage-www", issue_number: 1, body: "Once." });
    await expect(comment).rejects.toMatchObject({ status: 502 });
    expect(writes).toBe(1);
  });
});
