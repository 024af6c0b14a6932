/** The environment variables that Presstime reads, each with what it is for; `.env.example` and the operator's page are made from this list. */

export interface Variable {
  /** What it is for and what it may be, in a sentence or two. */
  readonly says: string;
  /** One that would work, or the shape of one. */
  readonly example: string;
  /** What is taken when it is not set; null when there is none. */
  readonly unset: string | null;
  /** Whether an App on GitHub cannot start without it. */
  readonly needed: "yes" | "one of the two keys" | "no";
}

export const VARIABLES = {
  APP_ID: {
    says: "The App's number, from the top of its settings page on GitHub.",
    example: "123456",
    unset: null,
    needed: "yes",
  },
  PRIVATE_KEY: {
    says: "The App's private key: the text of the .pem file, with line breaks, with `\\n` instead of line breaks, or in base64.",
    example: '"-----BEGIN RSA PRIVATE KEY-----\\n…\\n-----END RSA PRIVATE KEY-----"',
    unset: null,
    needed: "one of the two keys",
  },
  PRIVATE_KEY_PATH: {
    says: "The path of the .pem file, instead of PRIVATE_KEY.",
    example: "/run/secrets/presstime.pem",
    unset: null,
    needed: "one of the two keys",
  },
  WEBHOOK_SECRET: {
    says: "The secret with which GitHub signs webhooks, as entered in the App's settings: 16 characters or more. `openssl rand -hex 32` makes a good secret.",
    example: "",
    unset: null,
    needed: "yes",
  },
  DATABASE_URL: {
    says: "The database of Presstime: a SQLite file (`sqlite:presstime.db`), or a PostgreSQL database (`postgres://user:password@host/name`), which several processes can share.",
    example: "postgres://presstime:password@localhost:5432/presstime",
    unset: "sqlite:presstime.db",
    needed: "no",
  },
  PORT: {
    says: "The port on which Presstime receives webhooks and serves its pages.",
    example: "8080",
    unset: "3000",
    needed: "no",
  },
  HOST: {
    says: "The address to listen on. Without it, Presstime listens on every address of the machine; the sandbox listens on localhost only.",
    example: "127.0.0.1",
    unset: null,
    needed: "no",
  },
  PUBLIC_URL: {
    says: "The public address of Presstime's pages. Presstime uses it for links in comments, and shows its pages at no other address but localhost.",
    example: "https://presstime.example.org",
    unset: null,
    needed: "no",
  },
  PAGES: {
    says: "Who sees the pages of private repositories: `local`, only who asks from the same machine, or `open`, everybody who reaches Presstime. Choose `open` only behind something that asks people to sign in.",
    example: "open",
    unset: "local",
    needed: "no",
  },
  GHE_HOST: {
    says: "The host of your GitHub Enterprise Server (version 3.14 or later), with its port if it has one; or of your enterprise on GHE.com, `SUBDOMAIN.ghe.com`. Without it, Presstime uses github.com.",
    example: "github.example.org",
    unset: null,
    needed: "no",
  },
  GHE_PROTOCOL: {
    says: "The protocol for GHE_HOST: `https` or `http`.",
    example: "https",
    unset: "https",
    needed: "no",
  },
  LOG_LEVEL: {
    says: "How much Presstime writes to its log: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.",
    example: "debug",
    unset: "info",
    needed: "no",
  },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof VARIABLES;

/** The part of `process.env` that Presstime reads. */
export type Environment = Readonly<Partial<Record<VariableName, string | undefined>>>;
