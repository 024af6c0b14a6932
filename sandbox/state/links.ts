/** The addresses GitHub puts into every answer: where people read a thing (`html…`) and where programs ask for it (`api…`). */
import { fullName, type Repo } from "./repo.js";
import type { Thread } from "./thread.js";
import type { World } from "./world.js";

export function apiRepo(world: World, repo: Repo): string {
  return `${world.apiBase}/repos/${fullName(repo)}`;
}

export function htmlRepo(world: World, repo: Repo): string {
  return `${world.webBase}/${fullName(repo)}`;
}

export function htmlThread(world: World, thread: Thread): string {
  return `${htmlRepo(world, thread.repo)}/${thread.pull ? "pull" : "issues"}/${thread.number}`;
}

export function apiIssue(world: World, thread: Thread): string {
  return `${apiRepo(world, thread.repo)}/issues/${thread.number}`;
}

export function apiPull(world: World, thread: Thread): string {
  return `${apiRepo(world, thread.repo)}/pulls/${thread.number}`;
}

export function htmlComment(world: World, thread: Thread, id: number): string {
  return `${htmlThread(world, thread)}#issuecomment-${id}`;
}

export function htmlReview(world: World, thread: Thread, id: number): string {
  return `${htmlThread(world, thread)}#pullrequestreview-${id}`;
}

export function htmlReviewComment(world: World, thread: Thread, id: number): string {
  return `${htmlThread(world, thread)}#discussion_r${id}`;
}

/** A path as part of an address: slashes stay. */
export function inUrl(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
