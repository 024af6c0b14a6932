/** Reads what a request brings: each member by name, with GitHub's 422 for one of the wrong kind. */
import { Refusal } from "../state/refusal.js";

type Body = Readonly<Record<string, unknown>>;

function wrong(name: string, value: unknown, expected: string): Refusal {
  return new Refusal(422, `Invalid request.\n\nFor 'properties/${name}', ${JSON.stringify(value)} is not ${expected}.`);
}

/** Undefined when it is not there; null counts as not there. */
export function optionalText(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw wrong(name, value, "a string");
  return value;
}

export function text(body: Body, name: string): string {
  const value = optionalText(body, name);
  if (value === undefined) throw new Refusal(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

export function flag(body: Body, name: string, otherwise: boolean): boolean {
  const value = body[name];
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== "boolean") throw wrong(name, value, "a boolean");
  return value;
}

export function optionalNumber(body: Body, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number") throw wrong(name, value, "a number");
  return value;
}

export function texts(body: Body, name: string): readonly string[] {
  const value = body[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(name, value, "an array");
  return value.map((one: unknown) => {
    if (typeof one !== "string") throw wrong(name, one, "a string");
    return one;
  });
}

export function objects(body: Body, name: string): readonly Body[] {
  const value = body[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(name, value, "an array");
  return value.map((one: unknown) => asObject(one, name));
}

export function optionalObject(body: Body, name: string): Body | undefined {
  const value = body[name];
  return value === undefined || value === null ? undefined : asObject(value, name);
}

export function oneOf<T extends string>(value: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrong(name, value, `a member of [${allowed.join(", ")}]`);
  return found;
}

function asObject(value: unknown, name: string): Body {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(name, value, "an object");
  return { ...value };
}
