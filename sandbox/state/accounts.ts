/** Accounts: people, organizations and the App's bot, made the first time anybody names them. */
import { nodeId, type Numbering } from "./numbering.js";

export interface Person {
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
  ensure(login: string, kind?: Person["kind"]): Person;
  find(login: string): Person | null;
  byEmail(email: string): Person | null;
  byNode(id: string): Person | null;
}

export function openRegister(numbering: Numbering, stamp: () => string): People {
  const byLogin = new Map<string, Person>();
  return {
    ensure(login, kind = "User") {
      const known = byLogin.get(login.toLowerCase());
      if (known) return known;
      const id = numbering.next();
      const person: Person = {
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
export function graphqlLogin(person: Person): string {
  return person.login.replace(/\[bot\]$/, "");
}
