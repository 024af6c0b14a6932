/** What GitHub calls us, learnt from what is read anyway. */
import type { Forge } from "./forge.js";

interface OwnLogin {
  readonly forge: Forge;
  /** `presstime[bot]`; empty before anything was read, and then our own doings wake like everybody's. */
  readonly login: () => string;
}

/** The same forge, listened in on: asking GitHub for our name at the start would make a start depend on GitHub. */
export function learnOwnLogin(forge: Forge): OwnLogin {
  let login = "";
  return {
    login: () => login,
    forge: {
      get spent() {
        return forge.spent;
      },
      async read(repository, clicks, news) {
        const facts = await forge.read(repository, clicks, news);
        login = facts?.app ?? login;
        return facts;
      },
      apply: (repository, effects, doubtful) => forge.apply(repository, effects, doubtful),
      repositories: () => forge.repositories(),
      deskless: (repositories) => forge.deskless(repositories),
      heldBackUntil: (repository) => forge.heldBackUntil(repository),
    },
  };
}
