/** The desk of the stories: the people of one season and what they promised, as the file that they would commit. */
import { stringify } from "yaml";

/** What stories put in the place of the usual desk; keys as in the file. */
export type DeskChange = Readonly<Record<string, unknown>>;

export const IRMIN = { slug: "introducing-irmin", title: "Introducing Irmin", byline: ["samoht"], beats: ["storage"] };
export const TLS = {
  slug: "introducing-ocaml-tls",
  title: "Introducing transport layer security",
  byline: ["hannesm"],
  beats: ["security"],
};

export const CAMPAIGN = { name: "OSCON 2014", deadline: "2014-07-21T09:00[Europe/London]", posts: [IRMIN] };

const USUAL: DeskChange = {
  zone: "Europe/London",
  posts: ["posts/**/*.md"],
  people: [
    { login: "samoht", name: "Thomas Gazagnaire", beats: ["storage"], zone: "Europe/Paris" },
    { login: "djs55", name: "Dave Scott", beats: ["storage"] },
    { login: "hannesm", name: "Hannes Mehnert", beats: ["security"] },
    { login: "avsm", name: "Anil Madhavapeddy", beats: ["security"] },
    { login: "amirmc", name: "Amir Chaudhry", capacity: 0 },
  ],
  coordinators: ["amirmc"],
  review: { approvals: 1, ask: 1 },
  merge: { at_slot: true },
  campaigns: [CAMPAIGN],
};

export const PEOPLE = ["samoht", "djs55", "hannesm", "avsm", "amirmc"] as const;

export function deskFile(change: DeskChange = {}): string {
  return stringify({ ...USUAL, ...change });
}

/** A post as people write it. */
export function postText(title: string, more: { readonly by?: string; readonly body?: string } = {}): string {
  const by = more.by === undefined ? "" : `author: ${more.by}\n`;
  return `---\ntitle: ${JSON.stringify(title)}\n${by}---\n\n${more.body ?? "What it is, and what it is for.\n"}`;
}
