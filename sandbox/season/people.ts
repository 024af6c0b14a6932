/** The people of the season, as public history knows them; zones, beats and paces are assumptions, listed in docs/season.md. */
import type { Person } from "../../src/desk/facts/person.js";

/** Nobody is known to have been away; a capacity of 0 is that of who coordinates and reviews nothing. */
interface SeasonPerson extends Omit<Person, "away"> {
  /** Working hours from being asked for a review to giving it; null for who answers on the morning after a reminder. */
  readonly pace: number | null;
}

const LONDON = "Europe/London";

export const PEOPLE: readonly SeasonPerson[] = [
  { login: "amirmc", name: "Amir Chaudhry", aliases: ["Amir"], zone: LONDON, beats: [], capacity: 0, pace: 2 },
  { login: "avsm", name: "Anil Madhavapeddy", aliases: ["Anil"], zone: LONDON, beats: ["*"], capacity: 6, pace: 1 },
  { login: "hannesm", name: "Hannes Mehnert", aliases: ["Hannes"], zone: LONDON, beats: ["tls", "security"], capacity: 3, pace: 2 },
  { login: "pqwy", name: "David Kaloper", aliases: [], zone: LONDON, beats: ["tls", "security"], capacity: 3, pace: 2 },
  { login: "yallop", name: "Jeremy Yallop", aliases: ["Jeremy"], zone: LONDON, beats: ["bindings"], capacity: 2, pace: 3 },
  { login: "jonludlam", name: "Jon Ludlam", aliases: ["Jon L"], zone: LONDON, beats: ["xen"], capacity: 2, pace: 3 },
  { login: "yomimono", name: "Mindy Preston", aliases: [], zone: "America/Chicago", beats: ["networking"], capacity: 2, pace: 3 },
  { login: "samoht", name: "Thomas Gazagnaire", aliases: ["Thomas G"], zone: LONDON, beats: ["storage", "release"], capacity: 2, pace: 2 },
  { login: "talex5", name: "Thomas Leonard", aliases: ["Thomas L"], zone: LONDON, beats: ["xen", "arm"], capacity: 2, pace: 3 },
  { login: "djs55", name: "Dave Scott", aliases: ["David Scott"], zone: LONDON, beats: ["xen", "storage"], capacity: 2, pace: 2 },
  { login: "mor1", name: "Richard Mortier", aliases: [], zone: LONDON, beats: ["networking", "bindings"], capacity: 2, pace: null },
];

export function personNamed(login: string): SeasonPerson {
  const found = PEOPLE.find((person) => person.login === login);
  if (!found) throw new Error(`Unexpected login ${login}, expected one of the season's people`);
  return found;
}
