/** What a delivery tells that a read may not show yet: GitHub's reads lag behind its webhooks. https://docs.github.com/webhooks/webhook-events-and-payloads */
import type { EmitterWebhookEventName } from "@octokit/webhooks";
import { z } from "zod";
import type { News } from "../../news.js";

const text = z
  .string()
  .nullish()
  .transform((one) => one ?? "");
const user = z.object({ login: z.string(), type: z.string().optional() }).nullish();
const ends = z.enum(["open", "closed"]);
const spoken = { id: z.number(), node_id: z.string(), user, body: text };
const comment = z.object({ ...spoken, created_at: z.string(), updated_at: z.string() });
const pull = z.object({ number: z.number() });

/** By event. A delivery of another shape tells nothing. */
const READERS: Readonly<Record<string, z.ZodType<readonly News[]>>> = {
  issue_comment: z.object({ action: z.string(), issue: pull, comment }).transform(({ action, issue, comment: said }): readonly News[] => [
    action === "deleted"
      ? { kind: "unsaid", id: said.id }
      : {
          kind: "said",
          issue: issue.number,
          id: said.id,
          node: said.node_id,
          by: speaker(said.user),
          at: said.created_at,
          editedAt: action === "edited" ? said.updated_at : null,
          body: said.body,
        },
  ]),
  pull_request_review: z
    .object({
      action: z.string(),
      pull_request: pull,
      review: z.object({
        ...spoken,
        state: z.string(),
        commit_id: z.string().nullish(),
        submitted_at: z.string(),
        updated_at: z.string().optional(),
      }),
    })
    .transform(({ action, pull_request, review }): readonly News[] => {
      const state = STATES[review.state.toLowerCase()];
      if (!state) return [];
      return [
        {
          kind: "reviewed",
          pull: pull_request.number,
          id: review.id,
          node: review.node_id,
          by: speaker(review.user),
          at: review.submitted_at,
          editedAt: action === "edited" ? (review.updated_at ?? review.submitted_at) : null,
          state,
          body: review.body,
          head: review.commit_id ?? null,
        },
      ];
    }),
  pull_request: z
    .object({
      action: z.string().optional(),
      before: z.string().optional(),
      assignee: user,
      pull_request: z.object({
        number: z.number(),
        state: ends,
        merged: z.boolean().nullish(),
        draft: z.boolean().nullish(),
        title: z.string(),
        body: text,
        updated_at: z.string(),
        head: z.object({ sha: z.string() }),
        base: z.object({ ref: z.string() }),
      }),
    })
    .transform(({ action, before = null, assignee, pull_request: stood }): readonly News[] => [
      ...(assignee && /^(?:un)?assigned$/u.test(action ?? "")
        ? [{ kind: "assigned", pull: stood.number, login: assignee.login } as const]
        : []),
      {
        kind: "pull stood",
        pull: stood.number,
        at: stood.updated_at,
        head: stood.head.sha,
        before,
        state: stood.merged ? "MERGED" : stood.state === "open" ? "OPEN" : "CLOSED",
        draft: stood.draft ?? false,
        base: stood.base.ref,
        title: stood.title,
        body: stood.body,
      },
    ]),
  issues: z
    .object({ issue: z.object({ number: z.number(), state: ends, updated_at: z.string() }) })
    .transform(({ issue: { number, state, updated_at } }): readonly News[] => [
      { kind: "issue stood", issue: number, at: updated_at, state: state === "open" ? "OPEN" : "CLOSED" },
    ]),
  pull_request_review_comment: z
    .object({ action: z.string(), pull_request: pull, comment: z.object({ node_id: z.string(), updated_at: z.string() }) })
    .transform(({ action, pull_request, comment: said }): readonly News[] =>
      action === "deleted"
        ? []
        : [{ kind: "on a line", pull: pull_request.number, node: said.node_id, at: said.updated_at, resolved: null }],
    ),
  pull_request_review_thread: z
    .object({ action: z.string(), pull_request: pull, thread: z.object({ node_id: z.string() }) })
    .transform(({ action, pull_request, thread }): readonly News[] => [
      { kind: "on a line", pull: pull_request.number, node: thread.node_id, at: null, resolved: action === "resolved" },
    ]),
  check_run: z
    .object({
      action: z.literal("completed"),
      check_run: z.object({
        id: z.number(),
        name: z.string(),
        head_sha: z.string(),
        conclusion: z.string(),
        completed_at: z.string(),
        app: z.object({ slug: z.string() }),
      }),
    })
    .transform(({ check_run: { id, name, head_sha: head, conclusion, completed_at: at, app } }): readonly News[] => [
      { kind: "checked", head, name, id, app: app.slug, says: conclusion.toUpperCase(), at },
    ]),
  status: z
    .object({ id: z.number(), sha: z.string(), context: z.string(), state: z.string(), created_at: z.string() })
    .transform(({ id, sha: head, context: name, state, created_at: at }): readonly News[] => [
      { kind: "checked", head, name, id, app: null, says: state.toUpperCase(), at },
    ]),
  push: z
    .object({
      ref: z.string(),
      before: z.string(),
      after: z.string(),
      repository: z.object({ default_branch: z.string(), pushed_at: z.number() }),
    })
    .transform(({ ref, before, after, repository }): readonly News[] =>
      ref === `refs/heads/${repository.default_branch}`
        ? [{ kind: "pushed", head: after, before, at: new Date(repository.pushed_at * 1000).toISOString() }]
        : [],
    ),
} satisfies Partial<Record<EmitterWebhookEventName, z.ZodType>>;

const STATES: Readonly<Record<string, Extract<News, { kind: "reviewed" }>["state"] | undefined>> = {
  approved: "APPROVED",
  changes_requested: "CHANGES_REQUESTED",
  commented: "COMMENTED",
  dismissed: "DISMISSED",
};

export function newsTold(name: string, payload: unknown): readonly News[] {
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  return reader?.safeParse(payload).data ?? [];
}

function speaker(by: z.output<typeof user>): { readonly login: string; readonly bot: boolean } | null {
  return by ? { login: by.login, bot: by.type === "Bot" || by.login.endsWith("[bot]") } : null;
}
