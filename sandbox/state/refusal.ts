/** A refusal: what GitHub answers instead of doing what was asked, with its own code and words. */

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** Further members of the answer, such as `errors`. */
  readonly more: Readonly<Record<string, unknown>>;
  /** GraphQL's word for it. */
  readonly type: GraphqlRefusal;

  constructor(
    status: number,
    message: string,
    more: Readonly<Record<string, unknown>> = {},
    type: GraphqlRefusal = TYPES[status] ?? "UNPROCESSABLE",
  ) {
    super(message);
    this.status = status;
    this.more = more;
    this.type = type;
  }
}

type GraphqlRefusal = "NOT_FOUND" | "FORBIDDEN" | "STALE_DATA" | "UNPROCESSABLE" | "BRANCH_PROTECTION_RULE_VIOLATION";

const TYPES: Readonly<Record<number, GraphqlRefusal>> = { 403: "FORBIDDEN", 404: "NOT_FOUND", 409: "STALE_DATA" };

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** What an installation hears when a permission is missing. */
export function notAccessible(): Refusal {
  return new Refusal(403, "Resource not accessible by integration");
}

/** 422 in the shape of GitHub's validation errors. */
/** What is wrong is said in words only where the code does not say it. */
export function invalid(resource: string, field: string, message: string, code = "custom"): Refusal {
  return new Refusal(422, "Validation Failed", { errors: [{ resource, field, code, ...(code === "custom" && { message }) }] });
}
