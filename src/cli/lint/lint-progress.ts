/** How far a long run has come: on a terminal in one line that is written over, elsewhere a line every so often. */

interface Progress {
  /** One more is done. */
  step(): void;
  /** Clears the line. */
  end(): void;
}

const OVERWRITE_MS = 100;
const LINE_MS = 10_000;
/** Runs of fewer files are over before anybody wonders. */
const FEWEST = 20;

/** `now` gives milliseconds. */
export function showProgress(all: number, say: (text: string) => void, terminal: boolean, now: () => number): Progress {
  if (all < FEWEST) return { step: () => undefined, end: () => undefined };
  let done = 0;
  let said = now();
  let shown = false;
  return {
    step() {
      done++;
      const at = now();
      if (at - said < (terminal ? OVERWRITE_MS : LINE_MS)) return;
      said = at;
      shown = true;
      say(terminal ? `\r${done} of ${all} files` : `${done} of ${all} files\n`);
    },
    end() {
      if (shown && terminal) say(`\r${" ".repeat(40)}\r`);
    },
  };
}
