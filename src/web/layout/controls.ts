/** The port to the sandbox's clock: what a visitor of a re-enactment can do to time. */
export interface Controls {
  now(): Date;
  /** Moves the clock, letting everything on the way happen; resolves when all of it has been answered. */
  advance(milliseconds: number): Promise<void>;
  /** Moves the clock to the next thing that happens. */
  next(): Promise<void>;
  play(): void;
  pause(): void;
  readonly playing: boolean;
  /** Starts the season again from its first instant. */
  restart(): Promise<void>;
  /** The next thing that happens, in a few words; null when nothing is left. */
  nextSays(): string | null;
}
