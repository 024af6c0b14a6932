/** The raw values of a desk file, as far as they can be read: what the rules about several keys are judged on, even while other keys are wrong. */

/** Keys and indices from the top: `["people", 2, "login"]`. */
export type Path = readonly PropertyKey[];

/** A text of the file and where it stands. */
export interface RawText {
  readonly text: string;
  readonly path: Path;
}

export interface DeskClaims {
  readonly globs: readonly RawText[];
  readonly people: readonly PersonClaim[];
  readonly coordinators: readonly RawText[];
  readonly campaigns: readonly CampaignClaim[];
  readonly slots: readonly RawText[];
  readonly calendar: CalendarClaim;
}

export interface CalendarClaim {
  readonly holidays: readonly RawText[];
  readonly closed: readonly SpanClaim[];
  readonly extra: readonly RawText[];
  readonly freezes: readonly (SpanClaim & { readonly pass: readonly RawText[] })[];
}

export interface SpanClaim {
  readonly from: RawText | null;
  readonly to: RawText | null;
  readonly why: RawText | null;
}

export interface PersonClaim {
  /** The mapping itself, without a text. */
  readonly whole: RawText;
  /** Whether a login is given, be it a good one or not. */
  readonly hasLogin: boolean;
  /** Whether it says what only a person has: a zone, beats, days off. */
  readonly isPerson: boolean;
  readonly login: RawText | null;
  readonly name: RawText | null;
  readonly aliases: readonly RawText[];
  readonly away: readonly SpanClaim[];
  readonly holidays: readonly RawText[];
}

export interface CampaignClaim {
  readonly name: RawText | null;
  readonly deadline: RawText | null;
  readonly starts: RawText | null;
  readonly posts: readonly PromiseClaim[];
}

export interface PromiseClaim {
  readonly slug: RawText | null;
  readonly also: readonly RawText[];
  readonly path: RawText | null;
  readonly title: RawText | null;
  readonly byline: readonly RawText[];
  readonly after: readonly RawText[];
  readonly slot: RawText | null;
  readonly notBefore: RawText | null;
}

/** What is of the wrong type is left out: the schema has already said so. */
export function rawDeskOf(file: unknown): DeskClaims {
  const top: Node = { value: file, path: [] };
  const calendar = under(top, "calendar");
  return {
    globs: texts(top, "posts"),
    coordinators: texts(top, "coordinators"),
    people: members(top, "people").map((person) => ({
      whole: { text: "", path: person.path },
      hasLogin: under(person, "login").value !== undefined,
      isPerson: ["zone", "beats", "capacity", "away", "holidays"].some((key) => under(person, key).value !== undefined),
      login: text(person, "login"),
      name: text(person, "name"),
      aliases: texts(person, "aliases"),
      away: members(person, "away").map(span),
      holidays: texts(person, "holidays"),
    })),
    campaigns: members(top, "campaigns").map((campaign) => ({
      name: text(campaign, "name"),
      deadline: text(campaign, "deadline"),
      starts: text(campaign, "starts"),
      posts: members(campaign, "posts").map((post) => ({
        slug: text(post, "slug"),
        also: texts(post, "also"),
        path: text(post, "path"),
        title: text(post, "title"),
        byline: texts(post, "byline"),
        after: texts(post, "after"),
        slot: text(post, "slot"),
        notBefore: text(post, "not_before"),
      })),
    })),
    slots: texts(top, "slots"),
    calendar: {
      holidays: texts(calendar, "holidays"),
      closed: members(calendar, "closed").map(span),
      extra: texts(calendar, "extra"),
      freezes: members(calendar, "freezes").map((freeze) => ({ ...span(freeze), pass: texts(freeze, "pass") })),
    },
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

function span(node: Node): SpanClaim {
  return { from: text(node, "from"), to: text(node, "to"), why: text(node, "why") };
}

function members(node: Node, key: string): Node[] {
  const { value, path } = under(node, key);
  return Array.isArray(value) ? value.map((member: unknown, index) => ({ value: member, path: [...path, index] })) : [];
}

function said({ value, path }: Node): RawText | null {
  return typeof value === "string" && value.trim() !== "" ? { text: value.trim(), path } : null;
}

function text(node: Node, key: string): RawText | null {
  return said(under(node, key));
}

function texts(node: Node, key: string): RawText[] {
  return members(node, key).flatMap((member) => said(member) ?? []);
}
