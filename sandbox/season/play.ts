/** What is played on a sandbox: when it begins and ends, what is said of it, and what its people do. */
import type { Instant, Zone } from "../../src/desk/time/zone.js";
import type { Sandbox } from "../sandbox.js";
import type { Repo } from "../state/repo.js";
import type { SeasonMove } from "./move.js";

export interface Play {
  readonly begins: Instant;
  /** Where visitors find it; not before it begins. */
  readonly opensAt: Instant;
  /** From then on the clock stops at nothing but what people do. */
  readonly ends: Instant;
  /** In which the clock of its pages tells the time. */
  readonly zone: Zone;
  /** Shown on every page. */
  readonly notice: string;
  /** What there is to see, in a sentence. */
  readonly says: string;
  open(github: Sandbox): Season;
}

export interface Season {
  readonly repo: Repo;
  /** What somebody does next, as things stand; null when nobody will do anything. Never before the present instant. */
  next(): SeasonMove | null;
  /** Does it. */
  act(move: SeasonMove): void;
  nameOf(login: string): string;
}
