/** The settings of the app in tests: one App on a sandbox GitHub, on this machine alone. */
import type { Sandbox } from "../../sandbox/sandbox.js";
import type { LogLevel, Settings } from "../../src/settings/settings.js";

export function settingsFor({ app, url }: Pick<Sandbox, "app" | "url">, databaseUrl: string, logLevel: LogLevel): Settings {
  const { id: appId, privateKey, webhookSecret } = app;
  return {
    appId,
    privateKey,
    webhookSecret,
    apiUrl: url,
    databaseUrl,
    port: 0,
    host: "127.0.0.1",
    publicUrl: null,
    pages: "local",
    logLevel,
  };
}
