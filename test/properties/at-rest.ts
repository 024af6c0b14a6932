/** What must hold of every repository that has come to rest, whatever was in between. */
import { expect } from "@jest/globals";
import { APP, type World } from "../world.js";

/** One board, one notice a pull request, nobody told or asked the same twice. */
export function expectNothingTwice(world: World): void {
  expect(world.board().standing).toBe("open");
  for (const { number, conversation } of world.github.threads(world.repo).filter(({ pull }) => pull)) {
    expect(world.notice(number)).not.toBe("");
    const said = world.said(number);
    expect(said).toEqual([...new Set(said)]);
    const asked = new Set<string>();
    for (const turn of conversation) {
      if (turn.kind === "reviewed" && turn.by !== null) asked.delete(turn.by);
      if (turn.kind === "unasked") asked.delete(turn.who);
      if (turn.kind !== "asked" || turn.by !== APP) continue;
      expect(asked).not.toContain(turn.who);
      asked.add(turn.who);
    }
  }
}

/** What is written and not live says why, and nothing that could go live still waits. */
export async function expectWords(world: World): Promise<void> {
  const { at, plan } = await world.view();
  for (const { leading, live, slot, stage, reasons } of plan.posts) {
    if (leading === null || live !== null) continue;
    expect(reasons).not.toEqual([]);
    expect(world.notice(leading)).toContain(reasons[0]);
    if (slot && slot.at < at) expect(stage).not.toBe("due");
  }
}
