/** Settings: what an operator may set, and what is said when it is wrong. */
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readSettings, type SettingsReading } from "../../src/settings/settings.js";
import { VARIABLES, type Environment } from "../../src/settings/variables.js";

const PKCS1 = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const SECRET = "a-secret-of-more-than-sixteen";
const FOUR: Environment = { APP_ID: "123456", PRIVATE_KEY: PKCS1, WEBHOOK_SECRET: SECRET, PORT: "8080" };

/** `FOUR` without one of them. */
function without(name: keyof typeof FOUR): Environment {
  return Object.fromEntries(Object.entries(FOUR).filter(([key]) => key !== name));
}

const noFile = (path: string): string => {
  throw new Error(`ENOENT ${path}`);
};

function complaints(reading: SettingsReading): readonly string[] {
  return reading.kind === "wrong" ? reading.complaints : [];
}

describe("settings", () => {
  it("[SV1] four variables are enough for an App", () => {
    const reading = readSettings(FOUR, noFile);
    expect(reading).toMatchObject({
      kind: "github",
      settings: {
        appId: 123456,
        webhookSecret: SECRET,
        apiUrl: "https://api.github.com",
        databaseUrl: "sqlite:presstime.db",
        port: 8080,
        host: null,
        publicUrl: null,
        pages: "local",
        logLevel: "info",
      },
    });
  });

  it("[SV2] everything that is missing or wrong is named at once, each with its remedy", () => {
    const reading = readSettings(
      {
        PRIVATE_KEY: "not a key",
        DATABASE_URL: "mysql://x",
        PORT: "70000",
        LOG_LEVEL: "loud",
        PUBLIC_URL: "ftp://x",
        PAGES: "everybody",
        GHE_HOST: "https://ghe.example.org/",
      },
      noFile,
    );
    const named = ["DATABASE_URL", "PORT", "LOG_LEVEL", "PUBLIC_URL", "PAGES", "APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "GHE_HOST"];
    expect(complaints(reading)).toHaveLength(named.length);
    named.forEach((name, place) => {
      expect(complaints(reading)[place]).toContain(name);
    });
    for (const complaint of complaints(reading)) expect(complaint).toMatch(/^(?!Unexpected)[A-Z].+\.$/s);
  });

  it.each([
    ["none", undefined, /WEBHOOK_SECRET is not set/],
    ["an empty one", "  ", /WEBHOOK_SECRET is not set/],
    ["the one that Probot takes by itself", "development", /well-known/],
    ["the same in capitals", "DEVELOPMENT", /well-known/],
    ["a short one", "fifteen-letters", /has 15 characters and needs 16 or more/],
  ])("[SV3] a webhook secret that anybody can guess is refused: %s", (_, secret, says) => {
    const rest = without("WEBHOOK_SECRET");
    const reading = readSettings(secret === undefined ? rest : { ...rest, WEBHOOK_SECRET: secret }, noFile);
    expect(complaints(reading)).toEqual([expect.stringMatching(says)]);
  });

  it.each([
    ["as it is", PKCS1],
    ["with \\n for its line breaks", PKCS1.replaceAll("\n", "\\n")],
    ["in quotes", `"${PKCS1.replaceAll("\n", "\\n")}"`],
    ["with Windows line ends", PKCS1.replaceAll("\n", "\r\n")],
    ["in base64", Buffer.from(PKCS1).toString("base64")],
  ])("[SV4] a private key is read %s", (_, key) => {
    const reading = readSettings({ ...FOUR, PRIVATE_KEY: key }, noFile);
    expect(reading.kind === "github" && reading.settings.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it("[SV4] a private key is read from a file", () => {
    const rest = without("PRIVATE_KEY");
    const read = (path: string) => (path === "/run/key.pem" ? PKCS1 : noFile(path));
    expect(readSettings({ ...rest, PRIVATE_KEY_PATH: "/run/key.pem" }, read).kind).toBe("github");
    expect(complaints(readSettings({ ...rest, PRIVATE_KEY_PATH: "/elsewhere" }, read))).toEqual([
      "Presstime cannot read the file `/elsewhere` (PRIVATE_KEY_PATH). Correct the path or its permissions.",
    ]);
    expect(complaints(readSettings({ ...FOUR, PRIVATE_KEY_PATH: "/run/key.pem" }, read))).toEqual([
      expect.stringContaining("Remove one of them"),
    ]);
  });

  it("[SV4] a key that is not RSA is refused, as GitHub would", () => {
    const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    expect(complaints(readSettings({ ...FOUR, PRIVATE_KEY: elliptic }, noFile))).toHaveLength(1);
  });

  it("[SV5] without any credentials the caller may take a sandbox; with some, the others are missing", () => {
    expect(readSettings({}, noFile)).toMatchObject({ kind: "sandbox", settings: { port: 3000, host: null } });
    expect(readSettings({ PORT: "", APP_ID: " " }, noFile).kind).toBe("sandbox");
    expect(complaints(readSettings({ APP_ID: "1" }, noFile))).toHaveLength(2);
  });

  it("[SV5] a wrong setting is told of before a sandbox starts, too", () => {
    expect(complaints(readSettings({ PORT: "many" }, noFile))).toEqual(["PORT is `many`. Write a number from 0 to 65535."]);
  });

  it("[SV1] GHE_HOST leads to an Enterprise Server's API", () => {
    const at = (env: Environment) => {
      const reading = readSettings({ ...FOUR, ...env }, noFile);
      return reading.kind === "github" ? reading.settings.apiUrl : complaints(reading)[0];
    };
    expect(at({ GHE_HOST: "ghe.example.org" })).toBe("https://ghe.example.org/api/v3");
    expect(at({ GHE_HOST: "127.0.0.1:4000", GHE_PROTOCOL: "http" })).toBe("http://127.0.0.1:4000/api/v3");
    // https://docs.github.com/enterprise-cloud@latest/graphql/guides/forming-calls-with-graphql: the API of GHE.com has a host of its own, and no path.
    expect(at({ GHE_HOST: "octocorp.ghe.com" })).toBe("https://api.octocorp.ghe.com");
    expect(at({ GHE_HOST: "api.octocorp.ghe.com" })).toBe("https://api.octocorp.ghe.com");
    expect(at({ GHE_HOST: "github.ghe.com.example.org" })).toBe("https://github.ghe.com.example.org/api/v3");
    expect(at({ GHE_HOST: "ghe.example.org", GHE_PROTOCOL: "gopher" })).toMatch(/GHE_PROTOCOL/);
  });

  it("[SV6] no complaint repeats a secret", () => {
    const wrongSecret = fc
      .string({ minLength: 1, maxLength: 15 })
      .filter((text) => text.trim() === text && text !== "" && !/^[\w .,:`'-]{0,3}$/.test(text));
    fc.assert(
      fc.property(wrongSecret, (secret) => {
        const said = complaints(
          readSettings(
            { APP_ID: "x", PRIVATE_KEY: `key ${secret} key`, WEBHOOK_SECRET: secret, DATABASE_URL: `mysql://me:${secret}@host` },
            noFile,
          ),
        ).join("\n");
        // What the complaints say of themselves is no repetition.
        const usual = complaints(
          readSettings({ APP_ID: "x", PRIVATE_KEY: "k", WEBHOOK_SECRET: "0".repeat(secret.length), DATABASE_URL: "mysql://h" }, noFile),
        ).join("\n");
        expect(said).toBe(usual);
      }),
    );
  });

  it("[SV7] every variable that is read is on the list, and the other way round", () => {
    const source = readFileSync("src/settings/settings.ts", "utf8");
    const read = new Set([...source.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name));
    expect([...read].sort()).toEqual(Object.keys(VARIABLES).sort());
  });
});
