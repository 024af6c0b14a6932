/** The picture of the house in CONTRIBUTING.md: every room with its line, as `test/architecture/rooms.ts` has it. */
import { ROOMS, type Room } from "../../test/architecture/rooms.js";

const BEGINS = "<!-- The house: made from test/architecture/rooms.ts by `npm run docs`. -->";
const ENDS = "<!-- The house ends here. -->";

/** The page with the picture as it is now; what stands around the two marks stays. Throws when a mark is missing. */
export function withHouse(page: string): string {
  const [from, to] = [page.indexOf(BEGINS), page.indexOf(ENDS)];
  if (from < 0 || to < from) throw new Error(`Unexpected page without \`${BEGINS}\` and \`${ENDS}\`, expected both, in this order`);
  return `${page.slice(0, from + BEGINS.length)}\n\n${houseText()}\n\n${page.slice(to)}`;
}

function houseText(): string {
  const rows = Object.keys(ROOMS)
    .sort(byPlace)
    .map((room) => ({ name: `${"  ".repeat(depthOf(room))}${nameOf(room)}/`, holds: lineOf(ROOMS[room]) }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  return ["```text", ...rows.map(({ name, holds }) => `${name.padEnd(width)}  ${holds}`), "```"].join("\n");
}

/** What is in it, and where to begin. */
function lineOf(room: Room | undefined): string {
  return room ? `${room.holds}${room.start === undefined ? "" : ` · begin at ${room.start}`}` : "";
}

/** `src` first, then the sandbox and the scripts; each room before those inside it. */
function byPlace(a: string, b: string): number {
  const rank = (room: string) => ["src", "sandbox", "scripts"].indexOf(room.split("/")[0] ?? "");
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** How many rooms it lies in. */
function depthOf(room: string): number {
  return Object.keys(ROOMS).filter((other) => room.startsWith(`${other}/`)).length;
}

function nameOf(room: string): string {
  const around = Object.keys(ROOMS)
    .filter((other) => room.startsWith(`${other}/`))
    .sort((a, b) => b.length - a.length)[0];
  return around === undefined ? room : room.slice(around.length + 1);
}
