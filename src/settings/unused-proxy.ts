/** A proxy that is set, and that this Node does not use: else all that is seen is that GitHub does not answer. */

/** https://nodejs.org/api/cli.html#node_use_env_proxy1: since 22.21 and 24.0, and only where it is asked for. `version` is like `20.18.1`. */
export function unusedProxy(env: Readonly<Record<string, string | undefined>>, version: string): string | null {
  const name = ["HTTPS_PROXY", "https_proxy"].find((one) => env[one]);
  if (name === undefined) return null;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 22 || major === 23 || (major === 22 && minor < 21))
    return `${name} is set, but Node ${version} does not use it. Run Presstime with Node 22.21 or later, and set NODE_USE_ENV_PROXY=1.`;
  if (env.NODE_USE_ENV_PROXY === "1" || /--use-env-proxy\b/.test(env.NODE_OPTIONS ?? "")) return null;
  return `${name} is set, but Node uses it only if NODE_USE_ENV_PROXY=1 is set too.`;
}
