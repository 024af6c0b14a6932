/** Accounts: people, organizations and the App's bot, made the first time anybody names them. */
import { nodeId, type Numbering } from "./numbering.js";

export interface Account {
  readonly id: number;
  readonly nodeId: string;
  /** As REST says it: `samoht`, `presstime[bot]`. */
  readonly login: string;
  kind: "User" | "Organization" | "Bot";
  name: string | null;
  email: string;
  readonly createdAt: string;
}

export interface People {
  /** The account of that login, made now if it is new. */
  ensure(login: string, kind?: Account["kind"]): Account;
  find(login: string): Account | null;
  byEmail(email: string): Account | null;
  byNode(id: string): Account | null;
}

/** GitHub's own account: whatever is committed on its pages and by its API is committed by it. */
const WEB_FLOW: Account = {
  id: 19864447,
  nodeId: nodeId("U", 19864447),
  login: "web-flow",
  kind: "User",
  name: "GitHub",
  email: "noreply@github.com",
  createdAt: "2014-01-01T00:00:00Z",
};

/** As whom it signs. */
export const GITHUB_SIGNS = { name: "GitHub", email: WEB_FLOW.email } as const;

export function openRegister(numbering: Numbering, stamp: () => string): People {
  const byLogin = new Map<string, Account>([[WEB_FLOW.login, WEB_FLOW]]);
  return {
    ensure(login, kind = "User") {
      const known = byLogin.get(login.toLowerCase());
      if (known) return known;
      const id = numbering.next();
      const person: Account = {
        id,
        nodeId: nodeId(kind === "User" ? "U" : kind === "Bot" ? "BOT" : "O", id),
        login,
        kind,
        name: null,
        email: `${id}+${login}@users.noreply.github.com`,
        createdAt: stamp(),
      };
      byLogin.set(login.toLowerCase(), person);
      return person;
    },
    find: (login) => byLogin.get(login.toLowerCase()) ?? null,
    byEmail: (email) => [...byLogin.values()].find((person) => person.email.toLowerCase() === email.toLowerCase()) ?? null,
    byNode: (id) => [...byLogin.values()].find((person) => person.nodeId === id) ?? null,
  };
}

/** GraphQL leaves the `[bot]` away that REST shows. */
export function graphqlLogin(person: Account): string {
  return person.login.replace(/\[bot\]$/, "");
}
