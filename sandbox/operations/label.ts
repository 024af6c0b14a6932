/** Labels: made, changed, put on threads and taken off. */
import { labelShape } from "../shapes/issue.js";
import type { Account } from "../state/accounts.js";
import { nodeId } from "../state/numbering.js";
import { invalid } from "../state/refusal.js";
import type { Repo } from "../state/repo.js";
import type { Label, Thread } from "../state/thread.js";
import { happens, stamp, type World } from "../state/world.js";
import { tellThread } from "./news.js";

interface NewLabel {
  readonly name: string;
  readonly color?: string | undefined;
  readonly description?: string | null | undefined;
}

const LONGEST_NAME = 50;
const LONGEST_DESCRIPTION = 100;
const GREY = "ededed";

export function createLabel(world: World, by: Account, repo: Repo, wanted: NewLabel): Label {
  checkLabel(wanted);
  if (repo.labels.has(wanted.name.toLowerCase())) throw invalid("Label", "name", "name already exists", "already_exists");
  const id = world.numbering.next();
  const label: Label = {
    id,
    nodeId: nodeId("LA", id),
    name: wanted.name,
    color: wanted.color ?? GREY,
    description: wanted.description ?? null,
    createdAt: stamp(world),
  };
  repo.labels.set(label.name.toLowerCase(), label);
  world.nodes.set(label.nodeId, { kind: "label", label, repo });
  tellLabel(world, repo, label, "created", by);
  return label;
}

export function editLabel(world: World, by: Account, repo: Repo, label: Label, edit: Partial<NewLabel>): void {
  checkLabel({ name: edit.name ?? label.name, color: edit.color, description: edit.description });
  const changes = {
    ...(edit.name !== undefined && edit.name !== label.name && { name: { from: label.name } }),
    ...(edit.color !== undefined && edit.color !== label.color && { color: { from: label.color } }),
  };
  repo.labels.delete(label.name.toLowerCase());
  label.name = edit.name ?? label.name;
  label.color = edit.color ?? label.color;
  if (edit.description !== undefined) label.description = edit.description;
  repo.labels.set(label.name.toLowerCase(), label);
  tellLabel(world, repo, label, "edited", by, { changes });
}

export function deleteLabel(world: World, by: Account, repo: Repo, label: Label): void {
  repo.labels.delete(label.name.toLowerCase());
  world.nodes.delete(label.nodeId);
  for (const thread of repo.threads.values()) {
    const at = thread.labels.indexOf(label);
    if (at >= 0) thread.labels.splice(at, 1);
  }
  tellLabel(world, repo, label, "deleted", by);
}

/** Makes the labels that are missing, as GitHub does, and says `labeled` once for each that is new to the thread. */
export function addLabels(world: World, by: Account, thread: Thread, names: readonly string[]): void {
  for (const name of names) checkLabel({ name });
  for (const name of names) {
    const label = thread.repo.labels.get(name.toLowerCase()) ?? createLabel(world, by, thread.repo, { name });
    if (thread.labels.includes(label)) continue;
    thread.labels.push(label);
    happens(world, thread, by, { kind: "labeled", label });
    tellThread(world, thread, "labeled", by, () => ({ label: labelShape(world, thread.repo, label) }));
  }
}

/** False when the thread does not carry that label. */
export function removeLabel(world: World, by: Account, thread: Thread, name: string): boolean {
  const at = thread.labels.findIndex((label) => label.name.toLowerCase() === name.toLowerCase());
  const [label] = at >= 0 ? thread.labels.splice(at, 1) : [];
  if (!label) return false;
  happens(world, thread, by, { kind: "unlabeled", label });
  tellThread(world, thread, "unlabeled", by, () => ({ label: labelShape(world, thread.repo, label) }));
  return true;
}

function tellLabel(
  world: World,
  repo: Repo,
  label: Label,
  action: string,
  sender: Account,
  more: Readonly<Record<string, unknown>> = {},
): void {
  world.emit({ name: "label", action, repo, sender, body: () => ({ label: labelShape(world, repo, label), ...more }) });
}

function checkLabel({ name, color, description }: NewLabel): void {
  if (name.trim() === "") throw invalid("Label", "name", "name can't be blank", "missing_field");
  if (name.length > LONGEST_NAME) throw invalid("Label", "name", `name is too long (maximum is ${LONGEST_NAME} characters)`, "invalid");
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) throw invalid("Label", "color", "color is invalid", "invalid");
  if (description && description.length > LONGEST_DESCRIPTION) {
    throw invalid("Label", "description", `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`, "invalid");
  }
}
