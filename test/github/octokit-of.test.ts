/** Our octokit, on a GitHub that is a function. */
import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { pino } from "pino";
import { createClient, type Client } from "../../src/github/client.js";
import { octokitOf } from "../../src/github/octokit-of.js";

const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const NOON = Date.parse("2014-07-18T12:00:00Z");

const json = (status: number, body: unknown) => Response.json(body, { status });

describe("our octokit", () => {
  beforeEach(() => {
    // Only what octokit takes for the time of day: nothing here waits.
    jest.useFakeTimers({
      now: NOON,
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
    const { octokit } = await octokitOf(
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
    const { octokit } = await octokitOf(
      { appId: 7, privateKey, baseUrl: "https://github.test", pace: false },
      github,
      pino({ level: "silent" }),
    )(100);
    const comment = octokit.rest.issues.createComment({ owner: "mirage", repo: "mirage-www", issue_number: 1, body: "Once." });
    await expect(comment).rejects.toMatchObject({ status: 502 });
    expect(writes).toBe(1);
  });
});

describe("our octokit's spacing", () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOON });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  let installations = 100;

  /** The seconds after noon at which GitHub hears what a new installation asks for, all at noon. */
  async function heardAt(asked: readonly ((client: Client) => Promise<unknown>)[]): Promise<readonly number[]> {
    const heard: number[] = [];
    const github: typeof fetch = (input) => {
      const url = input instanceof Request ? input.url : String(input);
      if (url.endsWith("/access_tokens"))
        return Promise.resolve(json(201, { token: "t", expires_at: "2014-07-18T13:00:00Z", permissions: {} }));
      heard.push((Date.now() - NOON) / 1_000);
      return Promise.resolve(json(200, { data: {} }));
    };
    const app = { appId: 7, privateKey, baseUrl: "https://github.test", pace: true };
    const octokits = await octokitOf(app, github, pino({ level: "silent" }))((installations += 1));
    // A token is signed for, in real time.
    await octokits.octokit.auth({ type: "installation" });
    const client = createClient(octokits, { calls: 0, points: 0 });
    const answers = Promise.all(asked.map((ask) => ask(client)));
    await jest.advanceTimersByTimeAsync(asked.length * 3_100);
    await answers;
    return heard.map(Math.round);
  }
  const times = <Value>(n: number, value: Value) => Array.from({ length: n }, () => value);
  const query = (client: Client) => client.graphql("query { x }", {});
  const change = (client: Client) => client.graphql("mutation { x }", {});
  const comment = ({ rest }: Client) => rest.issues.createComment({ owner: "mirage", repo: "mirage-www", issue_number: 1, body: "Hello." });

  it("[GH44] lets a look's queries go at once, however many changes wait their second", async () => {
    expect(await heardAt([...times(3, change), ...times(4, query)])).toEqual([0, 0, 0, 0, 0, 1, 2]);
  });

  it("[GH44] asks for no more than GitHub computes: twenty at once, and then one a second", async () => {
    const heard = await heardAt(times(90, query));
    expect(heard.slice(0, 25)).toEqual([...times(20, 0), 1, 2, 3, 4, 5]);
    expect(heard.filter((at) => at < 60).length).toBeLessThanOrEqual(80);
    expect(heard).toHaveLength(90);
  });

  it("[GH44] says ten things a second apart, and then one every three, so that no minute is too much for GitHub", async () => {
    const heard = await heardAt(times(40, comment));
    expect(heard.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(heard.filter((at) => at >= 30 && at < 60).length).toBeLessThanOrEqual(10);
    expect(heard).toHaveLength(40);
  });
});
