/** Making a campaign's tracking issue, once. */
import type { BoardEffect } from "../../desk/effect.js";
import { readMark } from "../marker.js";
import type { Outcome } from "../outcome.js";
import { BOARD_LABEL } from "../read/documents.js";
import { ensureLabels } from "./labels.js";
import { markedText } from "./news-of.js";
import { DONE } from "./outcome-of.js";
import type { Target } from "./target.js";

export async function makeBoard(target: Target, { mark, title, body }: BoardEffect, isDoubtful: boolean): Promise<Outcome> {
  const { client, owner, name } = target;
  const text = markedText({ mark, body });
  const made = isDoubtful ? await findBoard(target, mark) : null;
  if (made !== null) {
    await client.rest.issues.update({ owner, repo: name, issue_number: made, title, body: text });
    return DONE;
  }
  await ensureLabels(target, [BOARD_LABEL]);
  const { data } = await client.rest.issues.create({ owner, repo: name, title, body: text, labels: [BOARD_LABEL] });
  const { number: issue, node_id: node, html_url: url } = data;
  return { kind: "done", news: [{ kind: "boarded", issue, node, url, body: text, open: true }] };
}

async function findBoard({ client, owner, name, app }: Target, mark: string): Promise<number | null> {
  const { data } = await client.rest.issues.listForRepo({ owner, repo: name, labels: BOARD_LABEL, state: "all", per_page: 100 });
  const made = data.find(({ user, body }) => user?.login === app && readMark(body ?? "")?.mark === mark);
  return made?.number ?? null;
}
