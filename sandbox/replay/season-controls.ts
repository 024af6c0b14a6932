/** The buttons of the season's clock: each press is carried out in its turn, so that no two move the clock at once. */
import { HOUR, instant, plus, sayWhen, type Instant } from "../../src/desk/time/zone.js";
import type { Controls } from "../../src/web/layout/controls.js";
import type { Play } from "../season/play.js";
import type { RunningSeason } from "./run-season.js";

interface Playhouse {
  /** The season that is on. */
  now(): RunningSeason;
  /** Puts a fresh one in its place. */
  again(): Promise<void>;
  readonly play: Pick<Play, "ends" | "zone">;
}

/** While the clock plays, so much of it passes in each beat of real time. */
const PLAYED = 3 * HOUR;
const BEAT_MS = 1_000;

/** `stop` ends what is under way, for the end of the process. */
export function seasonControls(house: Playhouse): Controls & { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  let playing: AbortController | null = null;

  /** Rejects as `act` does; whoever is next in turn is not troubled by it. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const present = (): Instant => instant(house.now().clock.now());
  const advance = (milliseconds: number) => inTurn(() => house.now().advanceTo(plus(present(), milliseconds)));
  const pause = () => {
    playing?.abort();
    playing = null;
  };
  const nextStop = (): Instant | null => {
    const running = house.now();
    const stop = running.nextStop();
    return stop !== null && (running.season.next() !== null || stop <= house.play.ends) ? stop : null;
  };

  const playOn = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && nextStop() !== null) {
      await Promise.all([advance(PLAYED), beat(signal)]);
    }
    if (!signal.aborted) pause();
  };

  return {
    now: () => house.now().clock.now(),
    advance,
    next: () =>
      inTurn(async () => {
        const running = house.now();
        const { letters } = running.github;
        const before = letters.length;
        // Many looks find nothing to do: it is the next thing to be seen that a visitor asks for.
        for (let stop = nextStop(); stop !== null && letters.length === before; stop = nextStop()) await running.advanceTo(stop);
      }),
    play() {
      if (playing) return;
      playing = new AbortController();
      playOn(playing.signal).catch(pause);
    },
    pause,
    get playing() {
      return playing !== null;
    },
    restart() {
      pause();
      return inTurn(() => house.again());
    },
    nextSays() {
      const stop = nextStop();
      if (stop === null) return null;
      const { season } = house.now();
      const move = season.next();
      const who = move && move.at <= stop ? `${season.nameOf(move.by)} ${move.says}` : "Presstime looks whether anything is due";
      return `${who}, ${sayWhen(stop, house.play.zone)}`;
    },
    stop() {
      pause();
      return turn;
    },
  };
}

/** Real time: only for how fast the season plays before a visitor's eyes. */
function beat(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, BEAT_MS);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
