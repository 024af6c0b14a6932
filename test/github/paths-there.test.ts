/** Which files are asked for, and what is known of them without asking. */
import { describe, expect, it } from "@jest/globals";
import { readPost } from "../../src/desk/posts/read-post.js";
import type { ChangedFile } from "../../src/github/read/changed-file.js";
import { leadsOf, type PullFiles } from "../../src/github/read/posts/paths-there.js";
import type { Texts } from "../../src/github/read/posts/texts.js";
import type { PullShape, RepositoryShape, TreeShape } from "../../src/github/read/shapes.js";

const HEAD = "d".repeat(40);
const PATH = "posts/irmin.md";

interface Given {
  readonly images: readonly string[];
  readonly files?: readonly ChangedFile[];
  readonly complete?: boolean;
  readonly number?: number;
  readonly pull?: Partial<PullShape>;
}

const file = (path: string, change: ChangedFile["change"] = "added", previousPath: string | null = null): ChangedFile => ({
  path,
  previousPath,
  change,
});

/** A pull request of which reading needs these fields alone. */
function brings({ number = 1, files = [], complete = true, pull }: Given): PullFiles {
  const shape = { number, state: "OPEN", baseRefName: "main", headRefOid: `head-${number}`, ...pull } as PullShape;
  return { pull: shape, posts: [file(PATH)], changed: { files: [file(PATH), ...files], complete } };
}

const LOOK = {
  repository: {
    defaultBranchRef: { name: "main", target: { oid: HEAD } },
    root: {
      __typename: "Tree",
      oid: "t",
      entries: [
        { name: "posts", type: "tree", oid: "1" },
        { name: "vendor", type: "commit", oid: "2" },
        { name: "README.md", type: "blob", oid: "3" },
      ],
    } satisfies TreeShape,
  } as unknown as RepositoryShape,
};

/** `blobs` are those of the default branch, as far as it tells. */
function textsOf(given: readonly Given[], blobs: Readonly<Record<string, string | null>> = {}): Texts {
  const { post } = readPost(PATH, "# Irmin\n");
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    isWaiting: () => false,
    blobAt: (commit, path) => (commit === HEAD ? blobs[path] : `blob of ${commit}`),
    reading(_, blob) {
      const one = given.find(({ number = 1 }) => blob === `blob of head-${number}`);
      return { post, findings: [], links: { links: [], anchors: [], images: (one?.images ?? []).map((target) => ({ target, place })) } };
    },
  };
}

function look(given: readonly Given[], blobs: Readonly<Record<string, string | null>> = {}) {
  const leads = leadsOf(given.map(brings), LOOK, [{ path: "posts/vchan.md", blob: "v" }], textsOf(given));
  return { asked: leads.spots.map(({ path }) => path), spots: leads.spots, paths: leads.found(textsOf(given, blobs)) };
}

describe("files that posts lead to", () => {
  it("[GH34] are asked for by the default branch's head, and their ids alone", () => {
    const { spots, paths } = look([{ images: ["plot.png", "gone.png"] }], { "posts/plot.png": "p", "posts/gone.png": null });
    expect(spots).toEqual([
      { commit: HEAD, path: "posts/plot.png", read: false },
      { commit: HEAD, path: "posts/gone.png", read: false },
    ]);
    expect(paths.get(1)).toMatchObject({ asked: ["posts/gone.png", "posts/plot.png"], present: ["posts/plot.png"] });
  });

  it("[GH34] are not asked for where the pull request, the posts or the root tell", () => {
    const { asked, paths } = look([
      {
        images: ["plot.png", "old.png", "was.png", "now.png", "vchan.md", "../README.md", "../LICENSE.md", "../nowhere/a.png"],
        files: [file("posts/plot.png"), file("posts/old.png", "removed"), file("posts/now.png", "renamed", "posts/was.png")],
      },
    ]);
    expect(asked.filter((path) => !path.endsWith("nowhere/a.png"))).toEqual([]);
    const { asked: known = [], present = [] } = paths.get(1) ?? {};
    expect(present).toEqual(["README.md", "posts/now.png", "posts/plot.png", "posts/vchan.md"]);
    expect(known).toEqual(expect.arrayContaining(["LICENSE.md", "nowhere/a.png", "posts/old.png", "posts/was.png"]));
  });

  it("[GH34] are not known in a submodule, nor where the commit has gone", () => {
    expect(look([{ images: ["../vendor/a.png"] }], {}).paths.get(1)?.asked ?? []).not.toContain("vendor/a.png");
    expect(look([{ images: ["plot.png"] }], {}).paths.get(1)).toMatchObject({ asked: [], present: [] });
  });

  it.each<[string, Partial<Given>]>([
    ["that has ended", { pull: { state: "MERGED" } }],
    ["upon another branch", { pull: { baseRefName: "next" } }],
    ["whose files are not all listed", { complete: false }],
  ])("[GH34] are not asked for a pull request %s", (_, more) => {
    const { asked, paths } = look([{ images: ["plot.png"], ...more }]);
    expect([asked, paths.size]).toEqual([[], 0]);
  });

  it("[GH34] are at most two hundred for one pull request and a thousand in all, and what was not asked is not known", () => {
    const images = Array.from({ length: 500 }, (_, n) => `plot-${n}.png`);
    const { asked, paths } = look(
      Array.from({ length: 8 }, (_, n) => ({ images, number: n + 1 })),
      {},
    );
    expect(asked).toHaveLength(1_000);
    expect([...paths.keys()]).toEqual([1, 2, 3, 4, 5]);
    expect(look([{ images }]).asked).toHaveLength(200);
  });
});
