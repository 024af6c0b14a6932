/** A line before the workers in which what one person sends cannot keep everybody else's waiting. */

/** For whom a work is done. */
export interface Party {
  /** Each has a share: the pull request, and whoever opened it. None of what the repository itself holds. */
  readonly shares: readonly string[];
  readonly repository: string;
  /** Something may go live by it: it goes before all others, and in a place of its own when all are taken. */
  readonly first: boolean;
}

/** What the repository itself holds: whoever may write to it has merged it. */
export function ownParty(repository: number): Party {
  return { shares: [], repository: String(repository), first: false };
}

export interface FairLine {
  /** Does the work when its turn has come. */
  enter<Result>(party: Party, work: () => Promise<Result>): Promise<Result>;
  /** Whether so much was done for it lately that it waits until nobody else does. */
  isOver: (party: Party) => boolean;
  /** Whether it goes before all others: it is `first`, and not over its share. */
  goesFirst: (party: Party) => boolean;
}

/** Milliseconds of work that a pull request or a person may have at once … */
const SHARE = 8_000;

/** … and of which so many are given back each millisecond: two seconds a minute. */
const REGAINED = 1 / 30;

/** Of which no more is remembered than matters: those who have everything back are forgotten. */
const MOST_REMEMBERED = 1_000;

interface Waiting {
  readonly party: Party;
  readonly enter: () => void;
}

/** `places` works at a time, and one more that is `first`. `now`: milliseconds since some moment. */
export function createFairLine(places: number, now: () => number = () => performance.now()): FairLine {
  const line: Waiting[] = [];
  const under: Party[] = [];
  const spent = new Map<string, { readonly milliseconds: number; readonly at: number }>();

  const spentOf = (name: string): number => {
    const kept = spent.get(name);
    return kept ? Math.max(0, kept.milliseconds - (now() - kept.at) * REGAINED) : 0;
  };
  const mostOf = ({ shares }: Party): number => Math.max(0, ...shares.map(spentOf));
  const isOver = (party: Party): boolean => mostOf(party) >= SHARE;

  function note(party: Party, milliseconds: number): void {
    for (const name of [...party.shares, party.repository]) spent.set(name, { milliseconds: spentOf(name) + milliseconds, at: now() });
    if (spent.size > MOST_REMEMBERED) for (const name of spent.keys()) if (spentOf(name) === 0) spent.delete(name);
  }

  const goesFirst = (party: Party): boolean => party.first && !isOver(party);

  /** One place stays free for others: of one pull request or person, and of all who are over, no more than the rest are done at once. */
  function mayEnter(party: Party): boolean {
    if (goesFirst(party)) return under.length <= places;
    if (under.length >= places) return false;
    const isAlike = (other: Party) => (isOver(party) && isOver(other)) || other.shares.some((name) => party.shares.includes(name));
    return under.filter(isAlike).length < Math.max(1, places - 1);
  }

  /** The one for whom least was done lately, to the second; of equals the one who came first. */
  function nextOf(): Waiting | null {
    const rank = ({ party }: Waiting) => [
      goesFirst(party) ? 0 : 1,
      isOver(party) ? 1 : 0,
      seconds(mostOf(party)),
      seconds(spentOf(party.repository)),
    ];
    const [next] = line.filter(({ party }) => mayEnter(party)).sort((a, b) => compare(rank(a), rank(b)));
    return next ?? null;
  }

  function advance(): void {
    for (let next = nextOf(); next; next = nextOf()) {
      line.splice(line.indexOf(next), 1);
      under.push(next.party);
      next.enter();
    }
  }

  return {
    isOver,
    goesFirst,
    async enter(party, work) {
      await new Promise<void>((enter) => {
        line.push({ party, enter });
        advance();
      });
      const began = now();
      try {
        return await work();
      } finally {
        note(party, now() - began);
        under.splice(under.indexOf(party), 1);
        advance();
      }
    },
  };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
