/** The processes of a storm: each that is killed is followed by another at once, and GitHub's webhooks go to the one that started last. */
import type { World } from "../../test/world.js";
import { forkApart, type Apart } from "../../test/world/start-apart.js";

export interface Crew {
  readonly processes: number;
  readonly kills: number;
  /** Resolves when all live and have come to rest; rejects when one ended though nobody killed it. */
  rests(): Promise<void>;
  /** `kill -9` of the nth, whatever it does. */
  kill(n: number): Promise<void>;
  ends(): Promise<void>;
}

/** So many at a time; `sweepEvery` in milliseconds of the sandbox's clock. */
export function openCrew({ github, database }: World, processes: number, sweepEvery: number): Crew {
  const fork = () => forkApart({ github, database, sweepEvery, logLevel: "fatal" });
  const places = Array.from({ length: processes }, fork);
  // Reads its code, for a second, while others work.
  let spare = fork();
  const killed = new Set<Apart>();

  const directs = ({ url }: Apart): void => {
    if (url !== null) github.deliverTo(`${url}/api/github/webhooks`);
  };

  async function rest(n: number): Promise<void> {
    for (let app = places[n]; app; app = places[n]) {
      if (app.url === null) {
        await app.starts();
        directs(app);
      }
      await app.settles();
      if (app.lives) return;
      if (!killed.has(app)) throw new Error("Unexpected end of a process, expected it to live until it is killed");
      places[n] = spare;
      spare = fork();
    }
  }

  return {
    processes,
    get kills() {
      return killed.size;
    },
    async rests() {
      await Promise.all(places.map((_, n) => rest(n)));
    },
    async kill(n) {
      const app = places[n];
      if (!app) return;
      killed.add(app);
      await app.kill();
    },
    async ends() {
      await Promise.all([...places, spare].map((app) => app.kill()));
    },
  };
}
