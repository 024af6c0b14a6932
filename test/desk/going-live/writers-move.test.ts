/** What only a writer can put right, and what is only remarked: told of one text, with its pull request. */
import { describe, expect, it } from "@jest/globals";
import { gatherDossiers, type Dossier } from "../../../src/desk/dossier.js";
import type { Desk } from "../../../src/desk/facts/desk.js";
import type { Finding } from "../../../src/desk/facts/finding.js";
import type { PullRequest, Snapshot } from "../../../src/desk/facts/snapshot.js";
import { remarksToSet } from "../../../src/desk/going-live/remarks-to-set.js";
import { writersMove } from "../../../src/desk/going-live/writers-move.js";
import { readInstant } from "../../../src/desk/time/zone.js";
import { desk, paperWorld } from "../paper-world.js";

interface Case {
  /** Lines of its front matter. */
  readonly says?: readonly string[];
  readonly desk?: Partial<Desk>;
  readonly own?: boolean;
  readonly pull?: Partial<PullRequest>;
}

function aPost({ says = ["title: Irmin", "author: ann"], own = false, pull = {}, ...more }: Case): readonly [Dossier, Snapshot] {
  const world = paperWorld({ desk: more.desk ?? {} });
  const number = world.submits("ann", "irmin", {
    own,
    file: { path: "posts/irmin.md", text: ["---", ...says, "---", "", "What it is.", ""].join("\n") },
  });
  world.becomes(number, pull);
  const [dossier] = gatherDossiers(world.facts()).posts;
  if (!dossier) throw new Error("Unexpected absence of the post, expected it");
  return [dossier, world.facts()];
}

const finding = (severity: Finding["severity"], message = "Unexpected sign, expected another"): Finding => ({
  rule: "valid-image",
  severity,
  message,
  place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
});
const found = ([dossier, snapshot]: ReturnType<typeof aPost>, ...severities: readonly Finding["severity"][]) => {
  const { leading } = dossier;
  const texts = leading?.texts.map((text) => ({
    ...text,
    reading: text.reading && { ...text.reading, findings: severities.map((severity) => finding(severity)) },
  }));
  return writersMove({ ...dossier, leading: leading && { ...leading, texts: texts ?? [] } }, snapshot);
};
const FLAGGED = ["title: Irmin", "draft: true", "author: ann"];
const ANNOTATED = ["title: Irmin", "author: ann", `draft: true # ${"until it is reviewed, ".repeat(50)}`];
const setting: Partial<Desk> = { merge: { ...desk().merge, fixDates: true } };
const flag = (line: number, says: string) => ({ kind: "unpublished flag", path: "posts/irmin.md", line, says });

describe("the move of its writer", () => {
  const rows: readonly (readonly [string, Case, readonly object[]])[] = [
    ["is nothing where nothing is amiss", {}, []],
    ["is a flag that hides the post", { says: FLAGGED }, [flag(3, "draft: true")]],
    ["is no flag that the app will take away", { says: FLAGGED, own: true, desk: setting }, []],
    ["is a flag in a fork, where the app cannot", { says: FLAGGED, desk: setting }, [flag(3, "draft: true")]],
    ["is a flag in a line that is too long for the app to edit", { says: ANNOTATED, own: true, desk: setting }, [flag(4, "draft")]],
    ["is a conflict with the default branch", { pull: { mergeable: "conflicts" } }, [{ kind: "conflicts" }]],
    ["is not what branch protection asks for", { pull: { mergeable: "blocked" } }, []],
  ];

  it.each(rows)("[CS18] %s", (_, given, missing) => {
    expect(writersMove(...aPost(given))).toEqual(missing);
  });

  it("[ST65] is what was not read of its pull request: by our limit, or by GitHub's", () => {
    const inPart = (pull: Partial<PullRequest>) => writersMove(...aPost({ pull: { ...pull, filesComplete: false } }));
    expect(inPart({ unread: 30 })).toEqual([{ kind: "too many posts", read: 1, unread: 30 }]);
    expect(inPart({})).toEqual([{ kind: "too many files" }]);
  });

  it("[ST12] is errors, and neither warnings nor advice", () => {
    expect(found(aPost({}), "warning", "advice")).toEqual([]);
    expect(found(aPost({ pull: { mergeable: "conflicts" } }), "error", "warning", "error")).toEqual([
      { kind: "unreadable", errors: 2 },
      { kind: "conflicts" },
    ]);
  });

  it("[ST12] is nothing of what nobody reads yet: a text that is not there, and a post that nobody has begun", () => {
    const [dossier, snapshot] = aPost({});
    const { leading } = dossier;
    const unread = leading && { ...leading, texts: leading.texts.map((text) => ({ ...text, reading: null })) };
    expect(writersMove({ ...dossier, leading: unread }, snapshot)).toEqual([]);
    expect(writersMove({ ...dossier, leading: null }, snapshot)).toEqual([]);
  });
});

describe("what is remarked of a post", () => {
  const siteCheck = () => [finding("error", "a missing image"), finding("warning", "an image without words")];
  const SLOT = readInstant("2014-07-09T11:00:00Z");
  const remarks = (given: Case, slot: typeof SLOT | null) => {
    const [dossier, snapshot] = aPost(given);
    return remarksToSet(dossier, slot, siteCheck, snapshot).map(({ rule, message }) => (rule === "slot-date" ? rule : message));
  };
  const DATED = { says: ["title: Irmin", "author: ann", "date: 2014-07-01"] };

  it("[CS2] is a date that its slot does not bear out, and of its site what is no error", () => {
    expect(remarks(DATED, SLOT)).toEqual(["slot-date", "an image without words"]);
    expect(remarks(DATED, null)).toEqual(["an image without words"]);
    expect(remarks({}, SLOT)).toEqual(["an image without words"]);
  });

  it("[CS1] is nothing where nothing is open any more, or begun", () => {
    const [dossier, snapshot] = aPost(DATED);
    const { leading } = dossier;
    const closed = leading && { ...leading, pull: { ...leading.pull, standing: "closed" as const } };
    expect(remarksToSet({ ...dossier, leading: closed }, SLOT, siteCheck, snapshot)).toEqual([]);
    expect(remarksToSet({ ...dossier, leading: null }, SLOT, siteCheck, snapshot)).toEqual([]);
  });
});
