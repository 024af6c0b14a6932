/** A delivery as far as Presstime reads one: whom it is about, and the little that tells whether to look. */
import { z } from "zod";

const id = z.number().int().nonnegative();
const app = z.object({ id }).nullish();
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

/** Repositories come in full or as a stub; both carry these. `full_name` is `owner/name`. */
const repository = z.object({ id, full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/), default_branch: z.string().optional() });
const repositories = z.array(repository).max(10_000).optional();

const body = z.object({
  action: z.string().optional(),
  /** Of a push: `refs/heads/main`. */
  ref: z.string().optional(),
  /** Of a commit status: `pending`, `success`, `failure`, `error`. */
  state: z.string().optional(),
  repository: repository.optional(),
  installation: z.object({ id, app_id: id.optional() }).optional(),
  sender: z.object({ login: z.string(), type: z.string().optional() }).nullish(),
  /** Of a push, to a branch or to a pull request: the head that was, and the one that is. */
  before: sha.optional(),
  after: sha.optional(),
  pull_request: z.object({ number: id.optional(), merged: z.boolean().nullish(), head: z.object({ sha }).optional() }).optional(),
  /** Of a commit status. */
  sha: sha.optional(),
  check_suite: z.object({ app, head_sha: sha.optional() }).optional(),
  check_run: z
    .object({
      app,
      name: z.string().optional(),
      head_sha: sha.optional(),
    })
    .optional(),
  /** The button of a check that somebody pressed. */
  requested_action: z.object({ identifier: z.string() }).optional(),
  repositories,
  repositories_added: repositories,
});

export type DeliveryBody = z.output<typeof body>;

export interface Delivery {
  /** `X-GitHub-Delivery`, the same when GitHub sends it again. */
  readonly id: string;
  /** `X-GitHub-Event`. */
  readonly name: string;
  readonly body: DeliveryBody;
  /** The App it was sent to; null when GitHub did not say. */
  readonly appId: number | null;
}

const several = z.array(z.unknown()).optional();
const payloadShape = z.object({ repository: z.unknown().optional(), repositories: several, repositories_added: several });

/** Whether it may be GitHub's at all: an object, in which no repository has a name that no repository can have. What we make of it is another matter. */
export function isPayload(raw: unknown): boolean {
  const { data } = payloadShape.safeParse(raw);
  if (!data) return false;
  const all = [data.repository, ...(data.repositories ?? []), ...(data.repositories_added ?? [])];
  // PostgreSQL keeps no NUL.
  return all.every((one) => !/[\p{Cc}]/u.test(nameOf(one)));
}

/** Of ten thousand a schema of its own for each would take longer than all else. */
function nameOf(one: unknown): string {
  return typeof one === "object" && one !== null && "full_name" in one && typeof one.full_name === "string" ? one.full_name : "";
}

/** Null when the body is not shaped as GitHub's are. */
export function readDeliveryBody(raw: unknown): DeliveryBody | null {
  const read = body.safeParse(raw);
  return read.success ? read.data : null;
}
