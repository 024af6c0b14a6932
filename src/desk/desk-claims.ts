/** What a desk file claims, as far as it can be read: the view that the rules about several keys are judged on, even while other keys are wrong. */

/** Keys and indices from the top: `["people", 2, "login"]`. */
export type Path = readonly PropertyKey[];

/** A text of the file and where it stands. */
export interface Said {
  readonly text: string;
  readonly path: Path;
}

export interface DeskClaims {
  readonly globs: readonly Said[];
  readonly people: readonly PersonClaim[];
  readonly coordinators: readonly Said[];
  readonly campaigns: readonly CampaignClaim[];
}

export interface PersonClaim {
  readonly login: Said | null;
  readonly name: Said | null;
  readonly aliases: readonly Said[];
  readonly away: readonly { readonly from: Said | null; readonly to: Said | null }[];
}

export interface CampaignClaim {
  readonly name: Said | null;
  readonly deadline: Said | null;
  readonly starts: Said | null;
  readonly posts: readonly PromiseClaim[];
}

export interface PromiseClaim {
  readonly slug: Said | null;
  readonly also: readonly Said[];
  readonly byline: readonly Said[];
  readonly after: readonly Said[];
  readonly slot: Said | null;
}

/** What is of the wrong type is left out: the schema has already said so. */
export function claimsOf(file: unknown): DeskClaims {
  const top: Node = { value: file, path: [] };
  return {
    globs: texts(top, "posts"),
    coordinators: texts(top, "coordinators"),
    people: members(top, "people").map((person) => ({
      login: text(person, "login"),
      name: text(person, "name"),
      aliases: texts(person, "aliases"),
      away: members(person, "away").map((absence) => ({ from: text(absence, "from"), to: text(absence, "to") })),
    })),
    campaigns: members(top, "campaigns").map((campaign) => ({
      name: text(campaign, "name"),
      deadline: text(campaign, "deadline"),
      starts: text(campaign, "starts"),
      posts: members(campaign, "posts").map((post) => ({
        slug: text(post, "slug"),
        also: texts(post, "also"),
        byline: texts(post, "byline"),
        after: texts(post, "after"),
        slot: text(post, "slot"),
      })),
    })),
  };
}

interface Node {
  readonly value: unknown;
  readonly path: Path;
}

function under(node: Node, key: string): Node {
  const { value } = node;
  const held =
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  return { value: held, path: [...node.path, key] };
}

function members(node: Node, key: string): Node[] {
  const { value, path } = under(node, key);
  return Array.isArray(value) ? value.map((member: unknown, index) => ({ value: member, path: [...path, index] })) : [];
}

function said({ value, path }: Node): Said | null {
  return typeof value === "string" && value.trim() !== "" ? { text: value.trim(), path } : null;
}

function text(node: Node, key: string): Said | null {
  return said(under(node, key));
}

function texts(node: Node, key: string): Said[] {
  return members(node, key).flatMap((member) => said(member) ?? []);
}
