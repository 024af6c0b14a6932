/** What the app's last look at the season's repository found, as its pages show it. */
import { readView, VIEW, type View } from "../../src/view.js";
import type { RunningSeason } from "./run-season.js";

/** Null before the first look that found a desk. */
export async function seasonView({ presstime, season }: Pick<RunningSeason, "presstime" | "season">): Promise<View | null> {
  const key = String(season.repo.id);
  const kept = await presstime.ledger.cached(VIEW, [key]);
  return readView(kept.get(key));
}
