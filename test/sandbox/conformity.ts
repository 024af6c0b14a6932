/** Holds the sandbox, and whoever speaks to it, to GitHub's own descriptions: every request, every answer, every webhook. */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import type { RequestRecord } from "../../sandbox/http/request-log.js";
import type { Sandbox } from "../../sandbox/sandbox.js";
import type { Webhook } from "../../sandbox/webhooks/webhook.js";

export interface Honesty {
  /** One line for each thing that GitHub's descriptions do not allow, since the watch began. */
  complaints(): readonly string[];
  /** Throws with all complaints. */
  expectNoComplaints(): void;
}

type Json = Readonly<Record<string, unknown>>;

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>;
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<Record<string, { readonly $ref: string } | Response>>;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Json;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Json }>>;
}

/** Answers that any endpoint may give, whether or not its own description says so. */
const ALWAYS_POSSIBLE = new Set([304, 401, 403, 404, 422, 429, 500, 502, 503, 504]);
/** 307 comes to a write under a former name: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects */
const REDIRECTED = new Set([301, 307]);

export function watchConformity(github: Sandbox): Promise<Honesty> {
  const [firstRequest, firstWebhook, firstFault] = [github.requests.length, github.letters.length, github.faults.length];
  const complaints = () => [
    ...github.requests.slice(firstRequest).flatMap((record) => aboutRequest(restBook(), record)),
    ...github.letters.slice(firstWebhook).flatMap((webhook) => aboutWebhook(hookBook(), webhook)),
    ...github.faults.slice(firstFault).map((fault) => `the sandbox failed: ${String(fault instanceof Error ? fault.stack : fault)}`),
  ];
  return Promise.resolve({
    complaints,
    expectNoComplaints() {
      const found = [...new Set(complaints())];
      if (found.length > 0)
        throw new Error(`Unexpected ${found.length} breaches of GitHub's descriptions, expected none:\n${found.join("\n")}`);
    },
  });
}

/** Keywords that say something to people only. */
const ANNOTATIONS = new Set(["title", "description", "example", "examples", "default", "externalDocs", "deprecated"]);
const SEVERAL = new Set(["allOf", "anyOf", "oneOf"]);

/** One of GitHub's descriptions. Schemas are compiled when they are first needed: all of them would take seconds. */
class Book {
  readonly description: Description;
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    logger: false,
    inlineRefs: false,
    verbose: true,
    code: { optimize: false },
  });
  readonly #added = new Set<string>();
  readonly #compiled = new WeakMap<object, ValidateFunction>();

  constructor(file: string) {
    this.description = createRequire(import.meta.url)(file) as Description;
    formats.default(this.#ajv);
    // A bot's address has brackets in it (`1+presstime[bot]@users.noreply.github.com`), which the strict format refuses.
    this.#ajv.addFormat("email", /^\S+@\S+$/);
  }

  /** What is wrong with `value` by that schema of the description. */
  check(schema: Json, value: unknown): readonly string[] {
    const validate = this.#compiled.get(schema) ?? this.#ajv.compile(this.#plain(schema));
    this.#compiled.set(schema, validate);
    if (validate(value)) return [];
    const all = (validate.errors ?? []).filter((error) => !isLostFork(error));
    const errors = all.filter((error) => error.keyword !== "anyOf" && error.keyword !== "oneOf");
    return (errors.length > 0 ? errors : all).map(
      (error) => `${error.instancePath || "/"} ${error.message ?? ""} ${JSON.stringify(error.params)}`,
    );
  }

  resolve<T extends object>(given: T | { readonly $ref: string }): T {
    if (!("$ref" in given)) return given;
    const parts = given.$ref.slice(2).split("/");
    return parts.reduce<unknown>((at, part) => (at as Json)[part], this.description) as T;
  }

  /** As JSON Schema says it: OpenAPI's `nullable` is a null beside, and what is pointed at is added under its own name. */
  #plain(schema: Json): Json {
    if (typeof schema.$ref === "string") return { $ref: this.#add(schema.$ref) };
    const { nullable, ...others } = corrected(schema);
    const members = Object.entries(others).flatMap(([key, value]) =>
      ANNOTATIONS.has(key) ? [] : [[key, this.#member(key, value)] as const],
    );
    const plain = this.#shared(Object.fromEntries(members));
    return nullable === true ? { anyOf: [plain, { type: "null" }] } : plain;
  }

  #member(key: string, value: unknown): unknown {
    if (Array.isArray(value) && SEVERAL.has(key)) return value.map((one) => this.#plain(one as Json));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if (key !== "properties") return this.#plain(value as Json);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#plain(inner as Json)]));
  }

  /** The webhooks write users and repositories out again and again: each is compiled but once. */
  #shared(plain: Json): Json {
    if (Object.keys(plain.properties ?? {}).length < 10) return plain;
    const name = `shared-${createHash("sha1").update(JSON.stringify(plain)).digest("hex")}`;
    if (!this.#added.has(name)) this.#ajv.addSchema(plain, name);
    this.#added.add(name);
    return { $ref: name };
  }

  #add(ref: string): string {
    const name = ref.slice(2).replaceAll("/", "-");
    if (this.#added.has(name)) return name;
    this.#added.add(name);
    this.#ajv.addSchema(this.#plain(this.resolve<Json>({ $ref: ref })), name);
    return name;
  }
}

/** GitHub answers null for the repository of a head whose fork was deleted, though its description does not say that it may. */
function isLostFork(error: ErrorObject): boolean {
  return error.instancePath.endsWith("/head/repo") && error.data === null;
}

/**
 * The list of installations says that an account is a user and an enterprise at once (`allOf`); a single installation
 * says rightly that it is one of them. No answer of GitHub's could pass the first.
 */
function corrected(schema: Json): Json {
  const { allOf, ...others } = schema;
  if (!Array.isArray(allOf)) return schema;
  const titles = allOf.map((one: unknown) => (one as Json).title);
  return titles.includes("Simple User") && titles.includes("Enterprise") ? { ...others, anyOf: allOf as unknown[] } : schema;
}

let rest: Book | null = null;
let hooks: Book | null = null;

function restBook(): Book {
  return (rest ??= new Book("@octokit/openapi/generated/api.github.com.json"));
}

function hookBook(): Book {
  return (hooks ??= new Book("@octokit/openapi-webhooks/generated/api.github.com.json"));
}

function aboutRequest(book: Book, record: RequestRecord): readonly string[] {
  const name = `request ${record.number}: ${record.method} ${record.path}`;
  // Trouble that a test asked for: the answer was lost.
  if (record.status === 0 || (record.status >= 500 && record.answer === null)) return [];
  if (record.unbuilt.length > 0) return record.unbuilt.map((what) => `${name}: ${what}`);
  if (record.route === "/graphql") return aboutGraphql(record).map((what) => `${name}: ${what}`);
  // The root of the files is a path, and an empty one.
  const route = record.route?.replace(/\/contents$/, "/contents/{path}") ?? null;
  const operation = route === null ? undefined : book.description.paths[route]?.[record.method.toLowerCase()];
  if (route === null || !operation) return [`${name}: GitHub describes no such endpoint, or the sandbox has none`];
  // A request that was refused may well be one that GitHub does not describe: a test of refusals sends such.
  const refused = record.status >= 400;
  const wrong = [
    ...(refused
      ? []
      : aboutParameters(book, operation, route === record.route ? record : { ...record, params: { ...record.params, path: "" } })),
    ...(refused ? [] : aboutBody(book, operation, record)),
    ...aboutAnswer(book, operation, record),
  ];
  return wrong.map((what) => `${name} (${record.status}): ${what}`);
}

function aboutGraphql({ answer }: RequestRecord): readonly string[] {
  const errors = ((answer as Json | null)?.errors ?? []) as readonly Json[];
  // An error without a type is one that GitHub's schema has with the document itself.
  return errors.filter((error) => error.type === undefined).map((error) => String(error.message));
}

function aboutParameters(book: Book, operation: Operation, record: RequestRecord): readonly string[] {
  const known = (operation.parameters ?? []).map((parameter) => book.resolve<Parameter>(parameter));
  const unknown = Object.keys(record.query).filter(
    (name) => !known.some((parameter) => parameter.in === "query" && parameter.name === name),
  );
  return [
    ...unknown.map((name) => `unexpected query parameter ${name}`),
    ...known.flatMap((parameter) => {
      if (parameter.in === "header") return [];
      const text = (parameter.in === "path" ? record.params : record.query)[parameter.name];
      if (text === undefined) return parameter.required ? [`missing parameter ${parameter.name}`] : [];
      const fits = [text, asValue(text)].some((value) => book.check(parameter.schema, value).length === 0);
      return fits ? [] : [`parameter ${parameter.name}: ${book.check(parameter.schema, text).join("; ")}`];
    }),
  ];
}

function asValue(text: string): unknown {
  if (/^-?\d+$/.test(text)) return Number(text);
  return text === "true" ? true : text === "false" ? false : text;
}

function aboutBody(book: Book, operation: Operation, record: RequestRecord): readonly string[] {
  const content = operation.requestBody?.content;
  if (!content) return record.body === undefined ? [] : ["unexpected body"];
  const type = "application/json" in content ? "application/json" : Object.keys(content)[0];
  if (record.body === undefined || type === undefined) return operation.requestBody.required ? ["missing body"] : [];
  const schema = content[type]?.schema ?? {};
  return [...book.check(schema, record.body).map((what) => `body: ${what}`), ...unknownMembers(book, schema, record.body)];
}

/** The descriptions rarely forbid members that GitHub would only ignore: most likely they are misspelt. */
function unknownMembers(book: Book, schema: Json, body: unknown): readonly string[] {
  const { properties, anyOf, oneOf } = book.resolve(schema);
  if (typeof properties !== "object" || properties === null || anyOf || oneOf || typeof body !== "object" || body === null) return [];
  return Object.keys(body).flatMap((member) => (member in properties ? [] : [`body: unexpected member ${member}`]));
}

function aboutAnswer(book: Book, operation: Operation, record: RequestRecord): readonly string[] {
  const described = operation.responses[String(record.status)];
  if (!described) {
    if (REDIRECTED.has(record.status)) return [];
    return ALWAYS_POSSIBLE.has(record.status) ? aboutError(book, record) : [`GitHub describes no answer ${record.status} here`];
  }
  const { content } = book.resolve<Response>(described);
  if (record.status === 304) return [];
  if (!content && record.status >= 400) return aboutError(book, record);
  if (!content) return record.answer === null ? [] : ["unexpected answer, expected none"];
  // What was asked for raw is raw.
  if (!record.contentType?.startsWith("application/json")) return [];
  const type = "application/json" in content ? "application/json" : Object.keys(content).find((one) => one.includes("json"));
  if (type === undefined) return ["GitHub describes no JSON here"];
  return book.check(content[type]?.schema ?? {}, record.answer).map((what) => `answer: ${what}`);
}

const BASIC_ERROR = { $ref: "#/components/schemas/basic-error" };

function aboutError(book: Book, record: RequestRecord): readonly string[] {
  return record.status === 304 ? [] : book.check(BASIC_ERROR, record.answer).map((what) => `answer: ${what}`);
}

function aboutWebhook(book: Book, webhook: Webhook): readonly string[] {
  const name = [webhook.name, webhook.action]
    .filter((part) => part !== null)
    .join("_")
    .replaceAll("_", "-");
  const hook = book.description.webhooks[name];
  if (!hook) return [`webhook ${name}: GitHub describes no such webhook`];
  const body: unknown = JSON.parse(webhook.text);
  const schema = hook.post.requestBody?.content["application/json"]?.schema;
  return schema === undefined ? [`webhook ${name}: without a schema`] : book.check(schema, body).map((what) => `webhook ${name}: ${what}`);
}
