/** The sandbox's Git against the ids, patches and merges of the real one. */
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { changesBetween } from "../../sandbox/git/changes.js";
import { commitsBetween, mergeBase } from "../../sandbox/git/history.js";
import { diffLines } from "../../sandbox/git/lines.js";
import { mergeTrees } from "../../sandbox/git/merge-trees.js";
import { blobAt, newObjectStore, putCommit, type ObjectStore } from "../../sandbox/git/object-store.js";
import { blobOf, treeOf } from "../../sandbox/git/objects.js";
import { entryAt, filesOf, treeWith, type Files } from "../../sandbox/git/paths.js";

const amir = { name: "Amir Chaudhry", email: "amir@example.org", when: new Date("2014-07-08T11:35:08Z") };

function commit(store: ObjectStore, files: Files, parents: readonly string[] = []): string {
  const [parent] = parents;
  const base = parent === undefined ? null : (store.objects.get(parent) as { readonly tree: string }).tree;
  return putCommit(store, { tree: treeWith(store, base, files), parents, author: amir, committer: amir, message: "A commit" }).sha;
}

function textAt(store: ObjectStore, tree: string, path: string): string | undefined {
  return blobAt(store, entryAt(store, tree, path)?.sha ?? "")?.bytes.toString();
}

describe("ids", () => {
  it("[SB2] blobs, trees and commits have the ids that Git gives them", () => {
    const store = newObjectStore();
    expect(blobOf("").sha).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    expect(treeOf([]).sha).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    const files = { "README.md": "hello world\n", "posts/tls.md": "# TLS\n", "posts.d/a": "x\n" };
    const tree = treeWith(store, null, files);
    // Read from Git 2.39 for these very files, author and time.
    expect(tree).toBe("c690bc62a6bc168831a1d0dac10f62ea25dd3692");
    const made = putCommit(store, { tree, parents: [], author: amir, committer: amir, message: "Add TLS post\n" });
    expect(made.sha).toBe("73db45bc7249cb82af70735941b67d4d0f954727");
  });

  it("[SB2] the same files make the same tree, whatever the order in which they came", () => {
    const path = fc
      .array(fc.constantFrom("a", "b", "posts", "x.md"), { minLength: 1, maxLength: 3 })
      .map((parts) => `${parts.join("/")}/f.md`);
    fc.assert(
      fc.property(fc.dictionary(path, fc.string()), (files) => {
        const store = newObjectStore();
        const atOnce = treeWith(store, null, files);
        const oneByOne = Object.entries(files)
          .reverse()
          .reduce((tree, [name, text]) => treeWith(store, tree, { [name]: text }), treeWith(store, null, {}));
        expect(oneByOne).toBe(atOnce);
        expect([...filesOf(store, atOnce).keys()].sort()).toEqual(Object.keys(files).sort());
      }),
    );
  });
});

describe("what changed", () => {
  it("[SB4] a file that moved with most of its lines is a rename, with the lines that came and went", () => {
    const store = newObjectStore();
    const lines = Array.from({ length: 20 }, (_, at) => `Line ${at} of the post about Vchan.\n`);
    const before = treeWith(store, null, { "vchan-update.md": lines.join(""), "gone.md": "other\n" });
    const after = treeWith(store, before, {
      "vchan-update.md": null,
      "gone.md": null,
      "update-on-vchan.md": [...lines, "More.\n"].join(""),
    });
    expect(changesBetween(store, before, after).map(({ path, previousPath, change }) => [path, previousPath, change])).toEqual([
      ["gone.md", null, "removed"],
      ["update-on-vchan.md", "vchan-update.md", "renamed"],
    ]);
    expect(changesBetween(store, before, after)[1]?.lines()).toMatchObject({ additions: 1, deletions: 0 });
  });

  it("[SB4] a patch rebuilds the new text from the old one", () => {
    const lines = fc.array(fc.constantFrom("one", "two", "three", "four", "five"), { maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const text = (all: readonly string[]) => Buffer.from(all.map((line) => `${line}\n`).join(""));
        const { patch, additions, deletions } = diffLines(text(before), text(after));
        expect(applied(before, patch ?? "")).toEqual(after);
        expect(after.length - before.length).toBe(additions - deletions);
      }),
    );
  });

  it("[SB4] texts that are binary or very long are compared without being read line by line", () => {
    expect(diffLines(Buffer.from("a\0b"), Buffer.from("a\0c"))).toEqual({ additions: 0, deletions: 0, patch: null });
    const long = (word: string) => Buffer.from(`${word}\n`.repeat(200_000));
    expect(diffLines(long("a"), long("b"))).toEqual({ additions: 200_000, deletions: 200_000, patch: null });
  });
});

describe("merging", () => {
  it("[SB5] changes of different lines come together, changes of the same lines collide", () => {
    const store = newObjectStore();
    const text = (a: string, z: string) => `${a}\n\n\n\n\n${z}\n`;
    const base = commit(store, { "post.md": text("first", "last") });
    const ours = commit(store, { "post.md": text("FIRST", "last") }, [base]);
    const theirs = commit(store, { "post.md": text("first", "LAST"), "new.md": "new\n" }, [base]);
    const merged = mergeTrees(store, ours, theirs);
    expect(merged.kind === "merged" && textAt(store, merged.tree, "post.md")).toBe(text("FIRST", "LAST"));
    expect(merged.kind === "merged" && textAt(store, merged.tree, "new.md")).toBe("new\n");
    const clash = commit(store, { "post.md": text("Premier", "last") }, [base]);
    expect(mergeTrees(store, ours, clash)).toEqual({ kind: "conflict", paths: ["post.md"] });
    const gone = commit(store, { "post.md": null }, [base]);
    expect(mergeTrees(store, gone, clash)).toEqual({ kind: "conflict", paths: ["post.md"] });
  });

  it("[SB5] the merge base of branches that met before is where they last met", () => {
    const store = newObjectStore();
    const root = commit(store, { a: "1" });
    const side = commit(store, { b: "1" }, [root]);
    const main = commit(store, { c: "1" }, [root, side]);
    const later = commit(store, { b: "2" }, [side]);
    const tip = commit(store, { c: "2" }, [main]);
    expect(mergeBase(store, tip, later)).toBe(side);
    expect(commitsBetween(store, tip, later).map(({ sha }) => sha)).toEqual([later]);
    expect(mergeBase(store, tip, commit(store, { z: "1" }))).toBeNull();
  });
});

/** Applies a unified patch by hand. */
function applied(before: readonly string[], patch: string): readonly string[] {
  const after: string[] = [];
  let at = 0;
  for (const line of patch === "" ? [] : patch.split("\n")) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? /.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      after.push(...before.slice(at, start));
      at = start;
    } else if (line.startsWith("+")) after.push(line.slice(1));
    else {
      expect(before[at]).toBe(line.slice(1));
      if (line.startsWith(" ")) after.push(line.slice(1));
      at++;
    }
  }
  return [...after, ...before.slice(at)];
}
