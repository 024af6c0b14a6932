/** Requests as if a `/cc`, `/uncc` or `/decline` that somebody took back had never been said. */
import type { Dossier } from "../dossier.js";
import { includesLogin } from "../facts/person.js";
import type { PastRequest } from "./past-requests.js";

interface TakenBack {
  /** Who was asked until it was said, and is asked again. */
  readonly again: readonly string[];
  /** Whom the app asked because of it: not needed any more, where others are asked. */
  readonly needless: readonly string[];
}

/** `asked` is whom the app asked there. */
export function takenBack({ unsaid, decided }: Dossier, asked: readonly PastRequest[]): TakenBack {
  const named = decided.cc.map(({ login }) => login);
  const again = unsaid.flatMap(({ off, at }) =>
    asked.flatMap(({ login, at: since, takenBackAt }) =>
      includesLogin(off, login) && since <= at && takenBackAt !== null && takenBackAt >= at && !includesLogin(decided.uncc, login)
        ? [login]
        : [],
    ),
  );
  const off = unsaid.flatMap((said) => said.off);
  const needless = asked.flatMap((one) =>
    one.why === null &&
    unsaid.some(({ at, undoneAt }) => one.at >= at && one.at < undoneAt) &&
    !includesLogin([...named, ...off], one.login)
      ? [one.login]
      : [],
  );
  return { again, needless };
}

/** Of those, whoever is not wanted for want of others; `people` are the logins of the desk. */
export function toLetGo(needless: readonly string[], people: readonly string[], missing: number): readonly string[] {
  const kept = needless.filter((login) => includesLogin(people, login)).slice(0, Math.max(0, missing));
  return needless.filter((login) => !kept.includes(login));
}
