/** One process of the app that a test can kill: from then on nothing it does reaches the database. */
import type { Ledger } from "../../src/store/ledger.js";

export type Call = Exclude<keyof Ledger, "close">;

/** Called before and after each call of the ledger; may kill. */
export interface Witness {
  readonly before?: (call: Call) => void;
  readonly after?: (call: Call) => void;
}

export interface Life {
  alive: boolean;
  witness: Witness;
}

/** What was under way in a process that was killed learns no more of the world. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** The ledger as that process has it: whole while it lives, out of its reach afterwards, like a database whose client is gone. */
export function ledgerOf(life: Life, ledger: Ledger): Ledger {
  const dead = () => new Killed("The process was killed");
  return new Proxy(ledger, {
    get(target, name: keyof Ledger) {
      const call = target[name].bind(target) as (...given: unknown[]) => Promise<unknown>;
      if (name === "close") return call;
      return async (...given: unknown[]) => {
        if (!life.alive) throw dead();
        life.witness.before?.(name);
        // It may have been killed by its witness.
        if (!isAlive(life)) throw dead();
        const answer = await call(...given);
        if (!isAlive(life)) throw dead();
        life.witness.after?.(name);
        if (!isAlive(life)) throw dead();
        return answer;
      };
    },
  });
}

function isAlive(life: Life): boolean {
  return life.alive;
}
