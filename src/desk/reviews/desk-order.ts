/** The desk's order of people, begun at another one for each post, so that ties do not all fall to the first. */
import { createHash } from "node:crypto";
import type { Person } from "../facts/person.js";

/** Always the same for the same slug and the same number of people. */
export function deskOrderFor(slug: string, people: readonly Person[]): readonly Person[] {
  if (people.length === 0) return people;
  const start = createHash("sha256").update(slug).digest().readUInt32BE(0) % people.length;
  return [...people.slice(start), ...people.slice(0, start)];
}
