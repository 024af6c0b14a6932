/** What an answer of the sandbox lacks beside one that was recorded from the real GitHub. */
import type { RecordedExchange } from "../../scripts/record/exchange.js";

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Those that our client goes by. */
const HEADERS = ["content-type", "link", "location", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "x-ratelimit-used"];

/** A line for each thing in which the answer is otherwise than GitHub's: its status, a header, a field, or what an error says. */
export function differences(recorded: RecordedExchange, answered: Answered): readonly string[] {
  const body = recorded.response === "" ? null : recorded.response;
  return [
    ...(recorded.status === answered.status ? [] : [`status: ${recorded.status} there, ${answered.status} here`]),
    ...HEADERS.flatMap((name) => {
      const there = recorded.headers[name];
      if (there === undefined) return [];
      const here = answered.headers.get(name);
      const [one, other] = [
        comparable(name, typeof there === "string" ? there : JSON.stringify(there)),
        here === null ? null : comparable(name, here),
      ];
      return one === other ? [] : [`${name}: ${one} there, ${other ?? "nothing"} here`];
    }),
    ...(recorded.status < 400 ? fieldsMissing(body, answered.body, "") : errorsUnlike(body, answered.body)),
  ];
}

/** Addresses and amounts are the world's own; what they are made of is not. */
function comparable(name: string, value: string): string {
  if (name === "link")
    return [...value.matchAll(/<https?:\/\/[^/]+(?:\/api\/v3)?\/(\w+)[^>]*>; rel="([^"]+)"/gu)]
      .map(([, root, rel]) => `${rel} below ${root}`)
      .join(", ");
  return name === "content-type" ? value.toLowerCase() : "a value";
}

function fieldsMissing(there: unknown, here: unknown, place: string): readonly string[] {
  const [one, other] = [kindOf(there), kindOf(here)];
  // Whether something is set is the world's own.
  if (one === "null" || (other === "null" && place !== "")) return [];
  if (one !== other) return [`${place || "the answer"}: ${one} there, ${other} here`];
  if (Array.isArray(there) && Array.isArray(here))
    return there.length > 0 && here.length > 0 ? fieldsMissing(there[0], here[0], `${place}[]`) : [];
  if (!isRecord(there) || !isRecord(here)) return [];
  return Object.entries(there).flatMap(([key, value]) => {
    const inner = place === "" ? key : `${place}.${key}`;
    return key in here ? fieldsMissing(value, here[key], inner) : [`${inner}: ${kindOf(value)} there, nothing here`];
  });
}

/** Clients go by what errors say: all of it, but for the page that explains it, which moves. */
function errorsUnlike(there: unknown, here: unknown): readonly string[] {
  if (!isRecord(there) || !isRecord(here))
    return kindOf(there) === kindOf(here) ? [] : [`the error: ${kindOf(there)} there, ${kindOf(here)} here`];
  return Object.entries(there).flatMap(([key, value]) => {
    if (key === "documentation_url") return typeof here[key] === "string" ? [] : [`${key}: nothing here`];
    const [one, other] = [inOrder(value), inOrder(here[key])];
    return one === other ? [] : [`${key}: ${one} there, ${other} here`];
  });
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).toSorted()) : inner));
}

function kindOf(value: unknown): string {
  return value === null || value === undefined ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
