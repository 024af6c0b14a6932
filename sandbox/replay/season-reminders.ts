/** The reminders of a season: to whom the app wrote one, where, when, and what it said. */
import { readInstant, type Instant } from "../../src/desk/time/zone.js";
import type { RunningSeason } from "./run-season.js";

export interface SaidReminder {
  /** Login. */
  readonly to: string;
  readonly at: Instant;
  /** Its pull request; null for the board. */
  readonly pull: number | null;
  /** Markdown, without marks and small print. */
  readonly says: string;
}

const REMINDER = /^<!-- presstime remind\/([^/\s]+)\/\S+ -->/;

/** Oldest first. */
export function remindersOf({ github, season }: Pick<RunningSeason, "github" | "season">): readonly SaidReminder[] {
  const app = github.app.bot.login;
  const found = github.threads(season.repo).flatMap((thread) =>
    thread.conversation.flatMap((turn): SaidReminder[] => {
      const to = turn.kind === "commented" && turn.by === app ? REMINDER.exec(turn.body)?.[1] : undefined;
      if (turn.kind !== "commented" || to === undefined) return [];
      const says = turn.body
        .replace(/<!--[^]*?-->\n*/g, "")
        .replace(/\n*<sub>[^]*<\/sub>/, "")
        .trim();
      return [{ to, at: readInstant(turn.at), pull: thread.pull ? thread.number : null, says }];
    }),
  );
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
