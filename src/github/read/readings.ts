/** Readings of texts under way: each is read once, however often it is asked for, and nobody is waited for longer than a look can bear. */
import { createFairLine, type Party } from "./fair-line.js";

export interface Readings {
  /** Those that one look asks for: its patience begins when it first has to wait. */
  look(): LookReadings;
}

export interface LookReadings {
  /**
   * Has `read` done when its turn has come, unless that text is under way already. Null when the look can wait no longer: it goes on all the
   * same, and is to keep what it finds.
   */
  read<Found>(text: string, party: Party, read: () => Promise<Found>): Promise<Found | null>;
  /** Whether it is waited for, however long it takes: what the repository itself holds, and what goes live. */
  isAwaited: (party: Party) => boolean;
  /** Whether so much was read for it lately that it waits for everybody else. */
  isOver: (party: Party) => boolean;
  /** Whether something is under way of its pull request, or of its person. */
  isAt: (party: Party) => boolean;
}

export interface ReadingsOptions {
  /** Real milliseconds that a look waits for what others send; two seconds. */
  readonly patienceMs?: number;
  /** Real milliseconds since some moment: by them is counted what was done for whom. */
  readonly elapsed?: () => number;
}

/** What goes live is at most five seconds late, and a look takes its time besides. */
const PATIENCE = 2_000;

/** At a time, beside one that goes first: `src/examine/pool.ts` has a worker for each. */
const PLACES = 2;

export function createReadings({ patienceMs = PATIENCE, elapsed }: ReadingsOptions = {}): Readings {
  const line = createFairLine(PLACES, elapsed);
  const under = new Map<string, { readonly party: Party; readonly found: Promise<unknown> }>();

  function begin<Found>(text: string, party: Party, read: () => Promise<Found>): Promise<Found> {
    const begun = under.get(text);
    if (begun) return begun.found as Promise<Found>;
    const found = line.enter(party, read).finally(() => under.delete(text));
    under.set(text, { party, found });
    return found;
  }

  return {
    look() {
      let enough: Promise<null> | null = null;
      const patience = () =>
        (enough ??= new Promise((resolve) => {
          setTimeout(() => {
            resolve(null);
          }, patienceMs).unref();
        }));
      const isAwaited = (party: Party) => party.shares.length === 0 || line.goesFirst(party);
      return {
        read(text, party, read) {
          const found = begin(text, party, read);
          return isAwaited(party) ? found : Promise.race([found, patience()]);
        },
        isAwaited,
        isOver: line.isOver,
        isAt: ({ shares }) => [...under.values()].some(({ party }) => party.shares.some((name) => shares.includes(name))),
      };
    },
  };
}
